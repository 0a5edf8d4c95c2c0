"""Runs a program of ours as a user would, and watches the clock and the memory of its whole tree."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

DALEL = str(Path(sys.executable).parent / "dalel")
EVERY = 0.05  # seconds between looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    peak_mb: float  # resident memory, largest sum over the process and all below it
    output: str


class Watch:
    """The largest resident memory of a tree of processes, until stopped."""

    def __init__(self, pid: int) -> None:
        self._tree = psutil.Process(pid)
        self._over = threading.Event()
        self._peak = 0
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Megabytes."""
        self._over.set()
        self._thread.join()
        return self._peak / 1e6

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self._peak = max(self._peak, resident(self._tree))


def resident(tree: psutil.Process) -> int:
    """Bytes; pages that processes share count for each of them, so this errs upwards."""
    total = 0
    try:
        for process in (tree, *tree.children(recursive=True)):
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        pass  # ended between being listed and being asked
    return total


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """To its end. Raises `CalledProcessError` with its errors where it fails."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        watch = Watch(process.pid)
        output, errors = process.communicate()
        seconds = time.perf_counter() - began
    peak = watch.stop()
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, output, errors)
    return Run(seconds, peak, output)


@contextmanager
def running(command: Sequence[str]) -> Iterator[psutil.Process]:
    """In the background, until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            process.wait(timeout=15)
