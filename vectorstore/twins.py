"""Hits that say the same are one source: Kazakh and Russian texts of one place of the law, and copies.

Only letters and digits decide, all of them: two editions of an article that differ in one number are two
sources. Nothing is joined across collections, nor what the original shows with what it does not. Whoever
comes first is the source, the others are its twins.
"""

import re
from collections.abc import Sequence

from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.search import Hit
from vectorstore.compartment import Compartment

Twins = dict[str, list[Passage]]  # passages that say the same, by the id of the source

_UNSAID = re.compile(r"[\W_]+")


def gathered(hits: Sequence[Hit]) -> Twins:
    """The sources, in order, each with its twins: at most one text in each other language, and every copy."""
    sources: Twins = {}
    of_place: dict[tuple[str, LawRef], list[Passage]] = {}
    of_words: dict[tuple[str, str, str], str] = {}
    for hit in hits:
        passage, home = hit.passage, hit.collection.id
        said = home, passage.concealed, _UNSAID.sub("", passage.text).lower()
        law = None if hit.collection.kind is CollectionKind.CASE else _place(passage)
        same_place = of_place.setdefault((home, law), []) if law else []
        source = of_words.get(said)
        if source is None:
            source = next((p.id for p in same_place if _may_join(passage, p, sources[p.id])), None)
        if source is None:
            sources[passage.id] = []
            same_place.append(passage)
            of_words[said] = passage.id
        else:
            sources[source].append(passage)
    return sources


def other_texts(compartment: Compartment, passages: Sequence[Passage]) -> Twins:
    """Of passages of law, the text of the same place in each other language, where the collection has it."""
    laws = {passage.id: law for passage in passages if (law := _place(passage))}
    articles = sorted({(law.act, law.article) for law in laws.values()})
    if not articles:
        return {}
    places = compartment.ledger.passages.of_articles(articles)
    spoken = {(place.article, place.language) for place in places.values()}
    several = {article for article, _ in spoken if sum(one == article for one, _ in spoken) > 1}
    there = compartment.ledger.passages.get(id_ for id_, place in places.items() if place.article in several)
    by_place: dict[LawRef, list[Passage]] = {}
    for passage in sorted(there.values(), key=lambda p: (p.document, p.locator.page, p.locator.start)):
        if law := _place(passage):
            by_place.setdefault(law, []).append(passage)
    return {
        passage.id: _one_a_language(passage.language, by_place.get(laws[passage.id], []))
        for passage in passages
        if passage.id in laws
    }


def _one_a_language(own: Language, texts: Sequence[Passage]) -> list[Passage]:
    first: dict[Language, Passage] = {}
    for text in texts:
        if text.language is not own:
            first.setdefault(text.language, text)
    return list(first.values())


def _place(passage: Passage) -> LawRef | None:
    law = passage.locator.law
    return law if law and law.act and law.article and not passage.concealed else None


def _may_join(passage: Passage, source: Passage, twins: Sequence[Passage]) -> bool:
    return passage.language not in {source.language, *(twin.language for twin in twins)}
