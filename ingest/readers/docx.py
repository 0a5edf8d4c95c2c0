"""DOCX: the body in document order is page 1; notes, comments, headers and footers follow as pages.

Tracked insertions, content controls and text boxes are text; what was deleted under tracking is a page
of its own, so that nobody quotes it as the document's wording; what Word does not show (`docx_look`) ends
the page it is on. Embedded files are listed as unread.
A line in a heading style begins with "## ", unless it names an article or a chapter: the text below it
must not be taken for the article above it.
Numbers that Word makes itself (automatic lists) are not in the file's text and not in ours.

Reads the parts with the standard library instead of python-docx, whose paragraphs leave out content
controls, insertions and text boxes, and which refuses a whole file for one dangling reference.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO
from xml.etree import ElementTree

from casefile.document import DELETED, Page, Reading, UnreadReason, with_hidden
from casefile.errors import FileBroken, FileEmpty, FileEncrypted, FileTooLarge
from casefile.language import Language
from ingest.actcode import act_code, act_language
from ingest.detect import DOCX
from ingest.lines import Frame, squeeze
from ingest.readers.docx_look import OFF, SEEN, Looks, value
from ingest.statute_marks import as_heading

LARGEST = 300 << 20  # bytes, unpacked
STEEPEST = 400  # times smaller than unpacked; real documents reach 25
MOST_PARTS = 10_000

_BODY = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_OTHERS = tuple(
    (kind, re.compile(rf"word/{kind}\d*\.xml", re.IGNORECASE))
    for kind in ("footnotes", "endnotes", "comments", "header", "footer", "diagrams/data")
)
_EMBEDDED = re.compile(r"word/embeddings/.+", re.IGNORECASE)
_PICTURE = re.compile(r"word/media/.+", re.IGNORECASE)
_SKIPPED = {"Fallback", "instrText", "pPr", "rPr", "sectPr", "tblPr", "tcPr", "trPr", "fldData", "sdtPr"}
_HEADING = re.compile(r"(?:heading\s*[1-9]|title|subtitle)", re.IGNORECASE)
_TAKEN_OUT = {"del", "moveFrom"}
_TEXT = {"t", "delText"}
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


@dataclass(slots=True)
class _Part:
    lines: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Styles:
    """Ids of styles, with those of the styles made from them."""

    headings: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


def read(path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
    """Raises `FileEncrypted`, `FileBroken`, `FileTooLarge`, or `FileEmpty` if there is nothing at all."""
    act = act_code(name)
    with path.open("rb") as file:
        title, pages = read_file(file, name, act_language(name), is_act=bool(act))
    return Reading(DOCX, title=title, act=act), iter(pages)


def read_file(
    file: BinaryIO, name: str, language: Language = Language.UND, *, is_act: bool = False
) -> tuple[str, list[Page]]:
    """The title and the pages of an open DOCX; an act's title is also the context of its text."""
    try:
        with zipfile.ZipFile(file) as archive:
            _guard(archive.infolist(), name)
            parts = {part.lstrip("/").replace("\\", "/"): part for part in archive.namelist()}
            return _document(archive, parts, name, language, is_act=is_act)
    except ElementTree.ParseError as error:
        raise FileBroken(path=name, reason="XML") from error
    except _DAMAGE as error:
        raise FileBroken(path=name, reason="zip") from error


def _guard(entries: list[zipfile.ZipInfo], name: str) -> None:
    """The archive's directory tells sizes, and zipfile never unpacks more than it tells."""
    unpacked = sum(entry.file_size for entry in entries)
    steep = any(entry.file_size > max(1 << 20, STEEPEST * entry.compress_size) for entry in entries)
    if unpacked > LARGEST or steep or len(entries) > MOST_PARTS:
        raise FileTooLarge(path=name, limit=LARGEST >> 20)
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileEncrypted(path=name)


def _document(
    archive: zipfile.ZipFile, parts: dict[str, str], name: str, language: Language, *, is_act: bool
) -> tuple[str, list[Page]]:
    bodies = [part for short, part in sorted(parts.items()) if _BODY.fullmatch(short)]
    if not bodies:
        raise FileBroken(path=name, reason="DOCX")
    styles = _styles(archive, parts)
    body = _part(archive, bodies[0], styles)
    found = [("text", body.lines, body.hidden)]
    for kind, pattern in _OTHERS:
        others = [
            _part(archive, part, _Styles(hidden=styles.hidden))
            for short, part in sorted(parts.items())
            if pattern.fullmatch(short)
        ]
        lines = dict.fromkeys(line for other in others for line in other.lines)
        hidden = dict.fromkeys(line for other in others for line in other.hidden)
        found += [(kind, list(lines), list(hidden))]
    found += [(DELETED, body.deleted, [])]
    title = _core_title(archive, parts) or next(iter(body.lines), Path(name).stem).removeprefix("## ")
    context = title[:300] if is_act else ""
    texts = [
        (kind, *with_hidden("\n".join(lines), "\n".join(hidden)))
        for kind, lines, hidden in found
        if lines or hidden
    ]
    pages = [
        Page(number, text, how=kind, context=context, language=language, hidden_from=hidden_from)
        for number, (kind, text, hidden_from) in enumerate(texts, 1)
    ]
    pages += _unread(len(pages) + 1, parts, has_text=bool(texts))
    if not pages:
        raise FileEmpty(path=name)
    return title[:300], pages


def _unread(number: int, parts: dict[str, str], *, has_text: bool) -> Iterator[Page]:
    if not has_text and any(_PICTURE.fullmatch(part) for part in parts):
        yield Page(number, unread=UnreadReason.NO_TEXT_LAYER, how="picture")
        number += 1
    embedded = sorted(part for part in parts if _EMBEDDED.fullmatch(part))
    for offset, part in enumerate(embedded):
        context = part.rsplit("/", 1)[-1]
        yield Page(number + offset, unread=UnreadReason.NOT_SUPPORTED, how="attachment", context=context)


def _core_title(archive: zipfile.ZipFile, parts: dict[str, str]) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    with archive.open(parts["docProps/core.xml"]) as file:
        for _, element in ElementTree.iterparse(file):  # noqa: S314 expat fetches nothing, limits entities
            if _local(element) == "title":
                return squeeze(element.text or "").strip()
    return ""


def _styles(archive: zipfile.ZipFile, parts: dict[str, str]) -> _Styles:
    if "word/styles.xml" not in parts:
        return _Styles()
    bases: dict[str, str] = {}
    headings: dict[str, bool] = {}
    hidden: dict[str, bool] = {}
    usual = ""
    with archive.open(parts["word/styles.xml"]) as file:
        for _, style in ElementTree.iterparse(file):  # noqa: S314 expat fetches nothing, limits entities
            if _local(style) == "style":
                id_ = value(style, "styleId")
                own = {_local(element): value(element, "val") for element in style.iter()}
                bases[id_] = own.get("basedOn", "")
                if _HEADING.fullmatch(own.get("name", "")) or own.get("outlineLvl", "9") < "9":
                    headings[id_] = True
                if "vanish" in own:
                    hidden[id_] = own["vanish"] not in OFF
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                    usual = id_
                style.clear()
    gone = _with_heirs(hidden, bases)
    return _Styles(_with_heirs(headings, bases), gone | {""} if usual in gone else gone)


def _with_heirs(told: dict[str, bool], bases: dict[str, str]) -> frozenset[str]:
    """The styles of which it is told, and those made from them that do not say otherwise."""
    for _ in range(5):  # so deep styles are made from one another, and no deeper
        told |= {style: told[base] for style, base in bases.items() if base in told and style not in told}
    return frozenset(style for style, holds in told.items() if holds)


def _part(archive: zipfile.ZipFile, part: str, styles: _Styles) -> _Part:
    with archive.open(part) as file:
        return _text_of(file, styles)


def _text_of(file: IO[bytes], styles: _Styles) -> _Part:
    """Paragraphs as lines and table rows as lines, in one pass and without recursion."""
    frames, deleted, hidden = [Frame()], Frame(), Frame()
    looks = Looks(styles.hidden)
    skipping = deleting = 0
    begun: list[int] = []  # lines above each open paragraph
    is_heading = False
    for event, element in ElementTree.iterparse(file, events=("start", "end")):  # noqa: S314 expat fetches nothing, limits entities
        kind = _local(element)
        if kind in SEEN:
            looks.start(kind, element) if event == "start" else looks.end(kind)
        if event == "start" and kind == "p":
            begun.append(len(frames[-1].done))
            is_heading = False
        if skipping or kind in _SKIPPED:
            if event == "start" and len(frames) == 1:
                is_heading |= kind == "pStyle" and value(element, "val") in styles.headings
                is_heading |= kind == "outlineLvl" and value(element, "val") < "9"
            skipping += 1 if event == "start" else -1
        elif kind in _TAKEN_OUT:
            deleting += 1 if event == "start" else -1
        elif event == "start":
            if kind in ("tr", "tc", "txbxContent"):
                frames.append(Frame(element))
        elif kind in _TEXT or kind in _SIGNS:
            taker = deleted if deleting else hidden if looks.hidden else frames[-1]
            taker.add(_SIGNS.get(kind) or squeeze(element.text or ""))
        elif kind == "p":
            frames[-1].end_line()
            deleted.end_line()
            hidden.end_line()
            first = begun.pop()
            if is_heading and len(frames) == 1 and len(frames[0].done) > first:
                frames[0].done[first] = as_heading(frames[0].done[first])
        elif frames[-1].owner is element:
            _close(frames, kind)
        if event == "end" and kind in ("p", "tbl"):
            element.clear()
    return _Part(frames[0].lines(), deleted.lines(), hidden.lines())


def _close(frames: list[Frame], kind: str) -> None:
    lines = frames.pop().lines()
    if kind == "tc":
        frames[-1].cells.append(lines)
    elif kind == "tr":
        frames[-1].end_line()
        frames[-1].done += lines
    else:
        frames[-1].after += lines


def _local(element: ElementTree.Element) -> str:
    """The name without its namespace, which differs between the two dialects of the format."""
    return str(element.tag).rpartition("}")[2]
