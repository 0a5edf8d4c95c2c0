"""What kind of file this is: by its bytes first, by its name only between kinds of plain text.

Knows which kinds are read, and nothing of how.
"""

import json
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

from casefile.errors import FileBroken, FileEmpty, FileEncrypted, FileMissing, FileTypeUnknown, FileUnreadable
from ingest.encoding import decode, marked

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
EMAIL = "message/rfc822"
ARTICLES = "application/jsonl"
KNOWN = "PDF, DOCX, HTML, TXT, MD, EML, JSONL"

_HEAD = 64 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")  # not TAB, LF, FF, CR, Ctrl-Z, ESC
_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIN_PART = re.compile(r"[/\\]?word[/\\]document\d*\.xml", re.IGNORECASE)
_TAG = re.compile(r"<(html|head|body|div|p|table|br|h[1-6]|span|font)\b", re.IGNORECASE)
_HEADER = re.compile(r"([\w-]+):")
_MAILER = {"message-id", "received", "mime-version", "return-path", "x-mailer", "delivered-to"}
# Plain text with a grammar: read as prose it would hide what it encodes (escapes, base64, columns).
_OTHER_GRAMMAR = re.compile(
    r"\s*(\{\\rtf|<\?xml|<svg|\{\s*\"|\[\s*[{\[\"]|BEGIN:V|From \S+ .*\d{4}\r?\n)", re.IGNORECASE
)
_OTHER_SUFFIX = {".json", ".xml", ".svg", ".rtf", ".mbox", ".vcf", ".ics", ".ical", ".emlx", ".dif"}


def media_type(path: Path, name: str) -> str:
    """The media type of a file we read.

    Raises `FileEmpty`, `FileEncrypted`, `FileBroken`, `FileTypeUnknown`, `FileMissing` or `FileUnreadable`.
    """
    try:
        with path.open("rb") as file:
            return sniff(file, name)
    except FileNotFoundError as error:
        raise FileMissing(path=name) from error
    except OSError as error:
        raise FileUnreadable(path=name, reason=error.strerror or type(error).__name__) from error


def sniff(file: BinaryIO, name: str) -> str:
    """As `media_type`, for anything that can be read and sought."""
    head = file.read(_HEAD)
    if not head.strip():
        if not file.read(1):
            raise FileEmpty(path=name)
        return _text(head, name)
    if re.search(rb"%PDF-\d", head[:1024]):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zip(file, name)
    if head.startswith(_OLE):
        return _ole(file, name)
    return _text(head, name)


def _zip(file: BinaryIO, name: str) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            found = "word/document.xml" in archive.namelist() or _main_part(archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        if Path(name).suffix.lower() == ".docx":
            raise FileBroken(path=name, reason="zip") from error
        found = False
    if not found:
        raise FileTypeUnknown(path=name, known=KNOWN)
    return DOCX


def _main_part(archive: zipfile.ZipFile) -> bool:
    """Some programs call the text `word/document2.xml`, or begin names with a slash."""
    return any(
        re.fullmatch(r"[/\\]?word[/\\]document\d*\.xml", part, re.IGNORECASE) for part in archive.namelist()
    )


def _ole(file: BinaryIO, name: str) -> str:
    """A password-protected DOCX is an OLE file with a stream of this name; other OLE files are old Word."""
    wanted = "EncryptedPackage".encode("utf-16-le")
    file.seek(0)
    tail = b""
    while block := file.read(1 << 20):
        if wanted in tail + block:
            raise FileEncrypted(path=name)
        tail = block[-len(wanted) :]
    raise FileTypeUnknown(path=name, known=KNOWN)


def _text(head: bytes, name: str) -> str:
    text, _ = decode(head)
    suffix = Path(name).suffix.lower()
    binary = (b"\0" in head and not marked(head)) or len(_CONTROL.findall(text)) > len(text) / 500
    if binary:
        raise FileTypeUnknown(path=name, known=KNOWN)
    if suffix == ".jsonl" or text.lstrip().startswith("{"):
        if _is_article(head):
            return ARTICLES
    elif _is_mail(text, suffix):
        return EMAIL
    elif _PAGE.match(text) or (suffix in (".html", ".htm", ".xhtml") and _TAG.search(text)):
        return HTML
    if suffix in _OTHER_SUFFIX or _OTHER_GRAMMAR.match(text):
        raise FileTypeUnknown(path=name, known=KNOWN)
    return MARKDOWN if suffix in (".md", ".markdown") else TEXT


def _is_article(head: bytes) -> bool:
    """Whether the first row is an article of a law; a row longer than the head is judged by its keys."""
    line = head.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n", 1)[0]
    try:
        row = json.loads(line)
    except ValueError:
        return len(line) > _HEAD // 2 and all(key in line for key in (b'"article"', b'"text"'))
    return isinstance(row, dict) and {"article", "text"} <= row.keys()


def _is_mail(text: str, suffix: str) -> bool:
    """A block of headers at the top; without the suffix, one that only mail programs write."""
    names = set()
    for line in text.lstrip("\r\n").split("\n")[:200]:
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not line.startswith((" ", "\t")):
            break
    if suffix in (".eml", ".mht", ".mhtml"):
        return bool(names)
    return len(names & {"from", "to", "subject", "date"}) >= 2 and bool(names & _MAILER)
