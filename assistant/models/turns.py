"""Lets so many through at a time and so many wait, first come, first served."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from assistant.cancel import Cancellation


class NoTurn(Exception):
    """Too many wait, it took too long, or who waited has left."""


class Turns:
    """Thread-safe. `seconds`: the longest wait."""

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._at_once, self._waiting, self._seconds = at_once, waiting, seconds
        self._changed = Condition()
        self._running = 0
        self._line: deque[Cancellation] = deque()

    @contextmanager
    def taken(self, cancellation: Cancellation) -> Iterator[None]:
        """Waits for a turn and gives it back at the end. Raises `NoTurn`."""
        cancellation.then(self._look_again)
        with self._changed:
            if self._running + len(self._line) >= self._at_once + self._waiting:
                raise NoTurn
            self._line.append(cancellation)
            try:
                came = self._changed.wait_for(lambda: self._settled(cancellation), self._seconds)
                if cancellation.why or not came:
                    raise NoTurn
                self._running += 1
            finally:
                self._line.remove(cancellation)
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    def _settled(self, mine: Cancellation) -> bool:
        return bool(mine.why) or (self._line[0] is mine and self._running < self._at_once)

    def _look_again(self) -> None:
        with self._changed:
            self._changed.notify_all()
