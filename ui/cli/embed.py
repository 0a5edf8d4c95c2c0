"""`dalel embed`: makes the vectors of the configured model, to the end. `dalel serve` does so on the side."""

import sys
from pathlib import Path

from ui.cli.session import opened
from ui.contract import embedded_json
from ui.speech import printable, printable_json, say


def run(data: Path | None, *, as_json: bool) -> int:
    """Exit status: 1 if the model cannot be used."""
    with opened(data) as (desk, settings):
        for step in desk.embedding():
            if as_json:
                print(printable_json(embedded_json(step)), flush=True)
            elif sys.stderr.isatty():
                name = printable(step.collection.name, layout="")
                told = say("cli.embedding", settings.lang, name=name, made=step.made, passages=step.passages)
                print(f"\r\x1b[K{told}", end="", file=sys.stderr)
        unusable = "embedder_unusable" in desk.remarks()
        if not as_json:
            print(say("cli.embedded", settings.lang, model=desk.model()))
    return 1 if unusable else 0
