"""What speaks against an answer: contradictions that a second search finds, and exceptions of its articles.

Looked for on request only. Verbatim quotes, chosen by rules; a model has no part in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from assistant.exceptions import exceptions
from assistant.ports import Search
from assistant.sides import Sides, cite, comparable, contrary
from casefile.answer import Citation, Claim, Contrary, Matter
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.search import Hit

MOST = 3  # quotes shown
LIMIT = 12  # passages that a second search looks at
LONGEST = 400  # characters of a statement's quotes that are searched


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks against, and the citations that were made to show it."""

    contrary: tuple[Contrary, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    cited: Citation
    hit: Hit
    quote: str
    matter: Matter


def against(
    claims: Sequence[Claim], citations: Sequence[Citation], sides: Sides, search: Search, language: Language
) -> Found:
    """At most `MOST` quotes, contradictions first.

    `citations`: those that the claims name. `sides`: the contradictions that the answer shows anyway.
    """
    found = [Contrary(one.citations[1], one.citations[0], one.matter) for one in sides.disagreements][:MOST]
    shown = [*citations, *sides.citations]
    made: list[Citation] = []
    candidates = chain(
        _contradictions(claims, citations, shown, search, language), _exceptions(citations, shown, search)
    )
    while len(found) < MOST and (one := next(candidates, None)):
        citation = cite(one.quote, one.hit, {one.hit.passage.id: one.hit}, language, [*shown, *made])
        if citation and citation not in made:
            found.append(Contrary(citation.n, one.cited.n, one.matter))
            made.append(citation)
    return Found(tuple(found), tuple(made))


def _contradictions(
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    shown: Sequence[Citation],
    search: Search,
    language: Language,
) -> Iterator[_Candidate]:
    """Each statement is searched again in the words of its quotes."""
    for claim in claims:
        quoted = [one for one in citations if one.n in claim.citations and _may_differ(one, search)]
        spoken = quoted[0].hit.passage.language if quoted else language
        words = " ".join(one.quote for one in quoted)[:LONGEST]
        hits = search.find(words, spoken if spoken in SPOKEN else language, LIMIT) if quoted else []
        for cited in quoted:
            for hit in hits:
                if comparable(cited.hit, hit) and (first := next(contrary(cited, hit, shown), None)):
                    quote, (matter, _) = first
                    yield _Candidate(cited, hit, quote, matter)


def _may_differ(cited: Citation, search: Search) -> bool:
    """A law differs only from another edition of the same place."""
    mine, law = cited.hit.passage, cited.hit.passage.locator.law
    if cited.hit.collection.kind is not CollectionKind.LAW or law is None:
        return cited.hit.collection.kind is not CollectionKind.LAW
    return any(
        one.document != mine.document and one.language is mine.language and one.locator.law == law
        for one in search.law(law)
    )


def _exceptions(
    citations: Sequence[Citation], shown: Sequence[Citation], search: Search
) -> Iterator[_Candidate]:
    """The first of each quoted rule, then the second of each."""
    of_rules = (_of_rule(cited, shown, search) for cited in citations if _is_rule(cited.hit))
    return (one for nth in zip_longest(*of_rules) for one in nth if one)


def _of_rule(cited: Citation, shown: Sequence[Citation], search: Search) -> Iterator[_Candidate]:
    law = cited.hit.passage.locator.law or LawRef()
    for passage, quote in exceptions(cited, search.law(LawRef(law.act, law.article)), shown):
        hit = Hit(passage, cited.hit.document, cited.hit.collection, 0.0, 0.0, {})
        yield _Candidate(cited, hit, quote, Matter.EXCEPTION)


def _is_rule(hit: Hit) -> bool:
    law = hit.passage.locator.law
    return hit.collection.kind is not CollectionKind.CASE and law is not None and bool(law.article)
