"""Bytes are kept once, under their hash, and a change is noticed."""

import hashlib
import os
from pathlib import Path

import pytest

from casefile.errors import FileEmpty, FileMissing, FileUnreadable
from casefile.originals import Originals, fingerprint


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def test_kept_bytes_are_the_received_ones_and_read_only(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"evidence")
    sha256 = originals.keep(tmp_path / "a", "a")
    assert sha256 == hashlib.sha256(b"evidence").hexdigest() == fingerprint(tmp_path / "a", "a")
    assert originals.path(sha256).read_bytes() == b"evidence"
    assert originals.path(sha256).stat().st_mode & 0o777 == 0o400


def test_keeping_twice_leaves_one_file_and_no_scraps(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"evidence")
    first = originals.keep(tmp_path / "a", "a")
    assert originals.keep(tmp_path / "a", "again") == first
    assert len([p for p in (tmp_path / "originals").rglob("*") if p.is_file()]) == 1


def test_changed_original_is_noticed(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"evidence")
    sha256 = originals.keep(tmp_path / "a", "a")
    assert originals.intact(sha256)
    originals.path(sha256).chmod(0o600)
    originals.path(sha256).write_bytes(b"evidencE")
    assert not originals.intact(sha256)


def test_missing_and_empty_files_are_refused_by_name(originals: Originals, tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        originals.keep(tmp_path / "none", "shown name")
    assert caught.value.facts == {"path": "shown name"}
    (tmp_path / "empty").touch()
    with pytest.raises(FileEmpty):
        originals.keep(tmp_path / "empty", "empty")


def test_pipe_is_refused_without_waiting_for_it(originals: Originals, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadable):
        originals.keep(tmp_path / "pipe", "pipe")
