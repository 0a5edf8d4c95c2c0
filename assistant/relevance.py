"""Says how much a sentence has to do with a question. Knows nothing of passages and answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from assistant.normal import fold
from casefile.language import Language

Stems = Callable[[str, Language], Sequence[str]]
Rarity = Callable[[str, Language], Mapping[str, float]]
Likeness = Callable[[str, Sequence[str]], Sequence[float]]

_MARKS = ".,;:!?()\"'"
WORDS, MEANING = 0.6, 0.4  # weights where both are known


class Relevance(Protocol):
    def __call__(
        self, question: str, language: Language, sentences: Sequence[tuple[str, Language]]
    ) -> list[float]:
        """For each sentence a number in 0..1, comparable within one call."""
        ...


class WordRelevance:
    """Share of the question's words that a sentence holds, the rare ones weighing more.

    `rarity` gives the question's stems with their inverse document frequencies; a stem it does not
    name weighs one. `likeness`, where given, adds the cosine of question and sentence: it is what
    chooses sentences of another language.
    """

    def __init__(self, stems: Stems, rarity: Rarity | None = None, likeness: Likeness | None = None) -> None:
        self._stems, self._rarity, self._likeness = stems, rarity, likeness

    def __call__(
        self, question: str, language: Language, sentences: Sequence[tuple[str, Language]]
    ) -> list[float]:
        known = self._rarity(question, language) if self._rarity else {}
        weights = dict(known) or dict.fromkeys(self._stems(question, language), 1.0)
        whole = sum(weights.values()) or 1.0
        shared = []
        for text, tongue in sentences:
            held = set(self._stems(text, tongue))
            shared.append(sum(weight for stem, weight in weights.items() if stem in held) / whole)
        if self._likeness is None:
            return shared
        near = self._likeness(question, [text for text, _ in sentences])
        return [WORDS * s + MEANING * max(0.0, float(n)) for s, n in zip(shared, near, strict=True)]


def truncated(text: str, language: Language) -> list[str]:
    """Stems for those who have no stemmer: the first letters of each word longer than three."""
    del language
    return [word[: max(4, len(word) - 3)] for word in fold(text).text.split() if len(word.strip(_MARKS)) > 3]
