"""The embedder that was asked for, loaded on first use; the built-in table where it cannot be loaded.

Whether it could is decided once, so that all of a process works with one of the two. Knows no models.
"""

from collections.abc import Callable, Sequence
from threading import Lock

from casefile.errors import ModelUnusable
from vectorstore.ports import Embedder, Vector, Vectors

Tell = Callable[[ModelUnusable], None]


class WithFallback:
    def __init__(self, load: Callable[[], Embedder], built_in: Embedder, tell: Tell) -> None:
        """`tell` hears, once, why the model could not be loaded."""
        self._load, self._built_in, self._tell = load, built_in, tell
        self._chosen: Embedder | None = None
        self._choosing = Lock()
        self.trouble: ModelUnusable | None = None

    @property
    def chosen(self) -> Embedder:
        with self._choosing:
            if self._chosen is None:
                try:
                    self._chosen = self._load()
                except ModelUnusable as error:
                    self._chosen, self.trouble = self._built_in, error
                    self._tell(error)
            return self._chosen

    @property
    def name(self) -> str:
        return self.chosen.name

    @property
    def dimension(self) -> int:
        return self.chosen.dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self.chosen.embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        return self.chosen.embed_query(text)
