"""Finds the parts of a statute in the text of a page: articles, parts, points, chapters, editorial notes.

Gives stretches of the page in order, without gaps, each with its place in the act. Knows nothing of
the length of passages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.statute_marks import MARK, NUMBER, article_of, chapter_end, contents_of, heading_at, note_end

_ABOUT = re.compile(rf"!\s*(?:(?:В\s+)?[СсCc]тать[юяие]\s+({NUMBER})|({NUMBER})-бап)")
_GAP = 10  # parts that were repealed may be missing; where more are, the number means something else
_LIST_GOES_ON = tuple(":;.,–—-)")
_LINKS = re.compile(
    r"(?:\n[^\S\n]*№[^\n]{0,80})+\Z"
)  # what a dropped link left: "№ 272-VI" on a line of its own
_ENUMERATES = re.compile(r"(?:\d\)\s*(?:,|и|или|және|and|or)|\bподпункт[а-я]{0,3}|\bтармақша\w*)\Z")
_FIRST_PART = re.compile(r"[^\n]*\n\s*1\.\s")
_BARE_HEADING = re.compile(rf"\W*(?:\w+\s+{NUMBER}|{NUMBER}\s*-\s*\w+)\W*")


class Kind(StrEnum):
    TEXT = "text"
    CHAPTER = "chapter"
    END = "end"  # signature, annex: the articles are over
    NOTE = "note"  # editorial: not the norm itself
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an act a stretch stands. `part` is the "1.", `item` the "1)" or "a)" of the text."""

    article: str = ""
    heading: str = ""  # the line that names the article
    part: str = ""
    item: str = ""
    lettered: bool = False  # items of this list are letters
    remark: bool = False  # in the article's own note (Примечание), which belongs to no part
    remark_list: bool = False  # and in the note's own "1.", "1)"


@dataclass(frozen=True, slots=True)
class Stretch:
    """`page.text[start:end]` and what it is."""

    start: int
    end: int
    kind: Kind
    place: Place
    opens: bool = False  # begins with the article's heading line


def articles_in(text: str) -> list[int]:
    """The numbers of the article headings of a page, without inserts, in order."""
    marks = (article_of(found) for found in MARK.finditer(text))
    return [int(re.sub(r"\D.*", "", number)) for number in marks if number]


def preface_of(text: str) -> str:
    """What stands above the first chapter or article."""
    marks = (found for found in MARK.finditer(text) if article_of(found) or found["chapter"])
    first = next(marks, None)
    return text[: first.start()] if first else text


def outline(text: str, place: Place, whole: bool = False) -> Iterator[Stretch]:
    """Stretches that cover the page in order, beginning where the page before stopped (`place`).

    `whole` says that the page is one article, so that nothing on it can belong to another.
    """
    start, opens = 0, False
    contents = contents_of(text)
    covered = 0  # a note or a chapter's second line hides what looks like marks inside it
    for found in MARK.finditer(text):
        at = found.start()
        if at < covered:
            continue
        if contents and contents[0] <= at < contents[1]:
            meaning: _Meaning | None = _Meaning(Kind.CONTENTS, Place(), contents[1])
        else:
            meaning = _meaning(text, found, place, whole)
            if found["headed"] and opens and _BARE_HEADING.fullmatch(text, start, at):
                meaning = None  # the title of the article, on a line of its own
        if meaning is None:
            continue
        if at > start:
            yield Stretch(start, at, Kind.TEXT, place, opens)
        start, covered = at, meaning.end
        if meaning.kind is not Kind.TEXT:
            yield Stretch(at, covered, meaning.kind, meaning.place)
            start = covered
        if meaning.kind is not Kind.NOTE:  # after a note the text goes on where it was
            place = meaning.place
            opens = meaning.opens
        else:
            opens = False
    if start < len(text):
        yield Stretch(start, len(text), Kind.TEXT, place, opens)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a mark begins, and up to where no further mark counts."""

    kind: Kind
    place: Place
    end: int
    opens: bool = False


def _meaning(text: str, found: re.Match[str], place: Place, whole: bool) -> _Meaning | None:
    at, end = found.span()
    if number := article_of(found):
        heading, body = heading_at(text, at, end)
        return _Meaning(Kind.TEXT, Place(article=number, heading=heading), body, opens=True)
    if found["headed"]:
        return _Meaning(Kind.CHAPTER, Place(), end)
    if found["chapter"]:
        return _Meaning(Kind.CHAPTER, Place(), chapter_end(text, at))
    if found["end"]:
        return _Meaning(Kind.END, Place(), end)
    if found["note"]:
        stop = note_end(text, at)
        return _Meaning(Kind.NOTE, _noted(text[at:stop], place), stop)
    if not place.article:
        return None
    if found["remark"]:
        return _Meaning(Kind.TEXT, replace(place, remark=True, remark_list=False), end)
    if found["part"]:
        return _part(text, found, place, whole)
    return _item(text, found, place)


def _noted(note: str, place: Place) -> Place:
    """The article a note speaks of: the one before it, unless it begins by naming another."""
    about = _ABOUT.search(note)
    number = (about[1] or about[2]) if about else place.article
    return replace(place, part="", item="") if number == place.article else Place(article=number)


def _part(text: str, found: re.Match[str], place: Place, whole: bool) -> _Meaning | None:
    number, last = found["part"], place.part
    if _is_next_article(text, found, place):
        return _Meaning(Kind.TEXT, Place(), found.end())
    if place.remark and (place.remark_list or number == "1"):
        return _Meaning(Kind.TEXT, replace(place, remark_list=True), found.end())
    if (
        not whole
        and "-" in number
        and _main(number) == _main(place.article)
        and _main(number) > _main(last or "0") + 1
    ):
        return _Meaning(Kind.TEXT, Place(), found.end())  # an article whose heading lacks its word
    if (
        last and number == "1"
    ):  # begins again: a list of another kind, or an article whose heading was not seen
        new = Place(place.article, place.heading, remark=True, remark_list=True) if whole else Place()
        return _Meaning(Kind.TEXT, new, found.end())
    if last and not _after(number, last):
        return None
    alone = found.end() == len(text) or text[found.end()] == "\n"
    if alone and _main(number) != _main(last or "0") + 1:
        return None
    if _main(number) > _main(last or "0") + _GAP:
        return _Meaning(Kind.TEXT, Place(place.article, place.heading), found.end())
    return _Meaning(Kind.TEXT, Place(place.article, place.heading, number), found.end())


def _is_next_article(text: str, found: re.Match[str], place: Place) -> bool:
    """ "173. Незаконное вмешательство" after article 172: a heading that lacks its word.

    Its number follows the article's, and either cannot be a part's or has a part 1 below it.
    """
    number = found["part"]
    if not _after(number, place.article) or _main(number) > _main(place.article) + _GAP:
        return False
    beyond = _main(number) > _main(place.part or "0") + _GAP
    return beyond or bool(_FIRST_PART.match(text, found.end()))


def _item(text: str, found: re.Match[str], place: Place) -> _Meaning | None:
    number, letter = found["point"], found["letter"]
    above = text[max(found.start() - 200, 0) : found.start()].rstrip()
    if number and _ENUMERATES.search(above):
        return None
    goes_on = bool(number and place.item and _continues(number, place.item))
    if place.remark and (place.remark_list or not goes_on):
        return _Meaning(Kind.TEXT, replace(place, remark_list=True), found.end())
    before = (unlinked := _LINKS.sub("", above).rstrip())[-1:]
    if letter:
        if place.item and not place.lettered:
            return None
        if letter not in ("a", "а") and not (place.item and ord(letter) == ord(place.item) + 1):
            return None
        return _Meaning(Kind.TEXT, replace(place, item=letter, lettered=True), found.end())
    if place.lettered and place.item:
        return None
    higher = unlinked != above and place.item and _after(number, place.item)
    if before and before not in _LIST_GOES_ON and not (higher or _continues(number, place.item)):
        return None
    return _Meaning(Kind.TEXT, replace(place, item=number, lettered=False, remark=False), found.end())


def _continues(number: str, last: str) -> bool:
    """Whether a list goes on from `last`: with the next number, or with an insert ("1-1")."""
    return _main(number) == _main(last or "0") + 1 or (
        "-" in number and bool(last) and _main(number) == _main(last)
    )


def _main(number: str) -> int:
    """The number without inserts; 0 for a Roman one."""
    return int(re.sub(r"\D.*", "", number) or 0)


def _after(number: str, last: str) -> bool:
    def key(value: str) -> list[int]:
        return [int(digits) for digits in re.findall(r"\d+", value)]

    return key(number) > key(last)
