"""A reranker without a model: the share of the question's words that a passage holds. Always the same."""

import re
from collections.abc import Sequence


class MemoryReranker:
    name = "memory"

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        asked = _words(question)
        return [len(asked & _words(text)) / len(asked) if asked else 0.0 for text in texts]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
