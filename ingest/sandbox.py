"""Reads a file in a child process that may be killed: by its limits, by us, or by the file itself.

Nothing a file does reaches this process but lines of JSON. A PDF page that ends its reader is unread,
and reading goes on behind it; any other file that does so is refused.
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from casefile.document import Page, Reading, UnreadReason
from casefile.errors import FileBroken, FileMissing, FileRefused, ReaderStopped
from ingest import records
from ingest.child import OUTPUT_FULL


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. `wall_seconds` and `output_mb` bound all attempts together."""

    memory_mb: int = 2048
    cpu_seconds: int = 300
    wall_seconds: int = 600
    page_seconds: int = 20
    output_mb: int = 1024
    restarts: int = 5


DEFAULT = Limits()


def read(path: Path, name: str, *, scratch: Path, limits: Limits = DEFAULT) -> tuple[Reading, Iterator[Page]]:
    """What the file is, and its pages, taken from disk as they are asked for.

    `scratch` is a folder for a nameless file that vanishes with the last page or with this process.
    Raises `casefile.errors.FileRefused`; then no page was given. Safe to call from several threads.
    """
    if not path.exists():
        raise FileMissing(path=name)
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    out = tempfile.TemporaryFile(dir=scratch, prefix="reading-")  # noqa: SIM115 `_pages` closes it
    try:
        reading = _attempts(path.absolute(), name, limits, out)
    except BaseException:
        out.close()
        raise
    return reading, _pages(out)


def _pages(out: IO[bytes]) -> Iterator[Page]:
    with out:
        out.seek(0)
        for line in out:
            if records.is_page(line):
                yield records.parse_page(line)


def _attempts(path: Path, name: str, limits: Limits, out: IO[bytes]) -> Reading:
    """As many processes as it takes until every page is written, read or unread."""
    deadline = time.monotonic() + limits.wall_seconds
    first, restarts = 1, limits.restarts
    while True:
        stopped = _child(path, name, first, limits, deadline, out)
        left = records.survey(out)
        if left.reading and not left.refusal and stopped is None:
            return left.reading
        refusal = left.refusal or _refusal(stopped, name, limits)
        if not left.reading or not left.announced:
            raise refusal
        expensive = isinstance(refusal, ReaderStopped)
        reason = UnreadReason.TOO_EXPENSIVE if expensive else UnreadReason.BROKEN_PAGE
        killer = left.written + 1
        hopeless = restarts == 0 or stopped in (OUTPUT_FULL, TIMED_OUT)
        last = left.announced if hopeless else killer
        records.add(out, (Page(number, unread=reason) for number in range(killer, last + 1)))
        if last >= left.announced:
            return left.reading
        first, restarts = last + 1, restarts - 1


TIMED_OUT = 1000  # no exit status of a process


def _child(path: Path, name: str, first: int, limits: Limits, deadline: float, out: IO[bytes]) -> int | None:
    """Run one reading process; None if it ended well, else its exit status or `TIMED_OUT`."""
    # The job goes through standard input: command lines can be read by every user of the machine.
    job = {"source": str(path), "name": name, "output": out.fileno(), "first": first} | asdict(limits)
    job_end, own_end = os.pipe()
    os.write(own_end, json.dumps(job).encode())  # a path and a name: far less than a pipe holds
    os.close(own_end)
    process = subprocess.Popen(
        [sys.executable, "-P", "-s", "-S", "-B", "-m", "ingest.child"],
        stdin=job_end,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PYTHONPATH": _import_path(), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        pass_fds=(out.fileno(),),
        start_new_session=True,
    )
    os.close(job_end)
    try:
        if not _ended(process.pid, max(0.0, deadline - time.monotonic())):
            return TIMED_OUT
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # it, or what it may have left behind
        process.wait()
    return process.returncode or None


def _ended(process: int, seconds: float) -> bool:
    """Whether the process ends within the time; woken by the system, while `Popen.wait` looks every 50 ms."""
    handle = os.pidfd_open(process)
    try:
        waiting = select.poll()
        waiting.register(handle, select.POLLIN)
        return bool(waiting.poll(seconds * 1000))
    finally:
        os.close(handle)


def _import_path() -> str:
    """Where this process finds modules: a checkout, a wheel, a virtual environment."""
    return os.pathsep.join(os.path.abspath(folder) for folder in sys.path)  # noqa: PTH100 "" is the working folder


def _refusal(status: int | None, name: str, limits: Limits) -> FileRefused:
    """What the way a process ended says about its file."""
    met = {
        TIMED_OUT: f"{limits.wall_seconds} s",
        -signal.SIGALRM: f"{limits.page_seconds} s",
        -signal.SIGXCPU: f"{limits.cpu_seconds} s CPU",
        -signal.SIGKILL: f"{limits.memory_mb} MB",  # the system was out of memory
        OUTPUT_FULL: f"{limits.output_mb} MB",
    }.get(status or 0)
    return ReaderStopped(path=name, limit=met) if met else FileBroken(path=name, reason=f"exit {status}")
