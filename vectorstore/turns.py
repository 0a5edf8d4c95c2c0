"""One thread at a time uses a model, and who waits for it goes before who works through passages.

Knows no library: whatever one raises over a model or its texts becomes `ModelUnusable`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from casefile.errors import ModelUnusable

REASON = 200  # characters of what a library says


class Turns:
    """Between two batches of passages a waiting question gets its turn."""

    def __init__(self, path: Path) -> None:
        """`path`: of the model, for its errors."""
        self._path = path
        self._turn, self._running = Lock(), Lock()

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Raises `ModelUnusable` for whatever goes wrong inside."""
        try:
            yield
        except ModelUnusable:
            raise
        except Exception as error:  # they raise nothing narrower
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:REASON]
            raise ModelUnusable(path=self._path, reason=reason) from error

    @contextmanager
    def question(self) -> Iterator[None]:
        """Somebody waits: goes before the next batch of passages."""
        with self._turn, self._running, self.ours():
            yield

    @contextmanager
    def passages(self) -> Iterator[None]:
        with self._turn:  # free unless a question is waiting
            pass
        with self._running, self.ours():
            yield
