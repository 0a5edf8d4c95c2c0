"""Leaves a server alone that keeps failing, and tries it again later: a circuit breaker."""

import time
from collections.abc import Callable
from threading import Lock

FAILURES = 3  # in a row
REST = 30.0  # seconds


class Breaker:
    """Closed; open after `FAILURES`; after `REST` half open: one request may try. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._failures, self._until, self._trying = 0, 0.0, False

    def admits(self) -> bool:
        """Whether to ask. Who is admitted says how it went: `succeeded`, `failed` or `abandoned`."""
        with self._lock:
            if not self._open():
                self._trying = self._failures >= FAILURES
                return True
            return False

    @property
    def open(self) -> bool:
        with self._lock:
            return self._open()

    def succeeded(self) -> None:
        with self._lock:
            self._failures, self._trying = 0, False

    def failed(self) -> None:
        with self._lock:
            self._failures, self._trying = self._failures + 1, False
            self._until = self._clock() + REST

    def abandoned(self) -> None:
        """Nobody waited for how it would go."""
        with self._lock:
            self._trying = False

    def _open(self) -> bool:
        return self._failures >= FAILURES and (self._trying or self._clock() < self._until)
