"""Checks every citation of a kept answer against the page in the ledger and against the original bytes.

Needs no index and no model, so it can be done years later. Nothing is changed. Knows no words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casefile.document import Document, Page, Reading
from casefile.errors import DocumentUnknown, FileRefused, PageUnknown
from casefile.ledger import Ledger
from ui.records import Kept, Told
from vectorstore.compartment import Compartment

Read = Callable[[Path, str, Path], tuple[Reading, Iterator[Page]]]  # original, its name, scratch folder
Texts = Mapping[int, str]  # by page


class Standing(StrEnum):
    """What is left of a citation; where several are true, the first."""

    DOCUMENT_ERASED = "document_erased"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_CHANGED = "original_changed"
    ORIGINAL_UNREADABLE = "original_unreadable"  # the bytes are the same, but no reader reads them today
    PAGE_CHANGED = "page_changed"
    STANDS = "stands"


@dataclass(frozen=True, slots=True)
class Proof:
    citation: Told  # as `ui/contract.py` writes it
    standing: Standing
    in_ledger: bool = False  # the quote is at its place of the page that is kept
    in_original: bool = False  # and of the page that was read from the original just now


@dataclass(frozen=True, slots=True)
class Proofs:
    kept: Kept
    proofs: tuple[Proof, ...]

    @property
    def stand(self) -> bool:
        return all(proof.standing is Standing.STANDS for proof in self.proofs)


def prove(kept: Kept, compartments: Sequence[Compartment], read: Read) -> Proofs:
    """Each original is read once, however often it is cited. `read` may raise `FileRefused`."""
    homes = {hit["passage"]: hit["collection"] for hit in kept.provenance.get("hits", ())}
    readings: dict[tuple[str, str], Texts | Standing] = {}
    proofs = []
    for citation in kept.answer.get("citations", ()):
        compartment = _home(citation, homes.get(citation["passage"], ""), compartments)
        document = _document(citation, compartment)
        if compartment is None or document is None:
            proofs.append(Proof(citation, Standing.DOCUMENT_ERASED))
            continue
        key = (compartment.collection.id, document.id)
        if key not in readings:
            cited = [c for c in kept.answer["citations"] if c["document"] == document.id]
            pages = {c["locator"]["page"] for c in cited}
            readings[key] = _reread(document, compartment, pages, read)
        proofs.append(_proof(citation, compartment.ledger, readings[key]))
    return Proofs(kept, tuple(proofs))


def _home(citation: Told, id_: str, compartments: Sequence[Compartment]) -> Compartment | None:
    """By id; a name may have been given to another collection since."""
    named = (c for c in compartments if not id_ and c.collection.name == citation["collection"])
    return next((c for c in compartments if c.collection.id == id_), None) or next(named, None)


def _document(citation: Told, compartment: Compartment | None) -> Document | None:
    try:
        return compartment.ledger.documents.get(citation["document"]) if compartment else None
    except DocumentUnknown:
        return None


def _reread(document: Document, compartment: Compartment, pages: set[int], read: Read) -> Texts | Standing:
    """The text of these pages as the original gives it today, or why it gives none."""
    original = compartment.originals.path(document.id)
    if not original.exists():
        return Standing.ORIGINAL_MISSING
    if not compartment.originals.intact(document.id):
        return Standing.ORIGINAL_CHANGED
    for name in document.paths:  # its ending may decide how it is read, and a copy may have another
        with suppress(FileRefused):
            reading, read_pages = read(original, name, compartment.scratch)
            if reading.media_type == document.media_type:
                return {page.number: page.text for page in read_pages if page.number in pages}
    return Standing.ORIGINAL_UNREADABLE


def _proof(citation: Told, ledger: Ledger, reading: Texts | Standing) -> Proof:
    at = citation["locator"]
    try:
        kept = ledger.documents.page(citation["document"], at["page"]).text
    except PageUnknown:
        kept = ""
    in_ledger = _quoted(citation, kept)
    if isinstance(reading, Standing):
        return Proof(citation, reading, in_ledger)
    in_original = _quoted(citation, reading.get(at["page"], ""))
    standing = Standing.STANDS if in_ledger and in_original else Standing.PAGE_CHANGED
    return Proof(citation, standing, in_ledger, in_original)


def _quoted(citation: Told, text: str) -> bool:
    at = citation["locator"]
    return bool(citation["quote"]) and text[at["start"] : at["end"]] == citation["quote"]
