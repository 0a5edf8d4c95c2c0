"""Runs a generator to its end in a thread of its own, behind everything that somebody waits for.

Knows nothing of what the steps are.
"""

import os
import threading
from collections.abc import Callable, Generator
from contextlib import suppress

from casefile.errors import DalelError

NICENESS = 10  # of 19: on Linux a thread has one of its own, and what it starts inherits it


class Background:
    """Started by making one. `tell` hears of the error that ended it, if one did."""

    def __init__(self, steps: Callable[[], Generator[object]], tell: Callable[[DalelError], None]) -> None:
        self._steps, self._tell = steps, tell
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends after the step it is in."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        steps = self._steps()
        try:
            while not self._stop.is_set() and next(steps, self) is not self:
                pass
        except DalelError as error:
            self._tell(error)
        finally:
            steps.close()
