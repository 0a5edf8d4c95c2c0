"""`dalel ingest`: files into a collection, one line each, a progress bar on a terminal."""

import getpass
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from casefile.collection import CollectionKind
from casefile.language import Language
from ingest.outcome import Failed, Indexed, Outcome
from ingest.walk import files_under
from ui.cli.session import opened
from ui.contract import outcome_json
from ui.speech import explain, printable, printable_json, say


def run(paths: list[str], name: str, kind: CollectionKind | None, data: Path | None, *, as_json: bool) -> int:
    """Exit status: 1 if any file failed."""
    files = list(files_under(Path(path) for path in _given(paths)))
    tally: Counter[str] = Counter()
    with opened(data) as (desk, settings):
        outcomes = desk.ingest(name, kind, files, received_by=getpass.getuser())
        for outcome in _with_progress(outcomes, len(files), say("cli.reading", settings.lang)):
            tally[type(outcome).__name__.lower()] += 1
            if as_json:
                print(printable_json(outcome_json(outcome)), flush=True)
            else:
                _tell(outcome, settings.lang)
        if not as_json:
            counts = {word: tally[word] for word in ("indexed", "unchanged", "failed")}
            print(say("cli.ingested", settings.lang, collection=name, **counts), file=sys.stderr)
    return 1 if tally["failed"] else 0


def _given(paths: Iterable[str]) -> Iterator[str]:
    """The paths; `-` stands for a list on standard input, one a line or separated by NUL."""
    for path in paths:
        if path == "-":
            listed = sys.stdin.read()
            yield from filter(None, listed.split("\0") if "\0" in listed else listed.splitlines())
        else:
            yield path


def _with_progress(outcomes: Iterator[Outcome], total: int, label: str) -> Iterator[Outcome]:
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(outcomes, description=label, total=total, console=console, transient=True)


def _tell(outcome: Outcome, language: Language) -> None:
    name = printable(outcome.name, layout="")
    if isinstance(outcome, Failed):
        print(explain(outcome.error, language), file=sys.stderr, flush=True)
    elif isinstance(outcome, Indexed):
        counts = {"pages": outcome.pages, "unread": outcome.unread_pages, "passages": outcome.passages}
        key = "outcome.indexed_unread" if outcome.unread_pages else "outcome.indexed"
        print(say(key, language, path=name, **counts), flush=True)
    else:
        print(say("outcome.unchanged", language, path=name), flush=True)
