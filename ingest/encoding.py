"""Bytes become text. Knows encodings and nothing of file formats.

The text stays as received: no Unicode normalisation, no repair of look-alike letters, because quotes
are compared with what the source says and offsets must point into it. Two exceptions: `\\r\\n` becomes
`\\n`, so that offsets do not depend on the system a file was saved on; and NUL is removed, because
SQLite and the C libraries below us end a string there.
"""

import codecs
import re

from ingest.letters import likelihood

_WINDOW = 50_000  # bytes that are weighed; a file has one encoding
_DAMAGE = 0.1  # share of characters beyond ASCII that may be broken in a text that is still UTF-8
_TRUST = 0.3  # nats a character by which a declared encoding is ahead of the others

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Ties go to the first: pure Russian text reads the same in cp1251 and in Kazakhstan's KZ-1048.
_EIGHT_BIT = ("cp1251", "kz1048", "cp866", "koi8-r", "iso8859-5", "mac-cyrillic", "cp1252")
_RARE = {"mac-cyrillic": 0.05}  # capitals as in cp866, small letters as in cp1251, and hardly ever met
_SAME_AS = {"iso8859-1": "cp1252", "koi8-u": "koi8-r"}
# Neither `unicode_escape` nor `idna`: a declaration must not make us transform the text.
_DECLARABLE = re.compile(r"iso8859|iso2022|cp|koi8|kz1048|gb|big5|shift_jis|euc|mac|hz|johab|tis")
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII = bytes(range(128))


def decode(data: bytes, hint: str = "") -> tuple[str, str]:
    """The text and the name of its encoding; `hint` is what the source declares. Never fails.

    >>> decode("Ұрлық".encode("kz1048"))
    ('Ұрлық', 'kz1048')
    """
    text, name = _decode(data, _declared(hint))
    return text.replace("\r\n", "\n").replace("\0", ""), name


def marked(data: bytes) -> str:
    """The encoding that a byte order mark or the pattern of UTF-16 gives away, or ""."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "") or _unmarked_utf16(data)


def _decode(data: bytes, hint: str) -> tuple[str, str]:
    if name := marked(data):
        return data.decode(name, "replace").removeprefix("\ufeff"), name
    if hint.startswith(("iso2022", "hz")):  # seven-bit, so they would pass as UTF-8
        return data.decode(hint, "replace"), hint
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or 2 * broken <= _DAMAGE * len(data.translate(None, _ASCII)):
        return text, "utf-8"
    return _eight_bit(data, hint)


def _eight_bit(data: bytes, hint: str) -> tuple[str, str]:
    if hint and hint not in _EIGHT_BIT:
        try:
            return data.decode(hint), hint
        except UnicodeDecodeError:
            hint = ""  # the declaration is wrong: the letters decide
    high = _HIGH.search(data)
    start = max(0, high.start() - 100) if high else 0
    sample = data[start : start + _WINDOW]

    def score(name: str) -> float:
        bonus = _TRUST if name == hint else -_RARE.get(name, 0.0)
        return likelihood(sample.decode(name, "replace")) + bonus

    best = max(_EIGHT_BIT, key=score)
    return data.decode(best, "replace"), best


def _unmarked_utf16(data: bytes) -> str:
    """Every other byte of UTF-16 is a Unicode row: 00 (Latin, space), 04 (Cyrillic), 20 (dashes)."""
    sample = data[: min(len(data), _WINDOW) & ~1]
    if b"\0" not in sample:
        return ""
    even, odd = sample[::2], sample[1::2]
    for name, rows, cells in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        usual = rows.count(0x00) + rows.count(0x04) + rows.count(0x20)
        if usual >= 0.95 * len(rows) and cells.count(0x00) <= 0.05 * len(cells):
            return name
    return ""


def _declared(hint: str) -> str:
    try:
        name = codecs.lookup(hint.strip(" \t\"'")).name
    except (LookupError, ValueError):  # ValueError: a NUL or a letter beyond ASCII in the name
        return ""
    name = _SAME_AS.get(name, name)
    return name if _DECLARABLE.match(name) else ""
