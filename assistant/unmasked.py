"""Reads a text in the ways in which words are hidden from a search: each reading keeps its way back.

Folded (zero-width and look-alike characters, Unicode tags, accents, fancy letters), from behind, and with
digits for letters. Kazakh letters read as on a Russian keyboard. Knows nothing of what is looked for.
"""

import base64
import re
import unicodedata
from binascii import Error
from collections.abc import Iterator

from assistant.normal import Folded, fold

ACRONYM = "ǁǁ"  # stands for AI in any language: folded, ИИ could not be told from II, nor AI from АИ-92

_ACRONYM = re.compile(r"(?<![^\W_])(?:[ИЖ]И|[AА][IІ]|(?-i:KI))(?![^\W_]|[-_ ]?\d)", re.IGNORECASE)
_TURNED_ACRONYM = re.compile(r"\b(?:аи|жи)\b(?! ?\d)")  # folded, from behind
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")
_DIGITS = (str.maketrans("013457@$|", "oieastasi"), str.maketrans("0346@", "озчба"))  # Latin, Cyrillic
_MIXED = re.compile(r"\b(?=\w*\d)(?=(?:\w*?[^\W\d_]){2})\w{3,}\b")
_FEWEST_MIXED = 3  # words with digits inside; fewer are models, plates and flats
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{16,}(?:\s[A-Za-z0-9+/_-]{8,})*={0,2}")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:(?: {1,4}|[._*·|/-])[^\W_](?![^\W_])){3,}")  # s a y, s.a.y
_BETWEEN = re.compile(r"(?<! ) (?! )|[._*·|/-]")
_NOTHING = "\0"


class _Letters(dict[int, str]):
    """Every character as the one that stands for it in a reading."""

    def __missing__(self, code: int) -> str:
        char = chr(code - 0xE0000) if 0xE0020 <= code <= 0xE007E else chr(code)  # tags are hidden ASCII
        kind = unicodedata.category(char)
        if kind in ("Pd", "Pc") or char.isspace():
            made = " "
        elif kind in ("Cf", "Mn", "Me"):
            made = _NOTHING
        else:
            base = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)]
            made = fold(base[0] if len(base) == 1 else char).text[:1].translate(_KAZAKH) or _NOTHING
        return self.setdefault(code, made)


_LETTERS = _Letters()


def readings(text: str) -> Iterator[Folded]:
    """Folded texts; character `i` of one was made from `text[starts[i]:ends[i]]`.

    >>> next(readings("Не\\u200bйро-ceть, ИИ")).text
    'неиро сеть, ǁǁ'
    """
    plain = _read(text)
    yield plain
    yield Folded(_TURNED_ACRONYM.sub(ACRONYM, plain.text[::-1]), plain.starts[::-1], plain.ends[::-1])
    if _SPACED.search(text):
        yield _read(_SPACED.sub(lambda run: _BETWEEN.sub("\u200b", run.group()), text))
    if len(_MIXED.findall(text)) >= _FEWEST_MIXED:
        for digits in _DIGITS:
            yield _read(text.translate(digits))


def decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans that are words in base64 or hexadecimal, with the words."""
    for run in _ENCODED.finditer(text):
        words = _words(re.sub(r"\s", "", run.group()))
        if words and all(char.isprintable() or char.isspace() for char in words):
            yield *run.span(), words


def folded_pattern(pattern: str) -> str:
    """A regular expression as it finds its words in a reading; it may use no capitals."""
    return pattern.translate(_LETTERS)


def _read(text: str) -> Folded:
    made = _ACRONYM.sub(ACRONYM, text).translate(_LETTERS)
    kept = [
        at for at, char in enumerate(made) if char != _NOTHING and (char != " " or made[at - 1 : at] != " ")
    ]
    return Folded("".join(made[at] for at in kept), tuple(kept), tuple(at + 1 for at in kept))


def _words(run: str) -> str:
    try:
        if len(run) % 2 == 0 and re.fullmatch(r"[0-9a-fA-F]+", run):
            return bytes.fromhex(run).decode()
        whole = run.rstrip("=")
        altchars = b"-_" if "-" in run or "_" in run else b"+/"
        return base64.b64decode(whole + "=" * (-len(whole) % 4), altchars=altchars).decode()
    except (Error, ValueError):
        return ""
