"""Finds what a statement settles though its quotes leave it open: cannot be determined, is being clarified,
a rapid test only. Words are lists (`polarity_words.toml`, `unsettled`). Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import best, content
from assistant.polarity import clauses, has, pieces
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # likeness from which two words are one
_TRACE = re.compile(
    r"\b(?:след(?:ы|ов|а|ами)?|признак\w*|сведени\w*|данны[ех]\w*|доказательств\w*|traces?|signs?|evidence|indications?"
    r"|із(?:і|дер\w*|дері\w*)|белгі\w*|дерек\w*|мәлімет\w*|дәлел\w*)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:found|find|detect\w*|reveal\w*|establish\w*|обнаруж\w+|выявл\w+|наш(?:ел|ёл|ли|ла|едено)|найден\w*|установ\w+|табыл\w+|анықтал\w+)\b",
    re.IGNORECASE,
)
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


def untraced(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that denies a thing of which the quotes only say that no trace was found."""
    if (
        _TRACE.search(text)
        or _FOUND.search(text)
        or not any(clause.denies for clause in clauses(text, language))
    ):
        return
    said = [word for word in content(text, language) if word.text.isalpha() and not word.light]
    held = [clause for quote, tongue in quotes for clause in clauses(quote, tongue)]
    denying = [clause for clause in held if clause.denies]
    if denying and all(_TRACE.search(clause.text) for clause in denying):
        traces = [
            (clause.text, tongue)
            for quote, tongue in quotes
            for clause in clauses(quote, tongue)
            if clause in denying
        ]
        if any(best(word, said) >= SAME for words, tongue in traces for word in content(words, tongue)):
            yield text.strip()
