"""`dalel chat`: questions line by line, each understood from the ones before it."""

import getpass
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

from casefile.errors import DalelError, StoreUnusable
from ui.cli.questions import answer_of, answer_text, sound
from ui.cli.session import opened
from ui.contract import answer_json
from ui.speech import explain, printable_json, say


def run(
    names: list[str], conversation: str, data: Path | None, *, against: bool = False, as_json: bool
) -> int:
    """1 if a question was refused; the conversation goes on."""
    status = 0
    with opened(data) as (desk, settings):
        talk = conversation or uuid.uuid4().hex
        for line in _lines(say("cli.chat_prompt", settings.lang)):
            try:
                answer = answer_of(
                    desk, sound(line), names, settings.lang, talk, getpass.getuser(), against=against
                )
            except StoreUnusable:
                raise
            except DalelError as error:
                status = 1
                message = explain(error, settings.lang)
                told = printable_json({"error": error.code, "message": message})
                print(told if as_json else message, file=sys.stdout if as_json else sys.stderr, flush=True)
            else:
                print(printable_json(answer_json(answer)) if as_json else answer_text(answer), flush=True)
    return status


def _lines(prompt: str) -> Iterator[str]:
    """The lines that are not empty; a terminal is asked for each."""
    asking = sys.stdin.isatty()
    while True:
        if asking:
            print(prompt, end="", file=sys.stderr, flush=True)
        line = sys.stdin.buffer.readline()
        if not line:
            return
        if line.strip():
            yield line.decode("utf-8", "replace").removeprefix("\ufeff")
