"""Holds a stream to a time and a length, even while it is silent. Knows nothing of what is streamed."""

import time
from collections.abc import Generator, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread

from assistant.cancel import Cancellable, Why


class TooSlow(Exception):
    """The time is over."""


class TooLong(Exception):
    """The stream has given more than it may."""


def paced(stream: Iterator[str], seconds: float, characters: int) -> Generator[str, None, None]:
    """The pieces of `stream` as they come, for at most `seconds` and `characters` in all.

    The stream runs in a thread of its own, because nothing else can leave a silent server. When the
    reader stops, fails or is closed, a `Cancellable` stream is cancelled; of any other the thread stops
    at the next piece. Errors of the stream are raised here; then `TooSlow` or `TooLong`.
    """
    pieces: Queue[str | Exception | None] = Queue(maxsize=64)
    left = Event()
    deadline = time.monotonic() + seconds
    Thread(target=_pump, args=(stream, pieces, left), daemon=True).start()
    read = 0
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                raise TooSlow from None
            if piece is None:
                return
            if isinstance(piece, Exception):
                raise piece
            read += len(piece)
            if read > characters:
                raise TooLong
            yield piece
            if time.monotonic() > deadline:
                raise TooSlow
    except TooSlow:
        _cancel(stream, Why.SLOW)
        raise
    finally:
        left.set()
        _cancel(stream, Why.LEFT)


def _cancel(stream: Iterator[str], why: Why) -> None:
    if isinstance(stream, Cancellable):
        stream.cancel(why)


def _pump(stream: Iterator[str], pieces: "Queue[str | Exception | None]", left: Event) -> None:
    last: Exception | None = None
    try:
        for piece in stream:
            if not _put(pieces, piece, left):
                break
        if isinstance(stream, Generator | Cancellable):
            stream.close()  # hangs up
    except Exception as error:  # noqa: BLE001  # carried to the reader, who knows what it means
        last = error
    _put(pieces, last, left)


def _put(pieces: "Queue[str | Exception | None]", piece: str | Exception | None, left: Event) -> bool:
    while not left.is_set():
        try:
            pieces.put(piece, timeout=0.2)
        except Full:
            continue
        return True
    return False
