"""Finds sentences in Kazakh, Russian and English text: spans, never copies.

Our own rules, because no library we know of has rules for Kazakh and for the abbreviations of law.
One pass over the punctuation marks; the time is linear whatever the text. Knows nothing of pages and
passages.
"""

import re
from collections.abc import Iterator

from casefile.language import Language

# A word that ends with a full stop without ending a sentence: before a number or a name, or anywhere.
_NEVER_LAST = frozenset(
    "г о v ст стст ч чч п пп подп абз гл разд рис табл см ср напр им ул пр д кв корп стр просп пер мкр"
    " обл р-н тов гр гр-н гр-ка проф акад доц зам нач инж тел моб вх исх рег"
    " б бб т тт тармақ мыс қар ө көш үй пәт қ обл ауд"
    " art arts no nos para paras sec pt ch fig p pp cf eg e.g i.e mr mrs ms dr prof st vs approx".split()
)
_SELDOM_LAST = frozenset(  # last when a capital follows
    "гг в вв н э т.е т.к т.п т.д т.б т.с.с т.ч и.о др пр руб коп тг тнг тенге млн млрд тыс трлн мин сек час"
    " кг км м см мм ж жж ғ мың қр рк рф etc inc ltd co corp jan feb mar apr jun jul aug"
    " sep sept oct nov dec".split()
)
_INITIAL = re.compile(r"[^\W\d_]")
_WORD_BEFORE = 16  # characters looked back for an abbreviation

_BREAK = re.compile(
    r"""
      (?P<stop>(?<![.!?…])[.!?…]++[”»"')\]]*+)(?=\s|\Z)  # the end of a sentence, perhaps
    | (?P<item>[;:](?=[ \t]+\d{1,3}(?:-\d{1,2})?\)[ \t]))  # "…; 2) …" on one line
    | (?P<line>\n)
    """,
    re.VERBOSE,
)
_ITEM = re.compile(
    r"""[ \t]*(?:
      \(?(?:\d{1,3}(?:-\d{1,2})?|[a-zа-яәғқңөұүһі]|[ivx]{1,5})\)
    | \d{1,3}(?:-\d{1,2})?\.[ \t] | [-–—•*·][ \t] | \#{1,6}[ \t]
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADING = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|Статья[ \t]+\d|\d+(?:-\d+)?-бап\b|Article[ \t]+\d|Глава[ \t]|\d+-тарау\b"
    r"|Chapter[ \t])"
)
_LINE_ENDS = ".!?…;:"


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Spans of sentences and list items in order, without the white space around them.

    >>> text = "Кража, ч. 2 ст. 188 УК РК. Ущерб 5 млн. тенге."
    >>> [text[a:b] for a, b in sentences(text, Language.RU)]
    ['Кража, ч. 2 ст. 188 УК РК.', 'Ущерб 5 млн. тенге.']
    """
    del language  # the abbreviations of the three do not collide, and texts mix them
    start = 0
    line = 0  # where the current line begins
    for mark in _BREAK.finditer(text):
        at, end = mark.span()
        if mark.lastgroup == "line":
            breaks = _line_breaks(text, line, at, end)
            line = end
        else:
            breaks = mark.lastgroup == "item" or _ends_sentence(text, at, end, line)
        if breaks:
            if span := _trimmed(text, start, end):
                yield span
            start = end
    if span := _trimmed(text, start, len(text)):
        yield span


def _line_breaks(text: str, line: int, at: int, end: int) -> bool:
    """A line may be wrapped: it ends a sentence before an item or a blank line, or after a heading."""
    at = line + len(text[line:at].rstrip())
    before = text[max(at - 1, line) : at]
    if at == line or before in _LINE_ENDS:
        return before != "." or _ends_sentence(text, at - 1, at, line)
    following = text[end : end + 1]
    if following in ("", "\n", "\r") or _HEADING.match(text, line, at):
        return True
    # "233\n– ущерб": a link broke the line, the dash begins no item.
    return bool(_ITEM.match(text, end)) and not (before.isdigit() and _next(text, end) in "–—-")


def _ends_sentence(text: str, at: int, end: int, line: int) -> bool:
    if text[at:end] != ".":
        return "." not in text[at:end] or not _lower_follows(text, end)
    word = _word_before(text, at)
    number, dash, unit = word.rpartition("-")
    year = word == "г" and text[max(at - 4, 0) : at - 1].rstrip()[-1:].isdigit()
    if year or (dash and number[-1:].isdigit() and len(unit) == 1):
        return _capital_follows(text, end)  # "2024 г. Он", "188-б. Ол"; but "г. Алматы"
    if word.isdigit():  # "1. Текст" at the start of a line is a number; "в 2020." ends
        return text[line:at].strip() != word
    if word in _NEVER_LAST or (len(word) == 1 and _INITIAL.match(word) and text[at - 1].isupper()):
        return "\n" in text[end : end + 3] and _capital_follows(text, end)
    if word in _SELDOM_LAST or (len(word) > 2 and "." in word):
        return _capital_follows(text, end)
    return not _lower_follows(text, end)


def _word_before(text: str, at: int) -> str:
    tail = text[max(at - _WORD_BEFORE, 0) : at]
    left = len(tail)
    while left and (tail[left - 1].isalnum() or tail[left - 1] in ".-"):
        left -= 1
    return tail[left:].lower().strip(".-")


def _next(text: str, end: int) -> str:
    return text[end : end + 40].lstrip(" \t\r\n\xa0«“\"'([")[:1]


def _lower_follows(text: str, end: int) -> bool:
    return _next(text, end).islower()


def _capital_follows(text: str, end: int) -> bool:
    return _next(text, end).isupper()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
