"""Answers with the sources' own words: the sentences that say most about the question, by source.

Needs no model. What it composes goes through the same verifier as a model's words do.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from assistant.asked_identifier import holds_asked
from assistant.label import label, tongue
from assistant.named import speaks_as_law, where_named
from assistant.orders import overlaps
from assistant.placed import unquotable
from assistant.relevance import Relevance
from assistant.spans import Marked, Span, chosen, whole
from assistant.units import Unit, units
from assistant.verdict import Proposed, Quoted
from assistant.wanted import Wanted, has_form, wanted
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.place import Named, named
from casefile.search import Hit
from prompts.render import phrase

SOURCES, QUOTES = 4, 6  # at most, in one answer
ARTICLES = 3  # or documents, at most
SCORE = 0.6  # of the worth of an article; the rest is how well its best sentence fits
SECOND = 0.6  # of the best passage of an article: enough to be quoted beside it
FORM = 0.2  # added to the mark, 0..1, of a sentence that has the form of the answer
COMPARABLE = 0.7  # of the best: near enough for law to go before guidance, and guidance before case
WORTHLESS = 0.5  # of the best: not shown
HEARD = 3  # of the best-scored hits, whatever their evidence
# "Те же деяния, …": a qualified part says nothing without the basic one.
_REFERS_BACK = re.compile(
    r"\W*(?:\d+(?:-\d+)?[.)]\s*)?(?:т[ео] же (?:деяни|действи)|(?:деяни|действи)\w+,? предусмотренн\w+ част"
    r"|(?:дәл )?сол (?:[іi]с-?)? ?әрекет|осы баптың .{0,40}бөл[іi](?:г|кт)|the same (?:act|deed))",
    re.IGNORECASE,
)
_ORDER = {CollectionKind.LAW: 0, CollectionKind.GUIDANCE: 1, CollectionKind.CASE: 2}


@dataclass(frozen=True, slots=True)
class _Source:
    hit: Hit
    worth: float  # beside other articles and documents
    own: float  # beside other passages of its article or document
    told: float  # how much its best sentence says, whatever its rank
    spans: tuple[Span, ...]
    cut: frozenset[int]  # ends of spans inside a sentence


def extract(
    question: str, language: Language, hits: Sequence[Hit], relevance: Relevance
) -> Iterator[Proposed]:
    """One statement a source, best kind of source first; none if nothing can be quoted."""
    room = QUOTES
    asked = named(question)
    hits = _without_copies(_without_twins(hits, language))
    hits = where_named(question, language, hits, asked, relevance)
    for source in _ordered(_sources(question, language, hits, asked, relevance)):
        if len(source.spans) <= room:
            room -= len(source.spans)
            yield _proposed(source, language)


def _sources(
    question: str, language: Language, hits: Sequence[Hit], asked: Sequence[Named], relevance: Relevance
) -> list[_Source]:
    forms = wanted(question)
    cut = _norms_first([(hit, _quotable(hit)) for hit in _worthy(hits)])
    texts = [(hit.passage.text[u.start : u.end], hit.passage.language) for hit, us in cut for u in us]
    marks = relevance(question, language, texts)
    highest = max(marks, default=0.0) or 1.0
    coming = iter(
        (mark / highest, FORM * (has_form(text, forms) or holds_asked(question, text)))
        for mark, (text, _) in zip(marks, texts, strict=True)
    )
    return [
        source
        for hit, parts in cut
        if (source := _source(hit, [Marked(part, *next(coming)) for part in parts], language, asked, forms))
    ]


def _worthy(hits: Sequence[Hit]) -> list[Hit]:
    """The best-scored are heard, however sure others are."""
    best, surest = (max((value(hit) for hit in hits), default=0.0) for value in (_score, _evidence))
    worthy = [hit for hit in hits if hit.score >= WORTHLESS * best and hit.evidence >= WORTHLESS * surest]
    return [*(hit for hit in hits[:HEARD] if hit not in worthy), *worthy]


def _source(
    hit: Hit, marked: Sequence[Marked], language: Language, asked: Sequence[Named], forms: Set[Wanted]
) -> _Source | None:
    """None if nothing of the passage can be quoted."""
    of_named = [one for one in asked if speaks_as_law(hit) and one.of_article(hit.passage)]
    here = [one for one in of_named if one.stands_in(hit.passage)]
    items = [one.item(hit.passage) for one in here]
    parts = [one.unit for one in marked]
    # Who asks for a part by its number wants all of it: what is left out could mislead.
    if any(one.narrow and not item for one, item in zip(here, items, strict=True)):
        spans = whole(hit, parts)
    else:
        spans = chosen(hit, marked, items, listed=Wanted.LIST in forms)
    # Words of another language are not expected to be shared: what is not known counts half.
    least = 0.0 if hit.passage.language is language else 0.5
    least = 1.5 if of_named else least
    topic = max([least, *(one.mark for one in marked if not one.unit.gone)])
    norm = max([0.0, *(one.fit for one in marked if not (one.unit.gone or one.unit.title))])
    worth = hit.score * (SCORE + (1 - SCORE) * topic)
    own, told = (hit.score * (0.3 + 0.7 * mark) for mark in (norm, topic))
    return (
        _Source(hit, worth, own, told, spans, frozenset(part.end for part in parts if part.cut))
        if spans
        else None
    )


def _quotable(hit: Hit) -> list[Unit]:
    """Without what speaks to a language model: it is no evidence of what it says."""
    found, parts = unquotable(hit), units(hit.passage.text, hit.passage.language)
    return [part for part in parts if not overlaps(found, part.start, part.end)]


def _norms_first(cut: Sequence[tuple[Hit, list[Unit]]]) -> list[tuple[Hit, list[Unit]]]:
    """Without the notes to an article, and its title alone, where its norm was found too."""
    with_norm = {_origin(hit) for hit, parts in cut if not _only_names(parts)}
    return [(hit, parts) for hit, parts in cut if not (_origin(hit) in with_norm and _only_names(parts))]


def _only_names(parts: Sequence[Unit]) -> bool:
    return all(part.note or part.title for part in parts)


def _score(hit: Hit) -> float:
    return hit.score


def _evidence(hit: Hit) -> float:
    return hit.evidence


def _without_twins(hits: Sequence[Hit], language: Language) -> list[Hit]:
    """Kazakh and Russian texts of one article are one source: keep the one in the question's language."""
    kept: dict[object, Hit] = {}
    for hit in hits:
        law = hit.passage.locator.law
        key = (
            law
            if law and law.act and law.article and hit.collection.kind is CollectionKind.LAW
            else hit.passage.id
        )
        twin = kept.get(key)
        if twin is None:
            kept[key] = hit
        elif twin.passage.language is not hit.passage.language:
            kept[key] = hit if hit.passage.language is language else twin
        else:
            kept[hit.passage.id] = hit
    return list(kept.values())


def _without_copies(hits: Sequence[Hit]) -> list[Hit]:
    """Of passages that say the same to the letter and name no other article, the first is enough."""
    kept: dict[object, Hit] = {}
    for hit in hits:
        place = _origin(hit) if speaks_as_law(hit) else ()
        key = (hit.collection.kind, place, " ".join(hit.passage.text.split()))
        kept.setdefault(key, hit)
    return list(kept.values())


def _ordered(sources: Sequence[_Source]) -> list[_Source]:
    ranked = sorted(sources, key=lambda source: (-source.worth, source.hit.passage.id))
    best = max((source.hit.score for source in sources), default=0.0)
    foremost = [source for source in ranked if source.hit.score == best][:1]
    taken = _taken([*foremost, *(source for source in ranked if source not in foremost)])
    least = COMPARABLE * ranked[0].worth if ranked else 0.0
    near = [source for source in taken if source.worth >= least or source in foremost]
    near.sort(key=lambda source: _ORDER[source.hit.collection.kind])
    ordered = near + [source for source in taken if source not in near]
    firsts = [_origin(source.hit) for source in ordered]
    return sorted(ordered, key=lambda source: (firsts.index(_origin(source.hit)), *_place(source)))


def _taken(ranked: Sequence[_Source]) -> list[_Source]:
    """Two passages of the foremost article or document, one of the next ones, then what there is room for."""
    least = WORTHLESS * max((source.told for source in ranked), default=0.0)
    groups: dict[tuple[str, ...], list[_Source]] = {}
    for source in ranked:
        groups.setdefault(_origin(source.hit), []).append(source)
    telling = [group for n, group in enumerate(groups.values()) if n == 0 or _best(group) >= least]
    shown = [
        _pair(group, least)
        for n, group in enumerate(telling)
        if n < ARTICLES or not speaks_as_law(group[0].hit)
    ]
    firsts, seconds = [pair[:1] for pair in shown], [pair[1:] for pair in shown]
    return [source for some in (*firsts[:1], *seconds[:1], *firsts[1:], *seconds[1:]) for source in some][
        :SOURCES
    ]


def _best(group: Sequence[_Source]) -> float:
    return max(source.told for source in group)


def _pair(group: Sequence[_Source], least: float) -> list[_Source]:
    """The passage that fits best, and the next one, or the basic norm that it refers to."""
    telling = [source for source in group if source.told >= least] or group[:1]
    best, *others = sorted(telling, key=lambda source: -source.own)
    if _REFERS_BACK.match(best.hit.passage.text):
        others = sorted((source for source in group if _place(source) < _place(best)), key=_place)
    else:
        others = [source for source in others if source.own >= SECOND * best.own]
    return [best, *others[:1]]


def _place(source: _Source) -> tuple[int, int]:
    at = source.hit.passage.locator
    return at.page, at.start


def _origin(hit: Hit) -> tuple[str, ...]:
    law = hit.passage.locator.law
    return (law.act, law.article) if law and law.article else (hit.passage.document,)


def _proposed(source: _Source, language: Language) -> Proposed:
    hit, text = source.hit, source.hit.passage.text
    shown: list[str] = []
    for n, (start, end) in enumerate(source.spans):
        before = source.spans[n - 1][1] if n else start
        gap = "[…] " if text[before:start].strip() else ""
        rest = " […]" if _goes_on(source, n) else ""
        shown.append(gap + phrase("quote", language, text=" ".join(text[start:end].split()) + rest))
    lead = {"label": label(hit, language), "quotes": " ".join(shown)}
    if hit.passage.language is not language and (spoken := tongue(hit, language)):
        said = phrase("lead_foreign", language, tongue=spoken, **lead)
    else:
        said = phrase("lead", language, **lead)
    return Proposed(said, tuple(Quoted(hit.passage.id, text[start:end]) for start, end in source.spans))


def _goes_on(source: _Source, n: int) -> bool:
    """Whether the span stops inside a sentence or a list, and the next one does not take it up."""
    text, end = source.hit.passage.text, source.spans[n][1]
    if n + 1 < len(source.spans):
        return end in source.cut and bool(text[end : source.spans[n + 1][0]].strip())
    return end in source.cut or text[end - 1] in ":;"
