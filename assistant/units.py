"""Cuts a passage into what can be quoted by itself: sentences and list items of at most 500 characters.

Knows nothing of questions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from casefile.language import Language
from casefile.sentences import sentences

LONGEST = 500  # characters of one unit

_ITEM = re.compile(r"\(?(?:\d{1,3}(?:-\d+)?|[a-zа-яәғқңөұүһі])\)\s|[-–—•*]\s", re.IGNORECASE)
_SANCTION = re.compile(
    r"^\W*(?:наказыва|влеч[её]т|влекут|(?:shall be|is|are) punish|entails?\b)"
    r"|(?:жазаланады|әкеп соғады|әкеледі)\W*$",
    re.IGNORECASE,
)
# An editorial note and its broken lines, up to the next line that begins like a norm.
_NOTE = re.compile(
    r"^\W*(?:Сноска\b|Примечание РЦПИ|Ескерту\.|ЗҚАИ-ның ескертпес).*?"
    r"(?=\n\s*(?:\d+(?:-\d+)?[.)]\s|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\Z)",
    re.MULTILINE | re.DOTALL,
)
# An item that was taken out of the law; its number and the note of it are all that is left.
_GONE = re.compile(
    r"\W*(?:\w{1,3}(?:-\d+)?[.)]\s*)?(?:"
    r"(?:исключ[её]н|утратил|утрачен)[аои]?(?:\s+силу)?\s*"
    r"(?:[-–—;.(]|в соответствии с Закон|Закон|Указ|с \d|\Z)"
    r"|(?:[^;]{0,120}\s)?(?:алып\s+тасталды|күш[iі]\s+жойылды|күш[iі]н\s+жойған?)(?!\w)"
    r"|(?:repealed|deleted|excluded)\s*(?:[-–—;.(]|by\b|\Z))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,6}\s")
# The line that names an article. A norm on the same line would end like a sentence.
_TITLE = re.compile(
    r"\W*(?:Статья\s+\d[\d-]*|\d[\d-]*-бап|Article\s+\d+(?:-?[a-z\d]+)?)(?!\w)"
    r"[^\n]*[^\s.;:,–—-][ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
_LINE_DASH = re.compile(r"[–—-][ \t]*\n\s*")
_BREAK = re.compile(r"[;:]\s|\s[–—-]\s|,\s")


@dataclass(frozen=True, slots=True)
class Unit:
    """The span `text[start:end]` of a passage."""

    start: int
    end: int
    item: bool = False  # an item of a list
    head: bool = False  # the words that open a list
    sanction: bool = False  # what a statute threatens for all that stands before it
    cut: bool = False  # its sentence goes on after `end`
    heading: bool = False  # names what follows, says nothing itself
    title: bool = False  # a heading that names an article
    note: bool = False  # an editor's words, not the law's
    gone: bool = False  # says only that it was taken out of the law


def units(text: str, language: Language) -> list[Unit]:
    """The quotable units in order. An editorial note is not the norm: it is left out beside one."""
    notes = [found.span() for found in _NOTE.finditer(text)]
    found = [unit for start, end in sentences(text, language) for unit in _units_of(text, start, end)]
    if title := _TITLE.match(text):
        found = [replace(u, title=u.end <= title.end()) for u in found]
    norm = [unit for unit in found if not any(unit.start < end and start < unit.end for start, end in notes)]
    return norm or [replace(unit, note=True) for unit in found]  # of a repealed article only the note is left


def _units_of(text: str, start: int, end: int) -> Iterator[Unit]:
    item = bool(_ITEM.match(text, start))
    # "…, –\nнаказывается": the line after the dash is the sanction of everything before it.
    borders = [start, *(dash.end() for dash in _LINE_DASH.finditer(text, start, end)), end]
    for left, right in pairwise(borders):
        for a, b in _pieces(text, left, right):
            words = text[a:b]
            begun = a > start or words[:1].islower()  # what it is threatened for stands before it
            sanction = begun and bool(_SANCTION.search(words)) and len(words) > 20
            yield Unit(
                a,
                b,
                item=item and a == start,
                head=words.endswith(":"),
                sanction=sanction,
                cut=b < len(text[:right].rstrip()),
                heading=bool(_HEADING.match(words)),
                gone=bool(_GONE.match(words)) and a == start,
            )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        least = start + LONGEST // 3
        breaks = [found.end() for found in _BREAK.finditer(text, least, start + LONGEST)]
        spaces = [at + 1 for at in range(least, start + LONGEST) if text[at].isspace()]
        border = (breaks or spaces or [start + LONGEST])[-1]
        yield _trimmed(text, start, border)
        start = border
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())
