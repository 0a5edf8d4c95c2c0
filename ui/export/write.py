"""A recorded answer in the format that is asked for."""

from importlib.metadata import version

from ui.export.blocks import marking
from ui.export.document import describe
from ui.export.docx import to_docx
from ui.export.format import Format
from ui.export.pdf import to_pdf
from ui.records import Kept
from ui.speech import printable_json

NAMED = 12  # characters of the record's id in a file name


def export(kept: Kept, wanted: Format, at: str) -> bytes:
    """The bytes of the file. `at`: the time of the export, which JSON tells."""
    document = describe(kept)
    if wanted is Format.DOCX:
        return to_docx(document)
    if wanted is Format.PDF:
        return to_pdf(document)
    told = {
        "marking": marking(document.language),
        "answered_at": kept.at,
        "exported_at": at,
        "program": f"dalel {version('dalel')}",
        "answer": kept.answer,
        "provenance": kept.provenance,
    }
    return f"{printable_json(told)}\n".encode()


def file_name(kept: Kept, wanted: Format) -> str:
    return f"dalel-{kept.answer['record'][:NAMED]}.{wanted}"
