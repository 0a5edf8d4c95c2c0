"""Finds what a statement settles though its quotes leave it open: cannot be determined, is being clarified,
a rapid test only. Words are lists (`polarity_words.toml`, `unsettled`). Knows nothing of passages.
"""

from collections.abc import Iterator, Sequence

from assistant.meaning import best, content
from assistant.polarity import clauses, has, pieces
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # likeness from which two words are one
_HEDGES = ("unsettled", "supposes", "suspects")


def settled(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement where it speaks of what a clause of the quotes leaves open, and says nothing of that."""
    denies = any(clause.denies for clause in clauses(text, language))
    if denies or any(has(kind, text, language) for kind in _HEDGES):
        return
    said = [word for word in content(text, language) if word.text.isalpha() and not word.light]
    for quote, tongue in quotes:
        for piece in pieces(quote, tongue):
            if has("unsettled", piece, tongue) and any(
                best(word, said) >= SAME for word in content(piece, tongue) if not word.light
            ):
                yield text.strip()
                return
