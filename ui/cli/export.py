"""`dalel export`: a recorded answer as a file."""

import hashlib
import os
from pathlib import Path

from casefile.clock import now
from casefile.errors import OutputExists, OutputUnwritable
from ui.cli.session import opened
from ui.export.format import Format
from ui.export.write import export, file_name
from ui.speech import printable, printable_json, say


def run(record: str, wanted: Format, out: Path | None, data: Path | None, *, as_json: bool) -> None:
    """Raises `RecordUnknown`, `OutputExists`, `OutputUnwritable`."""
    with opened(data) as (desk, settings):
        kept = desk.kept(record)
        path = out or Path(file_name(kept, wanted))
        content = export(kept, wanted, now())
        _write(path, content)
        told = {
            "record": kept.answer["record"],
            "format": wanted,
            "path": str(path),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        path_told = printable(str(path), layout="")
        print(printable_json(told) if as_json else say("cli.exported", settings.lang, path=path_told))


def _write(path: Path, content: bytes) -> None:
    """For its owner alone, and never over another file."""
    try:
        with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as target:
            try:
                target.write(content)
                target.flush()
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise OutputExists(path=path) from error
    except OSError as error:
        raise OutputUnwritable(path=path, reason=error.strerror or error) from error
