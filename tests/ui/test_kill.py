"""`kill -9` at any instant: what was reported is there, the rest resumes (promise P4)."""

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import Dalel

FILES = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("received")
    for number in range(FILES):
        text = f"Протокол № {number}. Изъят телефон с номером {number:05}. " * 20
        (made / f"{number:03}.txt").write_text(text)
    return made


def test_nothing_acknowledged_is_lost(dalel: Dalel, folder: Path, tmp_path: Path) -> None:
    draw = random.Random(20260317)
    data = tmp_path / "data"
    acknowledged: set[str] = set()
    for _ in range(4):
        acknowledged |= _killed_after(draw.randint(1, 40), folder, data)
    finished = dalel("ingest", str(folder), "-c", "case", "--json", data=data)
    outcomes = {told["path"]: told["outcome"] for told in map(json.loads, finished.stdout.splitlines())}
    assert len(outcomes) == FILES
    assert {outcomes[path] for path in acknowledged} <= {"unchanged"}
    (shelf,) = map(json.loads, dalel("collections", "--json", data=data).stdout.splitlines())
    assert shelf["documents"] == FILES
    assert dalel("doctor", data=data).returncode == 0
    hits = dalel("search", "номер 00047", "-c", "case", "-k", "1", "--json", data=data)
    assert json.loads(hits.stdout)["path"].endswith("047.txt")


def _killed_after(lines: int, folder: Path, data: Path) -> set[str]:
    """Paths reported as done by a run that is killed once it has printed so many lines."""
    program = [sys.executable, "-m", "ui.cli.app"]
    command = [*program, "ingest", str(folder), "-c", "case", "--data", str(data), "--json"]
    done: set[str] = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        for line in run.stdout:
            done.add(json.loads(line)["path"])
            if len(done) >= lines:
                run.send_signal(signal.SIGKILL)
                break
    return done
