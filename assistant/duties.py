"""Finds duties in the place of rights, and rights in the place of duties, by what stands beside the word.

"The lawyer must" over "the lawyer may": the same one before the modal word, or the same deed after it. Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.meaning import Word, best, content
from assistant.polarity import clauses, found
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # likeness from which two words are one
BEFORE, AFTER = 2, 2  # words beside the modal one that may be who and what
_KINDS = ("permits", "obliges")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class _Modal:
    obliges: bool
    who: Sequence[Word]
    deed: Sequence[Word]


def other_modal(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses whose modal words have another kind than the same ones of the quotes."""
    held = [modal for quote, tongue in quotes for modal in _modals(quote, tongue)]
    for clause in clauses(text, language):
        for said in _modals(clause.text, language):
            same = [one for one in held if _meet(said.deed, one.deed)] or [
                one for one in held if _meet(said.who, one.who)
            ]
            if same and all(one.obliges is not said.obliges for one in same):
                yield clause.text.strip()
                break


def _meet(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return any(best(word, others) >= SAME for word in some)


def _modals(text: str, language: Language) -> Iterator[_Modal]:
    for clause in clauses(text, language):
        if clause.denies:
            continue
        for kind in _KINDS:
            for match in found(kind, clause.text, language):
                before, after = clause.text[: match.start()], clause.text[match.end() :]
                if language is Language.KK:  # the deed stands before its modal word, who at the beginning
                    deed, who = _beside(before, language, -1), list[Word]()
                else:
                    deed, who = _beside(after, language, 1), _beside(before, language, -1)
                yield _Modal(kind == "obliges", who, deed)


def _beside(text: str, language: Language, side: int) -> list[Word]:
    words = [word for word in content(text, language) if word.text.isalpha() and not word.light]
    return words[-BEFORE:] if side < 0 else words[:AFTER]
