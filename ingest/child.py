"""The process that reads one hostile file: `python -m ingest.child`, with a job on standard input.

It gives up its rights before it opens the file, writes each page as it is read, and may die at any
moment: `ingest.sandbox` makes the best of what was written. It prints nothing and logs nothing.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sized
from importlib import import_module
from io import RawIOBase
from pathlib import Path

from casefile.document import Page, Reading
from casefile.errors import FileBroken, FileRefused, FileUnreadable, ReaderStopped
from ingest import detect, records

READERS = {
    detect.PDF: "ingest.readers.pdf",
    detect.DOCX: "ingest.readers.docx",
    detect.HTML: "ingest.readers.html",
    detect.EMAIL: "ingest.readers.email",
    detect.ARTICLES: "ingest.readers.articles",
    detect.TEXT: "ingest.readers.text",
    detect.MARKDOWN: "ingest.readers.text",
}
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "pty.")
_CHANGES = {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


OUTPUT_FULL = 3  # exit status


def main() -> None:
    """Read what the job on standard input names, from its page `first` on, and write it to `output`."""
    job = json.load(sys.stdin)
    name = job["name"]
    with open(job["output"], "ab", buffering=0) as out:  # noqa: PTH123 a descriptor, not a path
        confine(job["memory_mb"], job["cpu_seconds"], job["output_mb"])
        try:
            _copy(Path(job["source"]), name, job["first"], job["page_seconds"], out)
        except FileRefused as error:
            _write(out, records.refusal(error))
        except MemoryError:
            _write(out, records.refusal(ReaderStopped(path=name, limit=f"{job['memory_mb']} MB")))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            _write(out, records.refusal(FileUnreadable(path=name, reason=reason)))
        except Exception as error:  # noqa: BLE001 whatever a parser throws at us, this file is broken
            _write(out, records.refusal(FileBroken(path=name, reason=type(error).__name__)))
        # Libraries that were stopped half-way must not crash on leaving: all is written.
        os._exit(0)


def confine(memory_mb: int, cpu_seconds: int, output_mb: int) -> None:
    """Bound memory, processor time and output; forbid the network, other processes and other files."""
    for what, bound, beyond in (
        (resource.RLIMIT_AS, memory_mb << 20, 0),
        (resource.RLIMIT_CPU, cpu_seconds, 1),  # SIGXCPU at the bound, which tells it from other deaths
        (resource.RLIMIT_FSIZE, output_mb << 20, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 64, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = bound + beyond if hard == resource.RLIM_INFINITY else min(bound + beyond, hard)
        resource.setrlimit(what, (min(bound, most), most))
    sys.addaudithook(_forbid)


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(arguments[-1], int) and arguments[-1] & _WRITING
    if writes or event in _CHANGES or event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not for readers")


def _copy(source: Path, name: str, first: int, page_seconds: int, out: RawIOBase) -> None:
    """Pages from `first` on; the header only where this is the first attempt."""
    reading, pages = _read(source, name, first)
    count = len(pages) if isinstance(pages, Sized) else 0
    if first == 1:
        _write(out, records.header(reading, count))
    while True:
        # The default action of SIGALRM ends the process even inside C code that never returns.
        signal.setitimer(signal.ITIMER_REAL, page_seconds if count else 0)
        page = next(pages, None)
        if page is None:
            break
        _write(out, records.page(page))
    signal.setitimer(signal.ITIMER_REAL, 0)
    _write(out, records.end())


def _read(source: Path, name: str, first: int) -> tuple[Reading, Iterator[Page]]:
    """The reader of this kind of file; imported here, so that a text file waits for no PDF library."""
    kind = detect.media_type(source, name)
    reader: Callable[..., tuple[Reading, Iterator[Page]]] = import_module(READERS[kind]).read
    return reader(source, name, first) if kind == detect.PDF else reader(source, name)


def _write(out: RawIOBase, line: bytes) -> None:
    """All of the line, or the end of this process: half a line is what a full disk leaves."""
    rest = memoryview(line)
    try:
        while rest:
            rest = rest[out.write(rest) or 0 :]
    except OSError:
        os._exit(OUTPUT_FULL)


if __name__ == "__main__":
    main()
