"""Finds the parts of a statute in the text of a page: chapters, articles, parts, points, editorial notes.

Kazakh, Russian and English, by what stands at the beginnings of lines. Gives stretches of the page in
order, without gaps. Knows nothing of acts and of the length of passages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

_SP = r"[^\S\n]*+"
_SPACES = r"[^\S\n]++"
_NUMBER = r"\d{1,4}(?:-\d{1,3})?"
_AFTER = rf"(?={_SP}(?:[.:–—-]|$))"
_ROMAN = r"[IVXLІХ]{1,7}"
_UNITS_RU = r"(?:РАЗДЕЛ|Раздел|ПОДРАЗДЕЛ|Подраздел|ГЛАВА|Глава|ПАРАГРАФ|Параграф|§)"
_UNITS_KK = r"(?:БӨЛІМ|бөлім|КІШІ БӨЛІМ|кіші бөлім|ТАРАУ|тарау|ПАРАГРАФ|параграф)"
_UNITS_EN = r"(?:CHAPTER|Chapter|SECTION|Section|PART|Part|TITLE|Title)"
_CHAPTER_TAIL = rf"(?={_SP}(?:[.:–—-]|$|[A-ZА-ЯӘҒҚҢӨҰҮҺІ]))"

_MARK = re.compile(
    rf"""^(?:{_SP}[#*]{{0,6}}{_SP})(?:
      (?:Статья|СТАТЬЯ){_SPACES}(?P<ru>{_NUMBER}){_AFTER}
    | (?P<kk>{_NUMBER}){_SP}-{_SP}(?:бап|БАП){_AFTER}
    | (?:Article|ARTICLE){_SPACES}(?P<en>{_NUMBER}(?:bis|ter)?){_AFTER}
    | (?P<chapter>
          {_UNITS_RU}{_SP}(?:{_NUMBER}|{_ROMAN}){_CHAPTER_TAIL}
        | (?:{_NUMBER}|{_ROMAN})(?:{_SP}-{_SP}|{_SP}){_UNITS_KK}\b{_CHAPTER_TAIL}
        | {_UNITS_EN}{_SPACES}(?:\d{{1,3}}|{_ROMAN}){_CHAPTER_TAIL}
        | (?:ОБЩАЯ|ОСОБЕННАЯ){_SPACES}ЧАСТЬ{_SP}$ | (?:ЖАЛПЫ|ЕРЕКШЕ){_SPACES}БӨЛІМ{_SP}$
        | (?<=\#)[A-ZА-ЯӘҒҚҢӨҰҮҺІ].{{0,200}}$
      )
    | (?P<end>(?:Приложение|ПРИЛОЖЕНИЕ|Қосымша|ҚОСЫМША|Annex|ANNEX|Appendix|APPENDIX)\b.{{0,80}}$
        | (?:Президент|Қазақстан{_SPACES}Республикасының{_SPACES}Президенті){_SP}$
        | Президент{_SPACES}Республики{_SPACES}Казахстан\b.{{0,60}}$
        | Қазақстан{_SPACES}Республикасының{_SP}$ )
    | (?P<note>(?:Сноска|Ескерту)(?=[.\s:]) | Примечани[ея]{_SPACES}(?:РЦПИ|ИЗПИ)\b | ЗҚАИ-ның\b
        | Вводится{_SPACES}в{_SPACES}действие\b | Күші{_SPACES}жойылды\b)
    | (?P<remark>(?:Примечани[ея]|Ескертпе(?:лер)?){_SP}[.:])
    | (?P<part>\d{{1,3}}(?:-\d{{1,2}})?)\.(?=[^\S\n]+\S|{_SP}$|[A-ZА-ЯӘҒҚҢӨҰҮҺІ])
    | (?P<point>\d{{1,3}}(?:-\d{{1,2}})?)\)(?={_SP}[^\s,;.)])
    | \(?(?P<letter>[a-zа-я])(?:\)|\.(?=\S))(?={_SP}[^\s,;)])
    )""",
    re.MULTILINE | re.VERBOSE,
)
_BARE_CHAPTER = re.compile(
    rf"^[\s#*]*(?:{_UNITS_RU}|{_UNITS_EN})?{_SP}(?:{_NUMBER}|{_ROMAN}){_SP}-?{_SP}{_UNITS_KK}?[\s.:]*$"
)
_ABOUT = re.compile(rf"!\s*(?:(?:В\s+)?[Сс]тать[юяие]\s+({_NUMBER})|({_NUMBER})-бап)")
_LIST_GOES_ON = tuple(":;.,–—-)")
_NOTE_LINES = 40  # links broken over lines make notes long, but not longer
_NOTE_GOES_ON = re.compile(
    r"\s*(?:[a-zа-яәғқңөұүһі(),;.№–—/-]|[NVXIІ]+\b|\d+[^.)\d]|Закон|Заң|Кодекс|Конституц)"
)
_GAP = 10  # parts that were repealed may be missing; where more are, the number means something else
_CONTENTS = 5  # so many article headings in a row, with nothing between, are a table of contents


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
    marks = (_article(found) for found in _MARK.finditer(text))
    return [int(re.match(r"\d+", number)[0]) for number in marks if number]  # type: ignore[index]  # starts with a digit


def outline(text: str, place: Place) -> Iterator[Stretch]:
    """Stretches that cover the page in order, beginning where the page before stopped (`place`)."""
    start, kind, opens = 0, Kind.TEXT, False
    contents = _contents(text)
    covered = 0  # a note or a chapter's second line hides what looks like marks inside it
    after_note = place
    for found in _MARK.finditer(text):
        at = found.start()
        if at < covered:
            continue
        if contents and contents[0] <= at < contents[1]:
            meaning: tuple[Kind, Place, int, bool] | None = (Kind.CONTENTS, Place(), contents[1], False)
        else:
            meaning = _meaning(text, found, after_note if kind is Kind.NOTE else place)
        if meaning is None:
            continue
        if at > start:
            yield Stretch(start, at, kind, place, opens)
        if kind is not Kind.NOTE:
            after_note = place
        kind, place, covered, opens = meaning
        start = at
        if kind is not Kind.TEXT:
            yield Stretch(at, covered, kind, place)
            start, opens = covered, False
            if kind is Kind.NOTE:
                place = after_note
            kind = Kind.TEXT
    if start < len(text):
        yield Stretch(start, len(text), kind, place, opens)


def _article(found: re.Match[str]) -> str:
    return found["ru"] or found["kk"] or found["en"] or ""


def _meaning(text: str, found: re.Match[str], place: Place) -> tuple[Kind, Place, int, bool] | None:
    """What the mark begins: its kind, its place, up to where no further mark counts."""
    at, end = found.span()
    if number := _article(found):
        heading, body = _heading(text, at, end)
        return Kind.TEXT, Place(article=number, heading=heading), body, True
    if found["chapter"]:
        return Kind.CHAPTER, Place(), _chapter_end(text, at), False
    if found["end"]:
        return Kind.END, Place(), end, False
    if found["note"]:
        stop = _note_end(text, at)
        return Kind.NOTE, _noted(text[at:stop], place), stop, False
    if not place.article:
        return None
    if found["remark"]:
        return Kind.TEXT, replace(place, remark=True, remark_list=False), end, False
    if found["part"]:
        return _part(text, found, place)
    return _item(text, found, place)


def _noted(note: str, place: Place) -> Place:
    """The article a note speaks of: the one before it, unless it begins by naming another."""
    about = _ABOUT.search(note)
    number = (about[1] or about[2]) if about else place.article
    return replace(place, part="", item="") if number == place.article else Place(article=number)


def _heading(text: str, at: int, end: int) -> tuple[str, int]:
    """The heading line in words, and where the body begins ("Article 10. 1. If the …" has no title)."""
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    numbered = re.compile(r"[.:\s]*(?=\d{1,3}\.\s+\S)").match(text, end, stop)
    if numbered:
        return _words(text[at:end]), numbered.end()
    return _words(text[at:stop]), stop


def _words(line: str) -> str:
    return " ".join(line.strip(" \t\r#*").split())


def _part(text: str, found: re.Match[str], place: Place) -> tuple[Kind, Place, int, bool] | None:
    number, last = found["part"], place.part
    if place.remark and (place.remark_list or number == "1"):
        return Kind.TEXT, replace(place, remark_list=True), found.end(), False
    if "-" in number and number.split("-")[0] == place.article and _main(number) > _main(last or "0") + 1:
        return Kind.TEXT, Place(), found.end(), False  # an article whose heading lacks its word
    if last and not _not_before(number, last):
        return None
    if found.end() == len(text) or text[found.end()] == "\n":  # "2." alone: only if it is the next
        if _main(number) != _main(last or "0") + 1:
            return None
    if _main(number) > _main(last or "0") + _GAP:
        return Kind.TEXT, Place(place.article, place.heading), found.end(), False
    return Kind.TEXT, Place(place.article, place.heading, number), found.end(), False


def _item(text: str, found: re.Match[str], place: Place) -> tuple[Kind, Place, int, bool] | None:
    number, letter = found["point"], found["letter"]
    if place.remark and (letter or place.remark_list or not _continues(number, place.item)):
        return Kind.TEXT, replace(place, remark_list=True), found.end(), False
    before = text[max(found.start() - 200, 0) : found.start()].rstrip()[-1:]
    if letter:
        if place.item and not place.lettered:
            return None
        if letter not in ("a", "а") and not (place.item and ord(letter) == ord(place.item) + 1):
            return None
        return Kind.TEXT, replace(place, item=letter, lettered=True), found.end(), False
    if place.lettered and place.item:
        return None
    if before and before not in _LIST_GOES_ON and not _continues(number, place.item):
        return None
    return Kind.TEXT, replace(place, item=number, lettered=False, remark=False), found.end(), False


def _continues(number: str, last: str) -> bool:
    """Whether a list goes on from `last`: with the next number, or with an insert ("1-1")."""
    return _main(number) == _main(last or "0") + 1 or (
        "-" in number and bool(last) and _main(number) == _main(last)
    )


def _main(number: str) -> int:
    return int(number.split("-")[0])


def _not_before(number: str, last: str) -> bool:
    def key(value: str) -> tuple[int, int]:
        main, _, insert = value.partition("-")
        return int(main), int(insert or 0)

    return key(number) > key(last)


def _chapter_end(text: str, at: int) -> int:
    """A chapter's line, with the next one if that is where its title stands."""
    stop = text.find("\n", at)
    if stop < 0:
        return len(text)
    following = text.find("\n", stop + 1)
    following = len(text) if following < 0 else following
    title = text[stop + 1 : following].strip()
    bare = _BARE_CHAPTER.match(text[at:stop]) or text[at:stop].rstrip().endswith((" ИХ", ","))
    if bare and title and len(title) < 200 and not _MARK.match(text, stop + 1):
        return following
    return stop


def _note_end(text: str, at: int) -> int:
    """A note ends with its line, unless a link broke the line or the body stands on the next one."""
    end, depth = at, 0
    for count in range(_NOTE_LINES):
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        line = text[end:stop]
        depth += line.count("(") - line.count(")")
        if stop == len(text):
            return stop
        body_follows = count == 0 and line.rstrip().endswith("!")
        finished = depth <= 0 and line.rstrip().endswith((".", "!", ";"))
        if not body_follows and (finished or depth <= 0) and not _NOTE_GOES_ON.match(text, stop + 1):
            return stop
        if finished and not body_follows and _MARK.match(text, stop + 1):
            return stop
        end = stop + 1
    return end - 1


def _contents(text: str) -> tuple[int, int] | None:
    """The span of a table of contents: many article headings in a row, nothing between them."""
    run: list[re.Match[str]] = []
    best: tuple[int, int] | None = None
    for found in _MARK.finditer(text):
        if not _article(found) and not found["chapter"]:
            continue
        stop = text.find("\n", run[-1].end()) if run else -1
        if run and (stop < 0 or text[stop : found.start()].strip()):
            run = []
        run.append(found)
        if sum(1 for mark in run if _article(mark)) >= _CONTENTS and (
            best is None or run[0].start() == best[0]
        ):
            end = text.find("\n", found.end())
            best = (run[0].start(), len(text) if end < 0 else end)
    return best
