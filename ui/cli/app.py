"""The command line: what there is to say, and how a run ends.

Exit status: 0 done, 1 something failed or is unhealthy, 2 wrong usage, 130 interrupted. Results go
to standard output, progress and errors to standard error. Nothing heavy is imported before a
command runs, so that `--help` answers at once.
"""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from casefile.collection import CollectionKind
from casefile.errors import DalelError
from casefile.language import Language
from ui.export.format import Format
from ui.locale import language_of
from ui.speech import explain, say

LANGUAGE = language_of(os.environ)


class Spoken(StrEnum):
    """The languages that can be chosen."""

    KK = Language.KK
    RU = Language.RU
    EN = Language.EN


def told(key: str) -> str:
    """A help text in the user's language."""
    return say(f"help.{key}", LANGUAGE)


app = typer.Typer(
    help=told("dalel"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Data = Annotated[
    Path | None, typer.Option("--data", envvar="DALEL_DATA", show_envvar=False, help=told("data"))
]
AsJson = Annotated[bool, typer.Option("--json", help=told("json"))]
Collections = Annotated[list[str], typer.Option("--collection", "-c", help=told("collections_option"))]
Batch = Annotated[str | None, typer.Option("--batch", metavar="FILE", help=told("batch"))]
Conversation = Annotated[str, typer.Option("--conversation", metavar="ID", help=told("conversation"))]
Against = Annotated[bool, typer.Option("--against", help=told("against"))]
Text = Annotated[str | None, typer.Argument(help=told("text"))]


@app.command(help=told("ingest"))
def ingest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help=told("paths"))],
    collection: Annotated[str, typer.Option("--collection", "-c", help=told("collection_option"))],
    kind: Annotated[CollectionKind | None, typer.Option(help=told("kind"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.ingest import run

    raise typer.Exit(run(paths, collection, kind, data, as_json=as_json))


@app.command(help=told("collections"))
def collections(data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.look import list_collections

    list_collections(data, as_json=as_json)


@app.command(help=told("search"))
def search(
    collection: Collections,
    text: Text = None,
    limit: Annotated[int, typer.Option("-k", "--limit", min=1, max=1000, help=told("limit"))] = 10,
    batch: Batch = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.questions import search_all

    raise typer.Exit(search_all(text, batch, collection, limit, data, as_json=as_json))


@app.command(help=told("ask"))
def ask(
    collection: Collections,
    text: Text = None,
    batch: Batch = None,
    conversation: Conversation = "",
    removed: Annotated[bool, typer.Option("--removed", help=told("removed"))] = False,
    against: Against = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.questions import ask_all

    raise typer.Exit(
        ask_all(
            text,
            batch,
            collection,
            data,
            conversation=conversation,
            removed=removed,
            against=against,
            as_json=as_json,
        )
    )


@app.command(help=told("chat"))
def chat(
    collection: Collections,
    conversation: Conversation = "",
    against: Against = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.chat import run

    raise typer.Exit(run(collection, conversation, data, against=against, as_json=as_json))


@app.command("eval", help=told("eval"))
def evaluate(
    file: Annotated[str, typer.Argument(metavar="FILE", help=told("eval_file"))],
    collection: Collections,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help=told("eval_out"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.eval import run

    run(file, collection, out, data, as_json=as_json)


@app.command(help=told("export"))
def export(
    record: Annotated[str, typer.Argument(help=told("record"))],
    wanted: Annotated[Format, typer.Option("--format", "-f", help=told("format"))],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=told("out"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.export import run

    run(record, wanted, out, data, as_json=as_json)


@app.command(help=told("show"))
def show(
    document: Annotated[str, typer.Argument(help=told("document"))],
    page: Annotated[int | None, typer.Option(min=1, help=told("page"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.look import show_document

    show_document(document, page, data, as_json=as_json)


Record = Annotated[str, typer.Argument(metavar="RECORD", help=told("record"))]


@app.command(help=told("records"))
def records(
    collection: Annotated[
        list[str] | None, typer.Option("--collection", "-c", help=told("records_collection"))
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.records import list_records

    list_records(collection or [], data, as_json=as_json)


@app.command(help=told("replay"))
def replay(record: Record, data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.records import replay

    raise typer.Exit(replay(record, data, as_json=as_json))


@app.command(help=told("verify"))
def verify(record: Record, data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.records import verify

    raise typer.Exit(verify(record, data, as_json=as_json))


@app.command(help=told("doctor"))
def doctor(
    rebuild: Annotated[bool, typer.Option("--rebuild", help=told("rebuild"))] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.look import examine

    raise typer.Exit(examine(data, rebuild=rebuild, as_json=as_json))


terms = typer.Typer(help=told("index_terms"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(terms, name="index-terms")
Place = Annotated[str, typer.Argument(metavar="PLACE", help=told("place"))]
Phrase = Annotated[str, typer.Argument(metavar="PHRASE", help=told("phrase"))]


@terms.command("show", help=told("terms_show"))
def terms_show(place: Place, data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.terms import show

    raise typer.Exit(show(place, data, as_json=as_json))


@terms.command("add", help=told("terms_add"))
def terms_add(
    place: Place,
    phrase: Phrase,
    language: Annotated[Spoken | None, typer.Option("--language", "-l", help=told("phrase_language"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.terms import add

    raise typer.Exit(add(place, phrase, Language(language) if language else None, data, as_json=as_json))


@terms.command("remove", help=told("terms_remove"))
def terms_remove(place: Place, phrase: Phrase, data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.terms import remove

    raise typer.Exit(remove(place, phrase, data, as_json=as_json))


@terms.command("accept", help=told("terms_accept"))
def terms_accept(place: Place, data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.terms import accept

    raise typer.Exit(accept(place, data, as_json=as_json))


@terms.command("draft", help=told("terms_draft"))
def terms_draft(
    place: Annotated[str, typer.Argument(metavar="PLACE", help=told("place_or_act"))],
    collection: Collections,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.terms import draft

    raise typer.Exit(draft(place, collection, data, as_json=as_json))


llm = typer.Typer(help=told("llm"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(llm, name="llm")


@llm.callback()
def _llm() -> None:
    """So that `check` is named, though it is the only one."""


@llm.command("check", help=told("llm_check"))
def llm_check(as_json: AsJson = False) -> None:
    from ui.cli.llm import check

    raise typer.Exit(check(as_json=as_json))


@app.command(help=told("embed"))
def embed(data: Data = None, as_json: AsJson = False) -> None:
    from ui.cli.embed import run

    raise typer.Exit(run(data, as_json=as_json))


@app.command(help=told("serve"))
def serve(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help=told("port"))] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    from ui.cli.serve import run

    run(port, data, as_json=as_json)


def main() -> None:
    """The `dalel` program."""
    try:
        app()
    except DalelError as error:
        print(explain(error, LANGUAGE), file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
