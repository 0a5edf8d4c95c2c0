"""What goes wrong inside an index library becomes `IndexUnusable`. Knows no library."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casefile.errors import IndexUnusable

LONGEST_REASON = 200


@contextmanager
def unusable(path: Path, *errors: type[Exception]) -> Iterator[None]:
    """Turns these errors, and a Rust panic, into `IndexUnusable(path, reason)`."""
    try:
        yield
    except errors as error:
        raise IndexUnusable(path=path, reason=_short(error)) from error
    except BaseException as error:
        # A panic of a Rust extension derives from BaseException and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexUnusable(path=path, reason=_short(error)) from error


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:LONGEST_REASON]
