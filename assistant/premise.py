"""What a question takes for granted of the law and the texts do not have: an act, an article, a part of one.

What stands there instead is read from the texts that were searched, never from a list. Knows no words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.named import speaks_as_law
from assistant.ports import Search
from casefile.acts import Division, acts, division_of, namesakes
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.place import Named
from casefile.search import Hit

_ITEM = {
    bracket: re.compile(rf"^\W*(\d+(?:-\d+)?){re.escape(bracket)}(?!\d)", re.MULTILINE) for bracket in ")."
}


class Level(StrEnum):
    """What is missing. The article of an act that is not named is missing from all acts."""

    ACT = "act"
    ARTICLE = "article"
    ANY_ARTICLE = "any_article"
    PART = "part"
    POINT = "point"
    SUBPOINT = "subpoint"


@dataclass(frozen=True, slots=True)
class Missing:
    """A place that is named and not there, and the numbers of its kind that are, lowest first.

    Of an article these are all articles of its act.
    """

    level: Level
    ref: LawRef
    has: tuple[str, ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether not even the article was found."""
        return self.level in (Level.ACT, Level.ARTICLE, Level.ANY_ARTICLE)


def missing(
    asked: Sequence[Named], hits: Sequence[Hit], search: Search, *, every: bool = True
) -> Iterator[Missing]:
    """In the order of the question. What the hits show to be there is looked for no further.

    `every`: also where no law at all was searched; an answer from a case file need not say so.
    """
    laws = [hit.passage for hit in hits if speaks_as_law(hit)]
    for one in {one.ref: one for one in asked}.values():
        if any(one.stands_in(passage) for passage in laws):
            continue
        passages = search.law(LawRef(one.ref.act, one.ref.article))
        if not passages:
            if every or search.articles(""):
                yield _without_article(one.ref, search)
        elif not any(one.stands_in(passage) for passage in passages):
            yield _without_part(one, passages)


def nowhere(asked: Sequence[Named], hits: Sequence[Hit], search: Search) -> bool:
    """Whether places of the law are asked for and none of them is there.

    An act under a name that is not known may be here under another.
    """
    lacks = list(missing(asked, hits, search, every=False))
    places = {one.ref for one in asked}
    return bool(lacks) and len(lacks) == len(places) and all(one.ref.act in acts() for one in lacks)


def _without_article(ref: LawRef, search: Search) -> Missing:
    if not ref.act:
        return Missing(Level.ANY_ARTICLE, LawRef(article=ref.article))
    found = {number for act in namesakes(ref.act) for number in search.articles(act)}
    place = LawRef(ref.act, ref.article)
    return Missing(Level.ARTICLE, place, tuple(in_order(found))) if found else Missing(Level.ACT, place)


def _without_part(one: Named, passages: Sequence[Passage]) -> Missing:
    """The outermost part of the named place that the article lacks; of several acts nothing more is said."""
    ref = one.inside(passages[0]) if one.ref.act else one.ref
    laws = [(passage.locator.law or LawRef(), passage.text) for passage in passages]
    alone = len({law.act for law, _ in laws}) == 1
    if ref.part:
        has = {law.part for law, _ in laws if law.part}
        if ref.part not in has:
            return Missing(Level.PART, LawRef(ref.act, ref.article, ref.part), _known(has, alone))
        laws = [(law, text) for law, text in laws if law.part == ref.part]
    if ref.point:
        bracket = ")" if division_of(laws[0][0].act) is Division.PARTS else "."
        has = {law.point for law, _ in laws if law.point} or _numbered(bracket, laws)
        if ref.point not in has or not ref.subpoint:
            return Missing(Level.POINT, LawRef(ref.act, ref.article, ref.part, ref.point), _known(has, alone))
        laws = [(law, text) for law, text in laws if law.point in ("", ref.point)]
    has = {law.subpoint for law, _ in laws if law.subpoint} or _numbered(")", laws)
    return Missing(Level.SUBPOINT, ref, _known(has, alone))


def _known(numbers: set[str], alone: bool) -> tuple[str, ...]:
    return tuple(in_order(numbers)) if alone else ()


def _numbered(bracket: str, laws: Sequence[tuple[LawRef, str]]) -> set[str]:
    return {found[1] for _, text in laws for found in _ITEM[bracket].finditer(text)}


def in_order(numbers: set[str]) -> list[str]:
    """188, 188-1, 189.

    >>> in_order({"189", "188-1", "188", "1000"})
    ['188', '188-1', '189', '1000']
    """
    return sorted(numbers, key=_rank)


def _rank(number: str) -> tuple[list[int], str]:
    return [int(digits) for digits in re.findall(r"\d+", number)], number
