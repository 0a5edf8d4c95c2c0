"""`dalel collections`, `dalel show`, `dalel doctor`: what there is, and whether it is well."""

import sys
from pathlib import Path

from casefile.document import DELETED, Page
from casefile.language import Language
from ui.cli.session import opened
from ui.contract import document_json, finding_json, page_json, shelf_json
from ui.report import Finding
from ui.speech import printable, printable_json, say


def list_collections(data: Path | None, *, as_json: bool) -> None:
    with opened(data) as (desk, settings):
        shelves = desk.collections()
        for shelf in shelves:
            if as_json:
                print(printable_json(shelf_json(shelf)))
                continue
            kind = say(f"kind.{shelf.collection.kind}", settings.lang)
            counts = {"documents": shelf.documents, "passages": shelf.passages, "unread": shelf.unread_pages}
            name = printable(shelf.collection.name, layout="")
            print(say("cli.collection", settings.lang, name=name, kind=kind, **counts))
        if not shelves and not as_json:
            print(say("cli.no_collections", settings.lang), file=sys.stderr)


def show_document(id_: str, number: int | None, data: Path | None, *, as_json: bool) -> None:
    """Its facts, and its pages or the one asked for."""
    with opened(data) as (desk, settings):
        collection, document, pages = desk.document(id_)
        told = document_json(collection.name, document, pages)
        if as_json:
            page = {"page": page_json(desk.page(document.id, number))} if number else {}
            print(printable_json(told | page))
            return
        state = say(f"state.{document.state}", settings.lang)
        reason = f"({say(f'why.{document.reason}', settings.lang)})" if document.reason else ""
        paths = "\n  ".join(printable(path, layout="") for path in document.paths)
        title = printable(document.title, layout="")
        said = told | {"title": title, "paths": paths, "state": state, "reason": reason}
        print(printable(say("cli.document", settings.lang, **said)))
        for one in [number] if number else range(1, pages + 1):
            print(_page_text(desk.page(document.id, one), settings.lang))


def examine(data: Path | None, *, rebuild: bool, as_json: bool) -> int:
    """Exit status: 1 if a collection is not well."""
    status = 0
    with opened(data) as (desk, settings):
        for finding in desk.examine(rebuild=rebuild):
            status = status if finding.healthy else 1
            told = printable_json(finding_json(finding)) if as_json else _finding_text(finding, settings.lang)
            print(told, flush=True)
    return status


def _page_text(page: Page, language: Language) -> str:
    heading = say("cli.page", language, page=page.number)
    if page.unread:
        return f"\n--- {heading} ---\n{say(f'unread.{page.unread}', language)}"
    begin = f"[{say(f'source.{DELETED}', language)}]\n" if page.how == DELETED else ""
    text = printable(page.shown)
    if page.hidden_from is not None:
        text += f"[{say('source.hidden', language)}]\n{printable(page.text[page.hidden_from :])}"
    return f"\n--- {heading} ---\n{begin}{text}"


def _finding_text(finding: Finding, language: Language) -> str:
    name = printable(finding.collection.name, layout="")
    embedding = ""
    if finding.embedding:
        made, passages = finding.embedding
        embedding = say("doctor.embedding", language, made=made, passages=passages)
    if finding.healthy:
        healthy = say("doctor.rebuilt" if finding.rebuilt else "doctor.healthy", language, name=name)
        return f"{healthy} {embedding}".strip()
    ills = [
        say("doctor.ledger", language) if not finding.ledger_sound else "",
        say("doctor.originals", language, count=finding.originals_changed)
        if finding.originals_changed
        else "",
        say("doctor.unfinished", language, count=finding.unfinished) if finding.unfinished else "",
        say("doctor.indexes", language) if finding.indexes and not finding.rebuilt else "",
        embedding,
    ]
    return f"{name}: " + " ".join(filter(None, ills))
