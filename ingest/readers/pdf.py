"""PDF: the text layer, page by page, as pdfium reads it.

A page without text, with text that no font table explains, or one that pdfium cannot load comes as
unread; embedded files come after the last page, unread. What was typed into a form is part of its page,
and the comments on a page follow its text in square brackets.
Invisible text over a picture is what a scanner recognised in it, and its page is marked so. Text that
nobody sees who looks at the page (`pdf_hidden`) comes after the rest.
No recognition of our own, and no time limit: a page that never ends is the sandbox's business.

pdfium marks a hyphen at the end of a line, which it takes out, with U+FFFE: here it is a soft hyphen,
since nobody can tell "из-за" from "пере-дача". Characters without a meaning become U+FFFD one by one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from casefile.document import RECOGNISED, Page, Reading, UnreadReason, with_hidden
from casefile.errors import FileBroken, FileEncrypted
from ingest.actcode import act_code
from ingest.detect import PDF
from ingest.readers.pdf_hidden import parted
from ingest.readers.pdf_notes import Notes
from ingest.readers.pdf_scan import recognised

_MEANINGLESS = {code: "\ufffd" for code in (*range(0x20), 0x7F, 0xFFFF) if chr(code) not in "\t\n"}
_AS_READ = _MEANINGLESS | {0xFFFE: "\xad"}
_MUTE = frozenset((2, 16, 20))  # links, pop-ups (windows of other notes), form fields: no words of their own
_GARBLED = 0.3  # share of meaningless characters from which a page counts as unread


def read(path: Path, name: str, first: int = 1) -> tuple[Reading, "PdfPages"]:
    """Pages from `first` on. Raises `FileEncrypted` if a password is needed, `FileBroken` if damaged."""
    pages = PdfPages(path, name, first)
    return Reading(PDF, title=pages.title or Path(name).stem, act=act_code(name)), pages


class PdfPages(Iterator[Page]):
    """The pages yet to come; `len` says how many the file has, those before `first` included."""

    def __init__(self, source: Path | bytes, name: str, first: int = 1) -> None:
        import pypdfium2 as pdfium
        import pypdfium2.raw as raw

        try:
            self._document: Any = pdfium.PdfDocument(source)  # pypdfium2 has no types
        except pdfium.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise FileEncrypted(path=name) from error
            raise FileBroken(path=name, reason="PDF") from error
        self._failure = pdfium.PdfiumError
        self._raw = raw
        self._notes = Notes(source)
        self._form = self._document.get_formtype() == raw.FORMTYPE_ACRO_FORM
        if self._form:
            self._document.init_forms()
        self._sheets: int = len(self._document)
        self._count: int = self._sheets + max(0, self._document.count_attachments())
        self._next = first
        if not self._count:
            raise FileBroken(path=name, reason="PDF")

    @property
    def title(self) -> str:
        return " ".join(self._document.get_metadata_value("Title").replace("\0", "").split())

    def __len__(self) -> int:
        return self._count

    def __next__(self) -> Page:
        if self._next > self._count:
            self._document.close()
            raise StopIteration
        number = self._next
        self._next += 1
        return self._page(number) if number <= self._sheets else self._embedded(number)

    def _page(self, number: int) -> Page:
        try:
            shown, hidden, how = self._text(number - 1)
        except self._failure:
            return Page(number, unread=UnreadReason.BROKEN_PAGE)
        except MemoryError:
            return Page(number, unread=UnreadReason.TOO_EXPENSIVE)
        text, hidden_from = with_hidden(shown, hidden)
        if not text.strip():
            return Page(number, unread=UnreadReason.NO_TEXT_LAYER)
        if text.count("\ufffd") > _GARBLED * len("".join(text.split())):
            return Page(number, unread=UnreadReason.BROKEN_PAGE, how=how)
        return Page(number, text, how=how, hidden_from=hidden_from)

    def _text(self, index: int) -> tuple[str, str, str]:
        """What is seen, what is hidden, and how it was read."""
        # The whole page rather than its visible box: what lies outside it was put there by somebody.
        page = self._document[index]
        if self._form:
            page.flatten()  # draws the values of the fields, in memory
            page.close()
            page = self._document[index]
        layer = page.get_textpage()
        text: str = layer.get_text_range(errors="replace")
        how = RECOGNISED if recognised(page, layer) else "text layer"
        shown, hidden = parted(page, layer, text)
        layer.close()
        # A scan with a comment is still an unread scan: its comment must not pass for its text.
        if text.strip() and any(subtype not in _MUTE for subtype in self._annotations(page)):
            shown = "\n".join([shown.rstrip(), *(f"[{note}]" for note in self._notes.on(index))])
        page.close()
        return _as_read(shown), _as_read(hidden), how

    def _annotations(self, page: Any) -> Iterator[int]:  # Any: pypdfium2 has no types
        for number in range(self._raw.FPDFPage_GetAnnotCount(page)):
            annotation = self._raw.FPDFPage_GetAnnot(page, number)
            yield self._raw.FPDFAnnot_GetSubtype(annotation)
            self._raw.FPDFPage_CloseAnnot(annotation)

    def _embedded(self, number: int) -> Page:
        try:
            name = self._document.get_attachment(number - self._sheets - 1).get_name()
        except self._failure:
            name = ""
        return Page(number, unread=UnreadReason.NOT_SUPPORTED, how="attachment", context=name)


def _as_read(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").translate(_AS_READ)
