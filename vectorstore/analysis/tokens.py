"""Cuts text into units, and a unit into words. Knows no language."""

import re
import unicodedata
from collections.abc import Iterator

from vectorstore.analysis.folding import repaired

LONGEST_WORD = 64  # letters kept of a "word" that is really a hash or a broken page

_HYPHEN = "-\u2010\u2011\u2012\u2013\u2212"
_IGNORED = re.compile("[\u00ad\u034f\u0300\u0301\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n\\s*")
_UNIT = re.compile(
    rf"""
      \d+ (?: [{_HYPHEN}./:]\d+ )+ (?![^\W_])                    # 188-1, 01.02.2024, 12:30, 10.0.0.1
    | [^\W_]+ (?: ['’ʼ`][^\W_]+ )*                               # a word, an apostrophe inside it
      (?: [{_HYPHEN}] [^\W\d_]{{1,5}} (?![^\W_])                 # дело-ны: perhaps an ending
        | [{_HYPHEN}] [ \t]* \r? \n \s* [^\W\d_]{{2,}} )?        # лог-⏎деректер: broken at the end of a line
    """,
    re.VERBOSE,
)
_SPLIT = re.compile(rf"[{_HYPHEN}\s]+")
_BROKEN = re.compile(rf"[{_HYPHEN}][ \t]*\r?\n\s*")
_NUMBER_JOINT = re.compile(rf"[{_HYPHEN}./:]")
_APOSTROPHE = str.maketrans("’ʼ`", "'''")
_NOT_WORD = re.compile(r"[^\w']|_")


def units(text: str) -> list[str]:
    """Words and joined numbers as written, each possibly with what a hyphen ties to it."""
    text = unicodedata.normalize("NFC", text)
    if _IGNORED.search(text):
        text = unicodedata.normalize("NFC", _IGNORED.sub("", _SOFT_BREAK.sub("", text)))
    return _UNIT.findall(text)


def number_parts(unit: str) -> list[str]:
    """The unit and its parts if it is a joined number, else nothing. Single digits are no parts.

    >>> number_parts("188-1"), number_parts("01.02.2024"), number_parts("188")
    (['188-1', '188'], ['01.02.2024', '01', '02', '2024'], [])
    """
    parts = _NUMBER_JOINT.split(unit)
    if len(parts) < 2 or not all(part.isdigit() for part in parts):
        return []
    whole = re.sub(f"[{_HYPHEN}]", "-", unit)[:LONGEST_WORD]
    return [whole, *(part[:LONGEST_WORD] for part in parts if len(part) > 1)]


def broken_word(unit: str) -> str:
    """The word a line break had cut, joined; "" if the unit is whole or the second half is a name.

    >>> broken_word("продук-\\nция"), broken_word("Нур-\\nСултан")
    ('продукция', '')
    """
    if not _BROKEN.search(unit):
        return ""
    head, tail = _BROKEN.split(unit, maxsplit=1)
    return head + tail if tail[:1].islower() else ""


def parts(unit: str) -> list[str]:
    """What hyphens tie together, apart."""
    return [part for part in _SPLIT.split(unit) if part]


def words(part: str) -> Iterator[str]:
    """Lower case, look-alikes repaired, ё as е; two words where scripts meet.

    >>> list(words("Cовет")), list(words("Telegramға"))
    (['совет'], ['telegram', 'ға'])
    """
    for run in repaired(part):
        word = unicodedata.normalize("NFC", run.lower()).translate(_APOSTROPHE).replace("ё", "е")
        word = _NOT_WORD.sub("", word).strip("'")[:LONGEST_WORD]
        if word:
            yield word
