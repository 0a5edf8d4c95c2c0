"""The bytes received, kept once under their SHA-256 and never written again."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from casefile.errors import DataUnwritable, FileEmpty, FileMissing, FileTooLarge, FileUnreadable

CHUNK = 1 << 20
LARGEST = 2 << 30


class Originals:
    """`root/ab/cdef…`. A kept file is read-only and durable before its name is returned."""

    def __init__(self, root: Path) -> None:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root = root

    def path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256[2:]

    def keep(self, source: Path, name: str) -> str:
        """Copy the file in while hashing it; returns its SHA-256.

        Hashing and copying are one pass over one open file, so the kept bytes are the hashed ones
        even if the file changes meanwhile. Raises `FileRefused`, `DataUnwritable`.
        """
        scratch = Path()
        try:
            handle, made = tempfile.mkstemp(dir=self._root, prefix="incoming-")
            scratch = Path(made)
            with os.fdopen(handle, "wb") as target:
                sha256 = _copy(source, target.write, name)
                target.flush()
                os.fsync(target.fileno())
            kept = self.path(sha256)
            if not kept.exists():
                kept.parent.mkdir(mode=0o700, exist_ok=True)
                scratch.chmod(0o400)
                scratch.replace(kept)
                _sync_directory(kept.parent)
        except OSError as error:
            raise DataUnwritable(path=self._root, reason=error.strerror or error) from error
        finally:
            if scratch.name:
                scratch.unlink(missing_ok=True)
        return sha256

    def empty(self) -> bool:
        """Whether nothing was ever kept here."""
        return not any(path.is_dir() for path in self._root.iterdir())

    def intact(self, sha256: str) -> bool:
        """Whether the kept bytes still have the hash they are named by."""
        try:
            with self.path(sha256).open("rb") as kept:
                return hashlib.file_digest(kept, "sha256").hexdigest() == sha256
        except OSError:
            return False


def fingerprint(source: Path, name: str) -> str:
    """SHA-256 of the file, without keeping it. Raises `FileRefused`."""
    return _copy(source, lambda _: None, name)


def _copy(source: Path, write: Callable[[bytes], object], name: str) -> str:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(source, name):
        size += len(chunk)
        if size > LARGEST:
            raise FileTooLarge(path=name, limit=LARGEST >> 20)
        digest.update(chunk)
        write(chunk)
    if size == 0:
        raise FileEmpty(path=name)
    return digest.hexdigest()


def _chunks(source: Path, name: str) -> Iterator[bytes]:
    try:
        if not stat.S_ISREG(source.stat().st_mode):  # opening a pipe would wait for ever
            raise FileUnreadable(path=name, reason="not a regular file")
        with source.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except FileNotFoundError as error:
        raise FileMissing(path=name) from error
    except OSError as error:
        raise FileUnreadable(path=name, reason=error.strerror or error) from error


def _sync_directory(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
