"""Finds a quote in recognised text (OCR) where single letters are misread. The bound:

- the quote has all the words of its place, in their order, and the same signs between them;
- a word of four letters or more, without a digit, may differ by one letter: another, one more or one less;
- at most one word in eight differs: one for every eight words of the quote, and one among any eight in a
  row. A quote of fewer than eight words is exact;
- digits, shorter words, and words that count, name a month or deny are the same.

What is the same is what `assistant/normal.py` folds to the same. The place is the source's own words: they
are shown, and statements are held against them. Knows nothing of passages, nor which text is recognised.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from assistant.dates import names_month
from assistant.normal import Folded, fold
from assistant.numerals import numerals, ordinals
from assistant.polarity import KAZAKH_VERB
from assistant.word_kinds import found
from casefile.language import SPOKEN

FEWEST_LETTERS = 4  # of a word that may differ
WORDS_EACH = 8  # of the quote for one that differs

_WORD = re.compile(r"\w+")
_ROMAN = frozenset("іvхlсdm")  # folded

Span = tuple[int, int]


def misread_places(quote: str, source: str) -> Iterator[Span]:
    """Every span of `source` that says the same as `quote` but for letters within the bound.

    >>> passage = "Подозреваемый утвержлал, что в тот вечер был дома один"
    >>> list(misread_places("подозреваемый утверждал, что в тот вечер был дома", passage))
    [(0, 49)]
    """
    asked, page = fold(quote), fold(source)
    mine, theirs = _words(asked.text), _words(page.text)
    if len(mine) < WORDS_EACH:
        return
    head, tail = asked.text[: mine[0][0]].lstrip(), asked.text[mine[-1][1] :].rstrip()
    for first in range(len(theirs) - len(mine) + 1):
        there = theirs[first : first + len(mine)]
        start, end = there[0][0] - len(head), there[-1][1] + len(tail)
        if not (page.text[: there[0][0]].endswith(head) and page.text.startswith(tail, there[-1][1])):
            continue
        differing = _differing(asked.text, mine, page.text, there)
        if differing is not None and _apart(differing, asked.text, mine):
            texts = _unfolded(asked, quote, 0, len(asked.text)), _unfolded(page, source, start, end)
            if _harmless(differing, *texts):
                yield page.starts[start], page.ends[end - 1]


def _words(text: str) -> list[Span]:
    return [word.span() for word in _WORD.finditer(text)]


def _differing(one: str, mine: Sequence[Span], two: str, theirs: Sequence[Span]) -> list[int] | None:
    """The numbers of the words that differ by a letter; None where anything else differs."""
    differing = []
    for at, (here, there) in enumerate(zip(mine, theirs, strict=True)):
        if at and one[mine[at - 1][1] : here[0]] != two[theirs[at - 1][1] : there[0]]:
            return None
        word, other = one[slice(*here)], two[slice(*there)]
        if word == other:
            continue
        if not _one_letter_apart(word, other):
            return None
        differing.append(at)
    return differing


def _one_letter_apart(one: str, two: str) -> bool:
    """Whether two different words are long enough to, and differ by one letter."""
    shorter = min(len(one), len(two))
    if shorter < FEWEST_LETTERS or not (one.isalpha() and two.isalpha()):
        return False
    if _ROMAN.issuperset(one) or _ROMAN.issuperset(two):
        return False
    at = next((n for n in range(shorter) if one[n] != two[n]), shorter)
    return one[at + 1 :] == two[at + 1 :] or one[at + 1 :] == two[at:] or one[at:] == two[at + 1 :]


def _apart(differing: Sequence[int], text: str, words: Sequence[Span]) -> bool:
    """Whether there are few enough of them. Numbers are no words here: a table of them allows nothing."""
    before = [0]
    for word in words:
        before.append(before[-1] + text[slice(*word)].isalpha())
    far = all(before[later] - before[earlier] >= WORDS_EACH for earlier, later in pairwise(differing))
    return far and len(differing) * WORDS_EACH <= before[-1]


def _harmless(differing: Sequence[int], one: str, two: str) -> bool:
    """Whether the differing words neither count nor deny, and the same words deny in both."""
    words, others = _WORD.findall(one), _WORD.findall(two)
    if len(words) != len(others) or any(_counts(words[at]) or _counts(others[at]) for at in differing):
        return False
    denying = _denying(one)
    return denying == _denying(two) and denying.isdisjoint(differing)


def _counts(word: str) -> bool:
    return names_month(word) or any(numerals(word)) or any(ordinals(word))


def _denying(text: str) -> set[int]:
    """The numbers of the words that deny, or may, in any language: OCR does not tell which it is."""
    numbers = {n for n, word in enumerate(_WORD.findall(text)) if KAZAKH_VERB.fullmatch(word.casefold())}
    for kind, language in product(("denies", "may_deny"), SPOKEN):
        for match in found(kind, text, language):
            first = len(_WORD.findall(text[: match.start()]))
            numbers.update(range(first, first + len(_WORD.findall(match[0]))))
    return numbers


def _unfolded(folded: Folded, source: str, start: int, end: int) -> str:
    """What a part of the fold was made of, without the hyphens and signs that folding takes out of words."""
    pieces = dict.fromkeys(zip(folded.starts[start:end], folded.ends[start:end], strict=True))
    return unicodedata.normalize("NFC", "".join(source[left:right] for left, right in pieces))
