"""Cuts running text into spans of a readable length, at paragraphs first, then sentences, then words.

Every character that is not white space lies in exactly one span. Knows nothing of laws.
"""

import re
from collections.abc import Iterator

from casefile.language import Language
from casefile.sentences import sentences

LEAST = 600  # a span this long ends at the next paragraph
MOST = 900  # no span grows beyond this by taking in another sentence
LONGEST_WORD = 2_000  # what is longer than this without white space is no word and may be cut

_HEADING = re.compile(
    r"^[^\S\n]*+(?:#{1,6}[^\S\n]*+(?P<marked>\S.*)|(?P<capitals>[^a-zа-яәғқңөұүһі\n]{4,120}))$", re.MULTILINE
)
_LETTERS = re.compile(r"[^\W\d_]{5}")
_SPACE = re.compile(r"(?<!\d)\s|\s(?!\d)")


def headed(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of the text, each with the heading it begins with; the first may have none."""
    start, heading = 0, ""
    for found in _HEADING.finditer(text):
        words = (found["marked"] or found["capitals"]).strip(" \t\r#*")
        if not _LETTERS.search(words):
            continue
        if text[start : found.start()].strip(" \t\r\n#*") != heading:  # two headings in a row stay together
            yield start, found.start(), heading
            start = found.start()
        heading = words
    yield start, len(text), heading


def pack(text: str, start: int, end: int, least: int = LEAST, most: int = MOST) -> Iterator[tuple[int, int]]:
    """Spans of `text[start:end]`, none longer than `most` unless one word is."""
    first = last = start  # the span being filled, once `last > first`
    for left, right in _sentences_cut(text, start, end, most):
        paragraph = text.count("\n", last, left) > 1
        if last > first and (right - first > most or (paragraph and last - first >= least)):
            yield first, last
            last = first
        if last == first:
            first = left
        last = right
    if last > first:
        yield first, last


def _sentences_cut(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    for left, right in sentences(text[start:end], Language.UND):
        yield from _cut(text, start + left, start + right, most)


def _cut(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    while end - start > most:
        border = _border(text, start, end, most)
        stop = border
        while text[stop - 1].isspace():
            stop -= 1
        yield start, stop
        while border < end and text[border].isspace():
            border += 1
        start = border
    if start < end:
        yield start, end


def _border(text: str, start: int, end: int, most: int) -> int:
    """Where to cut: a line, a clause or a word near `most`; not inside a number such as 1 000 000."""
    window = text[start + most // 2 : start + most + 1]
    for mark in ("\n", "; ", ", "):
        at = window.rfind(mark)
        if at >= 0:
            return start + most // 2 + at + len(mark)
    spaces = [found.end() for found in _SPACE.finditer(text, start + 1, start + most + 1)]
    if spaces:
        return spaces[-1]
    after = _SPACE.search(text, start + most, min(end, start + LONGEST_WORD))
    return after.end() if after else min(end, start + LONGEST_WORD)
