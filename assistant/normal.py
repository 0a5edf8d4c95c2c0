"""Folds away what copying, line breaks and keyboards change in a text, keeping the way back to its offsets.

Two texts are the same quotation if they fold to the same string: Unicode composition, case, white
space, hyphens inside words, dashes, quotation marks, ё, invisible characters and letters that look
alike in Cyrillic and Latin make no difference. Digits, word order and every other letter do.
Knows nothing of passages.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Lower-case Latin letters that are drawn like a Cyrillic one: adilet writes "есептiк" with a Latin i.
_ALIKE = str.maketrans("aceiopxyhë", "асеіорхуһе")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃", "-"),
        **dict.fromkeys("«»„“”‟″❝❞＂", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼʹ＇", "'"),
        "ё": "е",
        "…": "...",
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character `i` of it was made from `source[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(256)  # quotes and passages are folded for every check
def fold(source: str) -> Folded:
    """The folded text with its way back.

    >>> fold("Есептiк  көр-\\nсеткіш").text
    'есептік көрсеткіш'
    """
    kept: list[tuple[str, int, int]] = []
    for start, end in _clusters(source):
        for char in unicodedata.normalize("NFC", source[start:end]).casefold():
            if unicodedata.category(char) == "Cf":
                continue
            if not char.isspace():
                kept += [(made, start, end) for made in char.translate(_ALIKE).translate(_SIGNS)]
            elif kept and kept[-1][0] == " ":
                kept[-1] = (" ", kept[-1][1], end)
            else:
                kept.append((" ", start, end))
    joined = list(_without_hyphens(kept))
    return Folded(
        "".join(char for char, _, _ in joined),
        tuple(start for _, start, _ in joined),
        tuple(end for _, _, end in joined),
    )


def places(quote: str, source: str) -> Iterator[tuple[int, int]]:
    """Every span of `source` that says the same as `quote`; exact occurrences come first.

    >>> list(places("Тайное хищение", "кража, то есть тайное\\nхищение"))
    [(15, 29)]
    """
    if not quote.strip():
        return
    exact = source.find(quote)
    while exact >= 0:
        yield exact, exact + len(quote)
        exact = source.find(quote, exact + 1)
    wanted, page = fold(quote).text.strip(), fold(source)
    found = page.text.find(wanted) if wanted else -1
    while found >= 0:
        yield page.starts[found], page.ends[found + len(wanted) - 1]
        found = page.text.find(wanted, found + 1)


def whole_words(source: str, start: int, end: int) -> bool:
    """True if the span begins and ends between words: "законно" inside "незаконно" does not."""
    return not (_inside_word(source, start) or _inside_word(source, end))


def _inside_word(source: str, at: int) -> bool:
    left = next((char for char in reversed(source[:at]) if not _clings(char)), "")
    right = next((char for char in source[at:] if unicodedata.category(char) != "Cf"), "")
    return left.isalnum() and (right.isalnum() or _clings(right))


def _clings(char: str) -> bool:
    return bool(char) and (unicodedata.combining(char) != 0 or unicodedata.category(char) == "Cf")


def _clusters(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(source) + 1):
        if at == len(source) or not unicodedata.combining(source[at]):
            yield start, at
            start = at


def _without_hyphens(chars: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    # "лог-\nдеректер" is "логдеректер" torn by a line end, "кто-то" may be torn at its own hyphen:
    # between letters a hyphen and the space after it say nothing. Next to digits (190-1) it counts.
    before, at = "", 0
    while at < len(chars):
        char, start, end = chars[at]
        if char == "-" and before.isalpha():
            after = at + 1
            while after < len(chars) and chars[after][0] == " ":
                after += 1
            if after < len(chars) and chars[after][0].isalpha():
                at = after
                continue
        yield char, start, end
        before, at = char, at + 1
