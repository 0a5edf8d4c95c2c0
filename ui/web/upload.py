"""Receives one file from the browser and hands it to the desk.

One request, one file, its bytes as the body: nothing is parsed, nothing is kept in memory, nothing
lies outside our own folder, and the copy is removed once the desk has kept the original.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse

from casefile.collection import CollectionKind
from casefile.errors import DalelError, FileTooLarge
from casefile.language import SPOKEN, Language
from casefile.originals import LARGEST
from ingest.outcome import Incoming, Outcome
from ui.speech import explain, say
from ui.web.ports import Desk
from ui.web.render import outcome_line, refused_file

LONGEST_NAME = 255  # bytes would be the limit of a file system; this is what we show and keep


async def receive_file(request: Request, desk: Desk, scratch: Path) -> HTMLResponse:
    """Headers: X-Name, X-Collection (percent-encoded), X-Kind, X-Language. Returns the file's line."""
    language = language_in(request.headers.get("x-language", ""))
    name = _name(request)
    handle, path = tempfile.mkstemp(dir=scratch)
    try:
        with os.fdopen(handle, "wb") as target:
            digest = await _store(request, target, name)
        # Two different files of one name are two documents here: without a path, neither replaces the other.
        file = Incoming(Path(path), f"upload-{digest[:12]}/{name}")
        line, done = await run_in_threadpool(_take_in, desk, request, file, language)
    except FileTooLarge as error:
        line, done = refused_file(name, explain(error, language), language), "failed"
    finally:
        Path(path).unlink(missing_ok=True)
    return HTMLResponse(line, headers={"x-outcome": done})


async def _store(request: Request, target: BinaryIO, name: str) -> str:
    """Write the body; returns its SHA-256."""
    digest, size = hashlib.sha256(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST:
            raise FileTooLarge(path=name, limit=LARGEST >> 20)
        digest.update(chunk)
        await run_in_threadpool(target.write, chunk)
    return digest.hexdigest()


def language_in(code: str) -> Language:
    return Language(code) if code in SPOKEN else Language.KK


def _take_in(desk: Desk, request: Request, file: Incoming, language: Language) -> tuple[str, str]:
    """The file's line and its state. An error of the request or the store is a line too."""
    collection = unquote(request.headers.get("x-collection", ""))
    try:
        if not collection.strip():
            return refused_file(file.name, say("web.upload_no_name", language), language), "failed"
        outcomes = list(desk.ingest(collection, _kind(request, desk, collection), [file], received_by="web"))
    except DalelError as error:
        return refused_file(file.name, explain(error, language), language), "failed"
    outcome = _of(file.name, outcomes)
    return outcome_line(outcome, language), type(outcome).__name__.lower()


def _of(name: str, outcomes: list[Outcome]) -> Outcome:
    """Outcomes may also tell of files that an earlier, killed run left; ours comes first by name."""
    return next((outcome for outcome in outcomes if outcome.name == name), outcomes[0])


def _kind(request: Request, desk: Desk, collection: str) -> CollectionKind | None:
    """The kind asked for, which matters only where the collection does not exist yet."""
    if any(shelf.collection.name == collection for shelf in desk.collections()):
        return None
    asked = request.headers.get("x-kind", "")
    return CollectionKind(asked) if asked in list(CollectionKind) else None


def _name(request: Request) -> str:
    """What the owner calls the file: a label, never used as a path."""
    name = unquote(request.headers.get("x-name", "")).replace("\\", "/").rsplit("/", 1)[-1]
    return name[:LONGEST_NAME] or "?"
