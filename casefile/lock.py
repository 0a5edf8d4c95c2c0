"""One process owns a data directory at a time: two writers lose vectors silently."""

import fcntl
import os
import sys
from pathlib import Path

from casefile.errors import DataLocked, DataUnwritable


class DataLock:
    """Held from construction to `close`; the operating system releases it if the process dies."""

    def __init__(self, data: Path) -> None:
        """Makes the folder if it is missing.

        Raises `DataLocked` naming the owner when another process holds it, `DataUnwritable`.
        """
        try:
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = os.open(data / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise DataUnwritable(path=data, reason=error.strerror or error) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            owner = os.pread(self._file, 200, 0).decode(errors="replace").strip()
            os.close(self._file)
            raise DataLocked(path=data, owner=owner or "?") from error
        os.ftruncate(self._file, 0)
        command = Path(sys.argv[0]).name
        os.pwrite(self._file, f"{os.getpid()} {command} {' '.join(sys.argv[1:2])}".encode(), 0)

    def close(self) -> None:
        os.close(self._file)
