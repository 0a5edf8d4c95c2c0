"""The training case, taken in once by the real program."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Dalel = Callable[..., subprocess.CompletedProcess[str]]
COLLECTIONS = {"law": "law", "guidance": "guidance", "case": "case"}  # name: kind


@pytest.fixture(scope="session")
def dalel() -> Dalel:
    """The program as a shell would run it, in English unless `lang` says otherwise."""

    def run(
        *arguments: str, data: Path | None = None, lang: str = "en", stdin: str = "", **env: str
    ) -> subprocess.CompletedProcess[str]:
        import os

        given = ["--data", str(data)] if data else []
        return subprocess.run(
            [sys.executable, "-m", "ui.cli.app", *arguments, *given],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**os.environ, "DALEL_LANG": lang, **env},
        )

    return run


@pytest.fixture(scope="session")
def training(tmp_path_factory: pytest.TempPathFactory, examples: Path, dalel: Dalel) -> Path:
    """A data directory with the training law, guidance and case. To be read only."""
    data = tmp_path_factory.mktemp("training") / "data"
    for name, kind in COLLECTIONS.items():
        done = dalel("ingest", str(examples / name), "-c", name, "--kind", kind, data=data)
        assert done.returncode == 0, done.stderr
    return data
