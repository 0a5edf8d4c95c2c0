"""Cuts text into the words a law reference is made of: units, numbers, ordinals, joints, names of acts.

Kazakh, Russian, English and their mixtures. Knows nothing of how the words belong together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from casefile.actfind import FoundAct, find_acts
from casefile.lawref_words import COUNTED, ORDINALS, SCAN, UNITS, Level
from casefile.lookalikes import fold


class Sort(StrEnum):
    UNIT = auto()
    NUMBER = auto()
    ORDINAL = auto()  # "второй", "екінші"
    LETTER = auto()  # "b)", "(b)"
    NESTED = auto()  # "(1)" right after an article number
    JOINT = auto()  # "," "и" "және"
    THROUGH = auto()  # "по", "to": a range
    OF = auto()
    OPEN = auto()
    CLOSE = auto()
    ACT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    sort: Sort
    start: int
    end: int
    value: str = ""
    level: Level = Level.ARTICLE
    listed: bool = False  # the number stands with a bracket: "3)"
    kazakh: bool = False  # a unit that follows its number
    glued: bool = False  # a unit tied to the number before it: "188-статьясы"
    plural: bool = False  # "пп.": several points, or one subpoint
    short: bool = False  # "188-б.": бап, or after one, бөлік
    act: FoundAct | None = None


LONGEST = 1_000  # tokens of one phrase; the longest list in the codes has a few hundred

_SORTS = {
    "through": Sort.THROUGH, "dash": Sort.THROUGH, "joint": Sort.JOINT, "comma": Sort.JOINT, "of": Sort.OF,
    "open": Sort.OPEN, "close": Sort.CLOSE,
}  # fmt: skip
_BETWEEN = ' \t\r\n\xa0"«»“”*_'  # what may stand between two words of one reference
_ADDRESS = re.compile(
    r"(?:ул\.|улиц|көше|коше|уй\b|дом\b|д\.|пр\.|просп|дангыл|мкр|шагын\s?аудан|кв\.|патер)[^\n]{0,40}$"
)


def phrases(text: str, ordinals: bool = False) -> Iterator[list[Token]]:
    """Runs of tokens with nothing else between them, of which one at least is a number.

    `ordinals`: a spelled one will do, "вторая часть".
    """
    folded = fold(text)
    run: list[Token] = []
    for token in _tokens(text, folded):
        if run and (len(run) >= LONGEST or folded[run[-1].end : token.start].strip(_BETWEEN)):
            if _worth(run, ordinals):
                yield run
            run = []
        if token.short and len(run) > 1 and run[-2].sort is Sort.UNIT and run[-2].level is Level.ARTICLE:
            token = replace(token, level=Level.PART)
        run.append(token)
    if _worth(run, ordinals):
        yield run


def _worth(run: list[Token], ordinals: bool) -> bool:
    sorts = {token.sort for token in run}
    numbered = Sort.NUMBER in sorts or (ordinals and Sort.ORDINAL in sorts)
    return numbered and (Sort.UNIT in sorts or Sort.ACT in sorts)


def _tokens(text: str, folded: str) -> Iterator[Token]:
    acts = find_acts(text, folded)
    act = next(acts, None)
    at = 0
    while found := SCAN.search(folded, at):
        while act and act.end <= found.start():
            yield Token(Sort.ACT, act.start, act.end, act=act)
            act = next(acts, None)
        if act and act.start < found.end():
            yield Token(Sort.ACT, act.start, act.end, act=act)
            at, act = act.end, next(acts, None)
            continue
        token, at = _token(text, folded, found)
        if token:
            yield token
        if at <= found.start():
            at = found.start() + 1
    if act:
        yield Token(Sort.ACT, act.start, act.end, act=act)
        yield from (Token(Sort.ACT, found.start, found.end, act=found) for found in acts)


def _token(text: str, folded: str, found: re.Match[str]) -> tuple[Token | None, int]:
    """The token and where to read on; no token for what only looks like a word of a reference."""
    name = found.lastgroup or ""
    if name in ("end", "bracket"):
        name = "number"
    start, end = found.span()
    if name == "sum":
        return None, end
    if name == "number":
        return _number(folded, found)
    if name in ("nested", "letter"):
        value = (
            text[start:end].strip("()") if name == "nested" else re.sub(r"^(\w)\)", r"\1", text[start:end])
        )
        return Token(
            Sort.NESTED if name == "nested" else Sort.LETTER, start, end, value.lower(), listed=True
        ), end
    if name == "ordinal":
        return Token(Sort.ORDINAL, start, end, str(_ordinal(found["ordinal"]))), end
    if name in UNITS:
        return _unit(folded, found, name)
    return Token(_SORTS[name], start, end), end


def _ordinal(word: str) -> int:
    """ "второй" is 2, "он бірінші" (folded) is 11."""
    tens, ones = (10, word.split()[-1]) if re.match(r"он\s", word) else (0, word)
    return tens + next(number for stem, number in ORDINALS if ones.startswith(stem))


def _unit(folded: str, found: re.Match[str], name: str) -> tuple[Token | None, int]:
    start, end = found.span()
    glue = found["glue"] or ""
    word = start + len(glue)
    inside = word > 0 and folded[word - 1].isalpha()
    if inside or (end < len(folded) and folded[end].isalnum() and not folded[end].isdigit()):
        return None, end
    if name == "kk_short" and _ADDRESS.search(folded, max(0, start - 60), start):
        return None, end
    glued = "-" in glue or name in ("kk_short", "kk_short_point")
    token = Token(
        Sort.UNIT, start, end, level=UNITS[name], kazakh=name[:2] == "kk", glued=glued,
        plural=name == "ru_points", short=name == "kk_short",
    )  # fmt: skip
    return token, end


def _number(folded: str, found: re.Match[str]) -> tuple[Token | None, int]:
    start, end = found.span()
    value = re.sub(r"\s", "", found["number"]).replace("–", "-").replace("—", "-")
    left, _, right = value.partition("-")
    if (
        right
        and re.search(r"\s|—", found["number"])
        and (int(right) <= int(left) or COUNTED.match(folded, end))
    ):
        value, end = left, start + len(left)  # "188 – 5 лет": the dash begins something else
    elif COUNTED.match(folded, end):
        return None, end
    bracket = bool(found["bracket"]) and end == found.end()
    if bracket and _closes(folded, start, end):
        bracket, end = False, end - 1
    return Token(Sort.NUMBER, start, end, value, listed=bracket), end


def _closes(folded: str, start: int, end: int) -> bool:
    """Whether the bracket after the number closes one opened before, rather than marking a list item."""
    before = folded[max(0, start - 120) : start]
    if before.count("(") <= len(re.findall(r"(?<![\d])\)", before)):
        return False
    after = folded[end : end + 60]
    close, opened = after.find(")"), after.find("(")
    return close < 0 or 0 <= opened < close
