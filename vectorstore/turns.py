"""Who waits for a model goes before who only works through passages. Knows nothing of models."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """One at a time; between two batches of passages a waiting question gets its turn."""

    def __init__(self) -> None:
        self._turn, self._running = Lock(), Lock()

    @contextmanager
    def question(self) -> Iterator[None]:
        with self._turn, self._running:
            yield

    @contextmanager
    def passages(self) -> Iterator[None]:
        with self._turn:  # free unless a question is waiting
            pass
        with self._running:
            yield
