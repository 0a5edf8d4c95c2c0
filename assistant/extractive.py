"""Answers with the sources' own words: the sentences that say most about the question, by source.

Needs no model. What it composes goes through the same verifier as a model's words do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.label import label, tongue
from assistant.named import speaks_as_law, where_named
from assistant.orders import orders, overlaps
from assistant.relevance import Relevance
from assistant.units import LONGEST, Unit, units
from assistant.verdict import Proposed, Quoted
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.place import Named, named, numbered
from casefile.search import Hit
from prompts.render import phrase

SOURCES, QUOTES = 4, 6  # at most, in one answer
FROM_ONE = 2  # passages of one article or document
COMPARABLE = 0.7  # of the best: near enough for law to go before guidance, and guidance before case
WORTHLESS = 0.5  # of the best: not shown
HEARD = 3  # of the best-scored hits, whatever their evidence
SHORTEST = 25  # characters; less is a heading
_ORDER = {CollectionKind.LAW: 0, CollectionKind.GUIDANCE: 1, CollectionKind.CASE: 2}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Source:
    hit: Hit
    worth: float
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
    best, surest = (max((value(hit) for hit in hits), default=0.0) for value in (_score, _evidence))
    foremost = hits[:HEARD]  # the best-scored are heard, however sure others are
    hits = [hit for hit in hits if hit.score >= WORTHLESS * best and hit.evidence >= WORTHLESS * surest]
    hits = [*(hit for hit in foremost if hit not in hits), *hits]
    cut = _norms_first([(hit, _quotable(hit)) for hit in hits])
    texts = [(hit.passage.text[u.start : u.end], hit.passage.language) for hit, us in cut for u in us]
    marks = relevance(question, language, texts)
    highest = max(marks, default=0.0) or 1.0
    coming = iter(mark / highest for mark in marks)
    sources = []
    for hit, parts in cut:
        marked = [(next(coming), part) for part in parts]
        of_named = [one for one in asked if speaks_as_law(hit) and one.of_article(hit.passage)]
        here = [one for one in of_named if one.stands_in(hit.passage)]
        items = [one.item(hit.passage) for one in here]
        # Who asks for a part by its number wants all of it: what is left out could mislead.
        whole = any(one.narrow and not item for one, item in zip(here, items, strict=True))
        if spans := _living(hit, parts) if whole else _chosen(hit, marked, items):
            # Words of another language are not expected to be shared: what is not known counts half.
            least = 0.0 if hit.passage.language is language else 0.5
            least = 1.5 if of_named else least
            worth = hit.score * (0.3 + 0.7 * max([least, *(mark for mark, part in marked if not part.gone)]))
            sources.append(_Source(hit, worth, spans, frozenset(part.end for part in parts if part.cut)))
    return sources


def _quotable(hit: Hit) -> list[Unit]:
    """Without what speaks to a language model: it is no evidence of what it says."""
    text = hit.passage.text
    found = orders(text)
    return [part for part in units(text, hit.passage.language) if not overlaps(found, part.start, part.end)]


def _norms_first(cut: Sequence[tuple[Hit, list[Unit]]]) -> list[tuple[Hit, list[Unit]]]:
    """Without the notes to an article whose norm was found too."""
    with_norm = {_origin(hit) for hit, parts in cut if any(not part.note for part in parts)}
    return [
        (hit, parts)
        for hit, parts in cut
        if not (_origin(hit) in with_norm and all(part.note for part in parts))
    ]


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
    taken = list(foremost)
    for source in ranked:
        same = sum(_origin(other.hit) == _origin(source.hit) for other in taken)
        room = same < FROM_ONE and len(taken) < SOURCES and source not in taken
        if room and source.worth >= WORTHLESS * ranked[0].worth:
            taken.append(source)
    least = COMPARABLE * ranked[0].worth if ranked else 0.0
    near = [source for source in taken if source.worth >= least or source in foremost]
    near.sort(key=lambda source: _ORDER[source.hit.collection.kind])
    ordered = near + [source for source in taken if source not in near]
    firsts = [_origin(source.hit) for source in ordered]
    return sorted(
        ordered, key=lambda source: (firsts.index(_origin(source.hit)), source.hit.passage.locator.start)
    )


def _origin(hit: Hit) -> tuple[str, ...]:
    law = hit.passage.locator.law
    return (law.act, law.article) if law and law.article else (hit.passage.document,)


def _chosen(hit: Hit, marked: Sequence[tuple[float, Unit]], items: Sequence[str]) -> tuple[Span, ...]:
    """The spans that answer, in the order of the passage; first of all the items that are asked for."""
    parts = [part for _, part in marked]
    if not parts:
        return ()
    text = hit.passage.text
    if hit.passage.locator.law and parts[-1].end - parts[0].start <= LONGEST:
        return ((parts[0].start, parts[-1].end),)  # a short norm is quoted whole
    wanted = [n for item in items if item for n in _first(_at(item, text, parts))]
    best = max(range(len(marked)), key=lambda n: (marked[n][0] * _weight(parts[n]), -n))
    chosen = {at for n in wanted or [best] for at in (n, *_company(parts, n))}
    if not wanted and (parts[best].heading or _short(parts[best])):
        chosen.update(_first(n for n in range(best + 1, len(parts)) if not parts[n].gone))
    spans = [(parts[n].start, parts[n].end) for n in sorted(chosen)]
    return tuple(span for span in _merged(text, spans) if _speaks(text, span))


def _living(hit: Hit, parts: Sequence[Unit]) -> tuple[Span, ...]:
    """Everything the passage says, but for excluded items."""
    spans = [(part.start, part.end) for part in parts if not part.gone]
    return tuple(span for span in _merged(hit.passage.text, spans) if _speaks(hit.passage.text, span))


def _at(item: str, text: str, parts: Sequence[Unit]) -> Iterator[int]:
    """The units that begin with this number."""
    for n, part in enumerate(parts):
        found = numbered(item, text[part.start : part.end])
        if found and "\n" not in found[0].strip() and found.start() == 0:
            yield n


def _weight(part: Unit) -> float:
    if part.gone:
        return 0.0  # beside a living item it says nothing of the norm
    return 0.3 if _short(part) and not part.heading else 1.0


def _short(part: Unit) -> bool:
    return part.end - part.start < SHORTEST


def _company(parts: Sequence[Unit], chosen: int) -> Iterator[int]:
    """What the unit cannot stand without: the head of its list, its sanction, the norm of a sanction."""
    part = parts[chosen]
    if part.item:
        yield from _first(n for n in range(chosen - 1, -1, -1) if parts[n].head)
    if part.sanction:
        yield from _first(n for n in range(chosen - 1, -1, -1) if not parts[n].item and not parts[n].sanction)
    else:
        yield from _first(n for n in range(chosen + 1, len(parts)) if parts[n].sanction)


def _first(numbers: Iterator[int]) -> Iterator[int]:
    for number in numbers:
        yield number
        return


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip() and end - merged[-1][0] <= LONGEST:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _speaks(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]]
    return len(words.split()) >= 2 and sum(map(str.isalnum, words)) >= 10


def _proposed(source: _Source, language: Language) -> Proposed:
    hit, text = source.hit, source.hit.passage.text
    quotes = [text[start:end] for start, end in source.spans]
    shown: list[str] = []
    for (start, end), quote in zip(source.spans, quotes, strict=True):
        gap = "[…] " if shown and text[source.spans[len(shown) - 1][1] : start].strip() else ""
        rest = " […]" if end in source.cut else ""
        shown.append(gap + phrase("quote", language, text=" ".join(quote.split()) + rest))
    lead = {"label": label(hit, language), "quotes": " ".join(shown)}
    if hit.passage.language is not language and (spoken := tongue(hit, language)):
        said = phrase("lead_foreign", language, tongue=spoken, **lead)
    else:
        said = phrase("lead", language, **lead)
    return Proposed(said, tuple(Quoted(hit.passage.id, quote) for quote in quotes))
