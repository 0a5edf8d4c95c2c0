"""The training case, taken in once by the real program."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select

import pytest

Dalel = Callable[..., subprocess.CompletedProcess[str]]
LONGEST = 120  # seconds of a command
COLLECTIONS = {"law": "law", "guidance": "guidance", "case": "case"}  # name: kind


@pytest.fixture(scope="session")
def dalel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dalel]:
    """The program in a process of its own, in English unless `lang` says otherwise."""
    folder = tmp_path_factory.mktemp("dalel")
    files = {name: folder / name for name in ("stdin", "stdout", "stderr")}

    def run(
        *arguments: str, data: Path | None = None, lang: str = "en", stdin: str = "", **env: str
    ) -> subprocess.CompletedProcess[str]:
        given = [*arguments, *(["--data", str(data)] if data else [])]
        for name, path in files.items():
            path.write_text(stdin if name == "stdin" else "", encoding="utf-8")
        asked = {
            "arguments": given,
            "folder": str(Path.cwd()),
            "environment": {**os.environ, "DALEL_LANG": lang, **env},
            **{name: str(path) for name, path in files.items()},
        }
        assert forking.stdin and forking.stdout
        print(json.dumps(asked), file=forking.stdin, flush=True)
        assert select([forking.stdout], [], [], LONGEST)[0], f"no end after {LONGEST} s: {given}"
        status = int(forking.stdout.readline())
        said = (files[name].read_text(encoding="utf-8") for name in ("stdout", "stderr"))
        return subprocess.CompletedProcess(given, status, *said)

    command = [sys.executable, str(Path(__file__).with_name("forked.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forking:
        assert forking.stdout
        forking.stdout.readline()  # that it is ready
        yield run
        forking.kill()


@pytest.fixture(scope="session")
def training(tmp_path_factory: pytest.TempPathFactory, examples: Path, dalel: Dalel) -> Path:
    """A data directory with the training law, guidance and case. To be read only."""
    data = tmp_path_factory.mktemp("training") / "data"
    for name, kind in COLLECTIONS.items():
        done = dalel("ingest", str(examples / name), "-c", name, "--kind", kind, data=data)
        assert done.returncode == 0, done.stderr
    return data
