"""What the desk guards: its own store, and the space it writes to."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from casefile.errors import DataUnwritable
from casefile.lock import DataLock
from tests.ui.conftest import Dalel


def test_store_inside_the_folder_that_is_taken_in_is_no_evidence(dalel: Dalel, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The telephone was seized.")
    for _ in range(2):
        done = dalel("ingest", str(tmp_path), "-c", "case", data=tmp_path / "data")
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == 1


def test_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataUnwritable) as caught:
        DataLock(tmp_path / "file" / "data")
    assert caught.value.facts["reason"] == "Not a directory"


def test_full_disk_ends_the_run_in_one_line_and_the_next_run_recovers(dalel: Dalel, tmp_path: Path) -> None:
    source = tmp_path / "received"
    source.mkdir()
    for number in range(40):
        (source / f"{number:02}.txt").write_text(f"Report {number}. The telephone was seized. " * 400)
    asked = ["ingest", str(source), "-c", "case"]
    command = [sys.executable, "-m", "ui.cli.app", *asked, "--data", str(tmp_path / "d")]
    limit = 600_000  # bytes a file may grow to

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    full = subprocess.run(command, preexec_fn=bounded, capture_output=True, text=True, check=False)
    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    again = dalel(*asked, data=tmp_path / "d")
    assert again.returncode == 0, again.stderr
    assert dalel("doctor", data=tmp_path / "d").returncode == 0
