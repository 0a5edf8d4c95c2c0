"""A reply that any thread may call off, also while another thread waits for its next piece.

Closing a generator cannot do that: one that is running refuses. Knows nothing of what is waited for.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from enum import StrEnum
from threading import Event, Lock


class Why(StrEnum):
    """Why nobody wants the reply any more."""

    LEFT = "left"
    SLOW = "slow"


class Cancellation:
    """Carries word from who leaves to who waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._acts: list[Callable[[], None]] = []
        self._happened = Event()
        self.why: Why | None = None

    def cancel(self, why: Why = Why.LEFT) -> None:
        """Runs what was registered, once. The first reason stands."""
        with self._lock:
            acts, self._acts = self._acts, []
            self.why = self.why or why
            self._happened.set()
        for act in acts:
            act()

    def then(self, act: Callable[[], None]) -> None:
        """Runs `act` when this happens; at once where it has."""
        with self._lock:
            if not self._happened.is_set():
                self._acts.append(act)
                return
        act()

    def wait(self, seconds: float) -> bool:
        """Whether it happened within that time."""
        return self._happened.wait(seconds)


class Cancellable(Iterator[str]):
    """The pieces of a reply; `cancel` may come from any thread, `close` from the one that reads."""

    def __init__(self, pieces: Generator[str, None, None], cancellation: Cancellation) -> None:
        self._pieces, self._cancellation = pieces, cancellation

    def __next__(self) -> str:
        return next(self._pieces)

    def cancel(self, why: Why = Why.LEFT) -> None:
        self._cancellation.cancel(why)

    def close(self) -> None:
        self._cancellation.cancel()
        self._pieces.close()


def following(reply: Iterator[str], cancellation: Cancellation) -> Iterator[str]:
    """The pieces of `reply`, which is cancelled with `cancellation` where it can be."""
    if not isinstance(reply, Cancellable):
        yield from reply
        return
    cancellation.then(reply.cancel)
    with closing(reply):
        yield from reply
