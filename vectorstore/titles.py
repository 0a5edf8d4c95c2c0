"""How near the titles of articles are to a question: a title is one more phrase for its article.

Titles repeat over the passages of an article and over questions, so their vectors are remembered.
"""

import re
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from vectorstore.ports import Embedder, Vector

REMEMBERED = 20_000  # titles, some 20 MB; then the memory starts afresh
# The number before the title, as in Статья 188. Кража, 188-бап. Ұрлық, Article 2. Illegal access
NUMBER = re.compile(r"\W*(?:[^\W\d]+\s+)?\d+(?:-\d+)*(?:-[^\W\d]+)?\.?\s*")


def title(context: str) -> str:
    """What the article above a passage is called; "" where it has a number only.

    >>> title("УК РК › Статья 188-1. Скотокрадство"), title("ҚК › 188-бап. Ұрлық"), title("X › Article 5")
    ('Скотокрадство', 'Ұрлық', '')
    """
    last = context.rpartition(" › ")[2]
    found = NUMBER.match(last)
    return last[found.end() :] if found else ""


class Titles:
    """Threads may share it."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Vector] = {}

    def near(self, vector: Vector, contexts: Collection[str]) -> Mapping[str, float]:
        """By context, the cosine of its title and the question; those without a title are left out."""
        named = {context: name for context in contexts if (name := title(context))}
        names = list(dict.fromkeys(named.values()))
        if not names:
            return {}
        cosines = dict(zip(names, (np.stack(self._vectors(names)) @ vector).tolist(), strict=True))
        return {context: round(max(0.0, cosines[name]), 6) for context, name in named.items()}

    def _vectors(self, names: Sequence[str]) -> list[Vector]:
        known = self._known
        if missing := [name for name in names if name not in known]:
            made = self._embedder.embed_passages(missing)
            if len(known) + len(missing) > REMEMBERED:
                self._known = known = {name: known[name] for name in names if name in known}
            known.update(zip(missing, made, strict=True))
        return [known[name] for name in names]
