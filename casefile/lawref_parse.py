"""Reads law references in Kazakh, Russian and English text, as people really write them.

"ч. 2 ст. 188 УК РК", "ҚР ҚК 188-бабының 2-бөлігі", "Article 6(1)(b) of the Budapest Convention", "188 УК".
Where a text names no act the act is "". Knows nothing of which articles exist.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from casefile.acts import Division, division_of
from casefile.lawref import LawRef, resolved
from casefile.lawref_groups import Group, groups_of, stands_alone
from casefile.lawref_tokens import phrases
from casefile.lawref_units import Reader, Unit, Value
from casefile.lawref_words import Level

LONGEST_RANGE = 30  # "статьи 188-191" means every article; of a longer range only its ends
LARGEST_INSERT = 50  # "190-1" is an inserted article, "188-191" a range

_Combination = dict[Level, Value]


@dataclass(frozen=True, slots=True)
class FoundRef:
    """`text[start:end]` refers to `ref`; several references may share a span ("ст. 188, 189").

    `slip`: the text says point where the act has parts, or the like, and `ref` is what is meant.
    """

    start: int
    end: int
    ref: LawRef
    slip: bool = False


def find_refs(text: str) -> list[FoundRef]:
    """Every reference in the text, in order.

    >>> [found.ref for found in find_refs("по ч. 2 ст. 188 УК РК")]
    [LawRef(act='K1400000226', article='188', part='2', point='', subpoint='')]
    """
    found: list[FoundRef] = []
    for phrase in phrases(text):
        elements = [element for element in Reader(phrase).elements() if not stands_alone(text, element)]
        for group in groups_of(elements):
            found.extend(_refs(group))
    return found


def find_inner(text: str, within: LawRef) -> list[FoundRef]:
    """References to parts and points that name no article, as places of `within`, which names one.

    >>> [found.ref.part for found in find_inner("а часть 3?", LawRef("K1400000226", "188", part="2"))]
    ['3']
    """
    found: list[FoundRef] = []
    for phrase in phrases(text, ordinals=True):
        units = [unit for unit in Reader(phrase).elements() if isinstance(unit, Unit) and not unit.bare]
        if not units or any(unit.level is Level.ARTICLE for unit in units):
            continue
        start, end = min(unit.start for unit in units), max(unit.end for unit in units)
        for places in _outer_first(units) if units[0].kazakh else _inner_first(units):
            around = {} if {Level.PART, Level.PARAGRAPH} & places.keys() else _inherited(within)
            ref, slip = _ref(within.act, within.article, around | places)
            found.append(FoundRef(start, end, ref, slip))
    return found


def _inherited(within: LawRef) -> _Combination:
    """What "п. 3" leaves out where part 2 was spoken of."""
    kept = {Level.PART: within.part}
    if division_of(within.act) is not Division.PARTS:
        kept[Level.POINT] = within.point
    return {level: Value(number) for level, number in kept.items() if number}


def _refs(group: Group) -> Iterator[FoundRef]:
    articles = [(article, value) for value in group.article.values for article in _articles(value.value)]
    for at, (article, value) in enumerate(articles):
        # Of a list, "ч. 2 ст. 188, 190" speaks of part 2 of the first, "ст. 188, 190 ч. 2" of the last.
        before = list(_inner_first(group.before)) if at == 0 else []
        after = list(_outer_first(group.after)) if at == len(articles) - 1 else []
        own = list(_outer_first(value.inner) if _nested(value) else _inner_first(value.inner))
        for places in product(before or [{}], after or [{}], own or [{}]):
            ref, slip = _ref(group.act, article, {**places[0], **places[1], **places[2]})
            yield FoundRef(group.start, group.end, ref, slip)


def _nested(value: Value) -> bool:
    return bool(value.inner) and value.inner[0].level is Level.PARAGRAPH


def _articles(value: str) -> list[str]:
    """One number, an insert, or every number of a range."""
    left, _, right = value.partition("-")
    if "-" in right:  # "188-1-190"
        return [f"{left}-{right.split('-')[0]}", right.split("-")[1]]
    if not right or not left.isdigit() or (int(right) <= int(left) and int(right) <= LARGEST_INSERT):
        return [value]
    first, last = int(left), int(right)
    if first < last <= first + LONGEST_RANGE:
        return [str(number) for number in range(first, last + 1)]
    return [left, right] if first < last else [value]


def _inner_first(units: Iterable[Unit]) -> Iterator[_Combination]:
    """ "пункт 1) части второй и часть третья": from the inside out."""
    path: list[Unit] = []
    for unit in units:
        repeated = any(unit.level is other.level for other in path)
        if path and (repeated or (unit.joined and unit.level > path[-1].level)):
            yield from _combined(path)
            path = []
        path.append(unit)
    if path:
        yield from _combined(path)


def _outer_first(units: Iterable[Unit]) -> Iterator[_Combination]:
    """ "2-бөлігінің 1) тармағы және 3-бөлігі": from the outside in."""
    path: list[Unit] = []
    for unit in units:
        same = next((at for at, other in enumerate(path) if other.level is unit.level), None)
        if same is not None:
            yield from _combined(path)
            path = path[:same]
        path.append(unit)
    if path:
        yield from _combined(path)


def _combined(path: list[Unit]) -> Iterator[_Combination]:
    kept = [unit for unit in path if unit.level is not Level.INDENT]
    with_point = any(unit.level is Level.POINT for unit in kept)
    levels = [
        Level.POINT
        if unit.plural and not with_point and not any(v.listed for v in unit.values)
        else unit.level
        for unit in kept
    ]
    for values in product(*([one for value in unit.values for one in _expanded(value)] for unit in kept)):
        combination = dict(zip(levels, values, strict=True))
        for value in values:
            for inner in value.inner:
                combination[inner.level] = inner.values[0]
        if combination:
            yield combination


def _expanded(value: Value) -> list[Value]:
    return [replace(value, value=one) for one in _articles(value.value)]


def _ref(act: str, article: str, places: _Combination) -> tuple[LawRef, bool]:
    words = {level: value.value for level, value in places.items()}
    part, point, subpoint = (words.get(level, "") for level in (Level.PART, Level.POINT, Level.SUBPOINT))
    listed = Level.POINT in places and places[Level.POINT].listed
    in_parts = division_of(act) is Division.PARTS
    if item := words.get(Level.ITEM, ""):
        point, listed = item, in_parts
    if paragraph := words.get(Level.PARAGRAPH, ""):
        if in_parts and not part:
            part = paragraph
        elif not point:
            point = paragraph
    return resolved(LawRef(act, article, part, point, subpoint), listed)
