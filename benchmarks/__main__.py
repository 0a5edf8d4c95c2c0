"""`python -m benchmarks --shared ../shared/data`: measure, print one table, write one JSON file each."""

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.machine import facts, wait_until_calm
from benchmarks.result import Measured, Result, table, write

NAMES = (
    "ingest",
    "search",
    "replay",
    "commands",
    "serve",
    "retrieval",
    "tatoeba",
    "stock",
    "calibrate_evidence",
)
OTHERS = ("methods_table", "scale", "answers")  # long; under a word of their own
QUIET = {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False", "DO_NOT_TRACK": "1"}


def main() -> int:
    given = _arguments()
    if not given.shared.is_dir():
        print(f"{given.shared} is not here: the measurements need the shared data", file=sys.stderr)
        return 1
    os.environ.update(QUIET)
    measured: list[Measured] = []
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="dalel-bench-") as folder:
        bench = Bench(given.shared, Path(folder))
        for name in given.only or NAMES:
            measure: Callable[[Bench], Result] = import_module(f"benchmarks.{name}").measure
            wait_until_calm(given.patience)
            machine = facts()
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            try:
                result = measure(bench)
            except Exception:
                traceback.print_exc()  # one that breaks must not cost us the others
                broken.append(name)
                continue
            write(result, machine, given.out)
            measured.extend(result.measured)
    print(table(measured))
    if broken:
        print("not measured:", ", ".join(broken), file=sys.stderr)
    return 1 if broken else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the shared data folder")
    parser.add_argument("--only", nargs="*", choices=NAMES + OTHERS, help="these measurements only")
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"), help="where the JSON goes")
    parser.add_argument("--patience", type=float, default=120, help="seconds to wait for a calm machine")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
