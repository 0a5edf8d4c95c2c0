"""Which spans of a passage are quoted: what answers, with all that it cannot stand without.

Knows nothing of other passages. Every span is verbatim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.units import Unit
from casefile.place import numbered
from casefile.search import Hit

WHOLE = 700  # characters; a norm of that many is quoted whole
LONGEST_SPAN = 790  # characters of neighbouring units shown as one quote; the verifier takes 800
LIST, LISTED = (
    500,
    1_000,
)  # characters of a list that is quoted with its head: at most, and if it is asked for
SHORTEST = 25  # characters; less is a heading
PIECES = 1  # of a sentence that is too long for one unit, quoted on either side of the piece that answers

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A unit, and how well it answers."""

    unit: Unit
    mark: float  # 0..1: what it is about
    form: float  # added to it where the unit has the form of the answer

    @property
    def fit(self) -> float:
        return self.mark + self.form


def whole(hit: Hit, parts: Sequence[Unit]) -> tuple[Span, ...]:
    """Everything the passage says, but for excluded items."""
    return _spoken(hit.passage.text, [part for part in parts if not part.gone])


def chosen(hit: Hit, marked: Sequence[Marked], items: Sequence[str], *, listed: bool) -> tuple[Span, ...]:
    """The spans that answer, in the order of the passage; first of all the `items` that are asked for.

    `listed`: a list is asked for, and is quoted to its end.
    """
    parts, text = [one.unit for one in marked], hit.passage.text
    if not parts:
        return ()
    everything = (parts[0].start, parts[-1].end)
    if hit.passage.locator.law and everything[1] - everything[0] <= WHOLE:
        return (everything,) if _speaks(text, everything) else ()
    wanted = [n for item in items if item for n in _first(_at(item, text, parts))]
    taken = set(wanted or _answering(marked, listed=listed))
    for n in sorted(taken):
        taken.update(_company(parts, n))
    for n in sorted(taken):
        taken.update(_sentence(parts, n))
    return _spoken(text, [parts[n] for n in sorted(taken)])


def _answering(marked: Sequence[Marked], *, listed: bool) -> Iterator[int]:
    """The unit that answers best. What only opens or names something is followed by what it opens."""
    parts = [one.unit for one in marked]
    best = max(range(len(parts)), key=lambda n: (marked[n].fit * _weight(parts[n], parts), -n))
    yield best
    if parts[best].head or (listed and parts[best].item):
        yield from _list(parts, best, LISTED if listed else LIST)
    elif parts[best].heading or _short(parts[best]):
        yield from _first(n for n in range(best + 1, len(parts)) if not parts[n].gone)


def _list(parts: Sequence[Unit], at: int, room: int) -> Iterator[int]:
    """The items of the list the unit belongs to, as many as have room; one at least."""
    head = next((n for n in range(at, -1, -1) if parts[n].head), at)
    for n in range(head + 1, len(parts)):
        if not parts[n].item or (n > head + 1 and parts[n].end - parts[head].start > room):
            return
        if not parts[n].gone:
            yield n


def _at(item: str, text: str, parts: Sequence[Unit]) -> Iterator[int]:
    """The units that begin with this number."""
    for n, part in enumerate(parts):
        found = numbered(item, text[part.start : part.end])
        if found and "\n" not in found[0].strip() and found.start() == 0:
            yield n


def _weight(part: Unit, parts: Sequence[Unit]) -> float:
    if part.gone or (part.title and not all(one.title for one in parts)):
        return 0.0  # beside a living item, or a norm, it says nothing
    return 0.3 if _short(part) and not part.heading else 1.0


def _short(part: Unit) -> bool:
    return part.end - part.start < SHORTEST


def _company(parts: Sequence[Unit], n: int) -> Iterator[int]:
    """What the unit cannot stand without: the head of its list, its sanction, the norm of a sanction."""
    before = range(n - 1, -1, -1)
    if parts[n].item:
        yield from _first(at for at in before if parts[at].head)
    if parts[n].sanction:
        yield from _first(at for at in before if _norm(parts[at]))
    else:
        yield from _first(at for at in range(n + 1, len(parts)) if parts[at].sanction)


def _norm(part: Unit) -> bool:
    return not (part.item or part.sanction or part.title)


def _sentence(parts: Sequence[Unit], n: int) -> Iterator[int]:
    """The neighbouring pieces of the same sentence."""
    for at in range(n - 1, max(n - PIECES, 0) - 1, -1):
        if not parts[at].cut:
            break
        yield at
    for at in range(n + 1, min(n + PIECES, len(parts) - 1) + 1):
        if not parts[at - 1].cut:
            break
        yield at


def _first(numbers: Iterator[int]) -> Iterator[int]:
    for number in numbers:
        yield number
        return


def _spoken(text: str, parts: Sequence[Unit]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for part in parts:
        if merged and _joins(text, merged[-1], part):
            merged[-1] = (merged[-1][0], part.end)
        else:
            merged.append((part.start, part.end))
    return tuple(span for span in merged if _speaks(text, span))


def _joins(text: str, span: Span, part: Unit) -> bool:
    return not text[span[1] : part.start].strip() and part.end - span[0] <= LONGEST_SPAN


def _speaks(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]]
    return len(words.split()) >= 2 and sum(map(str.isalnum, words)) >= 10
