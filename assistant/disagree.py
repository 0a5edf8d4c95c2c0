"""Whether two statements say of the same thing what cannot both be true: another value, or a denial.

A false alarm is worse than silence: a reader who was called in vain does not come again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.matter_words import INTENDS, REPEATS, STATEMENT
from assistant.polarity import Clause, clause
from assistant.same_matter import Said, may_be_same, same_matter, same_words
from assistant.values import same, share_date, share_identifier, unlike
from casefile.answer import Matter
from casefile.sentences import sentences

CLAUSE = 4  # words before a comma that make a clause
LONGEST = 400  # characters of a statement that is compared

_PART = re.compile(r"[,;]\s+|\s[–—]\s|\n|\s+(?=(?:но|однако|бірақ|but)\s)", re.IGNORECASE)
_KIND = re.compile(r"[^\W\d_]{3,}(?:[\s_]+[^\W\d_]{3,})?")
_FIELD = re.compile(r"\s\|\s|^\W*[^.:;!?]{3,60}:\s")  # a row of a form, which is no statement
_IF = re.compile(
    r"\b(?:если|когда|бы|в\s+случае|при\s+условии|егер|\w+с[ае]\b(?=,)|жағдайда|if|unless|when|would)\b",
    re.IGNORECASE,
)


def disagreement(one: Said, other: Said, *, ruled: bool = False) -> tuple[Matter, tuple[str, str]] | None:
    """What two texts differ in and the two values, none for a denial; None where they do not contradict.

    `ruled`: both are editions of the same rule.
    """
    if not may_be_same(one, other):
        return None
    for mine in _statements(one):
        for theirs in _statements(other):
            if found := _differ(mine, theirs, ruled=ruled):
                return found
    return None


@lru_cache(1_000)
def _statements(said: Said) -> tuple[Said, ...]:
    return tuple(_cut(said))


def _cut(said: Said) -> Iterator[Said]:
    """Its sentences, and the parts of those."""
    for start, end in sentences(said.text, said.language):
        text = said.text[start:end]
        if len(text) <= LONGEST and not _FIELD.search(text):
            yield Said(text, said.language, said.title)
        before = ""
        for piece in _PART.split(text):
            a_clause = not before or len(before.split()) >= CLAUSE  # and no item of a list
            if piece != text and a_clause and not _FIELD.search(text):
                yield Said(piece, said.language, said.title)
            before = piece


def _differ(one: Said, other: Said, *, ruled: bool) -> tuple[Matter, tuple[str, str]] | None:
    if not may_be_same(one, other):
        return None
    found = unlike(one.text, other.text, one.language, other.language, ruled=ruled)
    if found:
        if not (same_words(one, other) if ruled else same_matter(one, other, anchored=_anchored(one, other))):
            return None
        mine, theirs = _clause(one), _clause(other)
        matter = found[0].matter
        sure = ruled or not (_loose(mine) or _loose(theirs) or mine.denies or theirs.denies)
        if not ruled and _may_repeat(one, other, matter):
            return None
        spelled = tuple(" ".join((value.number, value.unit)).strip() for value in found)
        return (matter, (spelled[0], spelled[1])) if sure else None
    return (Matter.DENIAL, ("", "")) if _denied(one, other, ruled=ruled) else None


def _denied(one: Said, other: Said, *, ruled: bool) -> bool:
    if one.language is not other.language:
        return False
    mine, theirs = _clause(one), _clause(other)
    if mine.denied == theirs.denied or mine.unclear or theirs.unclear:
        return False
    if not ruled and (_loose(mine) or _loose(theirs)):
        return False
    return same(one.text, other.text, one.language, other.language) and (
        same_words(one, other) if ruled else same_matter(one, other, anchored=_anchored(one, other), added=0)
    )


def _loose(said: Clause) -> bool:
    """Whether it supposes, permits or sets a condition, and so states no fact."""
    return said.supposed or said.permits or bool(_IF.search(said.text) or INTENDS.search(said.text))


def _may_repeat(one: Said, other: Said, matter: Matter) -> bool:
    """Whether it may have happened twice, each time with its own value: a sum on one day has not."""
    if not (REPEATS.search(one.text) or REPEATS.search(other.text) or _of_a_series(one.title, other.title)):
        return False
    return matter in (Matter.TIME, Matter.DATE) or not share_date(
        one.text, other.text, one.language, other.language
    )


def _of_a_series(title: str, other: str) -> bool:
    """Two waybills, two replies of the bank: papers of one kind tell of different occasions.

    Statements of witnesses do not: they are asked about the same.
    """
    kind, its = _KIND.match(title), _KIND.match(other)
    same_kind = kind and its and kind[0].casefold() == its[0].casefold()
    return bool(same_kind) and not STATEMENT.search(f"{title} {other}")


def _anchored(one: Said, other: Said) -> bool:
    return share_identifier(one.text, other.text, one.language, other.language)


@lru_cache(4_000)
def _clause(said: Said) -> Clause:
    return clause(said.text, said.language)
