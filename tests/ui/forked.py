"""Runs the program again and again, each time in a process of its own, without importing it anew each time.

A parent imports what every command imports and forks a child for each line of its standard input: JSON with
`arguments`, `environment`, `folder`, and the paths `stdin`, `stdout`, `stderr`. It answers with the exit
status; first of all it says that it is ready. The child is the program as a shell would start it, but for the
second that its imports take.
"""

import gc
import json
import os
import sys
from importlib import import_module

from assistant.meaning import content
from assistant.order_signs import kinds
from assistant.orders import orders
from assistant.other_countries import asked_country
from casefile.language import SPOKEN
from casefile.lawref_parse import find_refs
from ui.speech import sentences
from ui.wiring import language_identifier
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.lexicon import Lexicon

_WANTED = """assistant.ask chromadb chromadb_rust_bindings getpass ingest.walk safetensors.numpy tantivy
tokenizers typer ui.cli.ingest ui.cli.look ui.cli.questions ui.desk ui.versions vectorstore.chroma
vectorstore.embedders.fallback vectorstore.subject_index.site
vectorstore.tantivy_index vectorstore.titles"""
_SAID = "Қылмыстық кодекстің 188-бабы: что будет за кражу? Punished under Article 188."


def main() -> None:
    _warm()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(json.loads(line))
            return  # through the interpreter's own end, as the program does
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _warm() -> None:
    """Nothing here may open a file of a case, start a thread or read the language of the user."""
    for module in _WANTED.split():
        import_module(module)
    kinds()
    orders(_SAID)
    find_refs(_SAID)
    asked_country(_SAID)
    StaticEmbedder.built_in()
    language_identifier().identify(_SAID)
    for language in SPOKEN:
        sentences(language)
        content(_SAID, language)
        Lexicon().knows(_SAID, language)
    gc.freeze()  # a child neither walks nor frees what is here: that would copy it


def _become(asked: dict[str, object]) -> None:
    environment = asked["environment"]
    assert isinstance(environment, dict)
    os.chdir(str(asked["folder"]))
    os.environ.clear()
    os.environ.update(environment)
    files = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))
    for number, (name, mode) in enumerate(files):
        os.dup2(os.open(str(asked[name]), mode), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["dalel", *(asked["arguments"])]  # type: ignore[misc]
    from ui.cli.app import main as program

    program()


if __name__ == "__main__":
    main()
