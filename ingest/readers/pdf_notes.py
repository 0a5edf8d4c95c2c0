"""The comments that people put on PDF pages, as pypdf reads them.

pdfium draws pages and knows little of notes; pypdf is slower and is only asked about pages that pdfium
says carry one. Knows nothing of the text of the page.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any


class Notes:
    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._reader: Any = None  # pypdf's own types say Any from the first dictionary on

    def on(self, index: int) -> list[str]:
        """`Author: comment`, in the order of the file; empty where pypdf cannot read the page."""
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        try:
            if self._reader is None:
                self._reader = PdfReader(
                    BytesIO(self._source) if isinstance(self._source, bytes) else self._source
                )
            return list(_comments(self._reader.pages[index]))
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            return []


def _comments(page: Any) -> Iterator[str]:  # Any: see above
    for reference in page.get("/Annots") or []:
        note = reference.get_object()
        text = " ".join(str(note.get("/Contents") or "").split())
        if text and note.get("/Subtype") not in ("/Link", "/Widget", "/Popup"):
            author = " ".join(str(note.get("/T") or "").split())
            yield f"{author}: {text}" if author else text
