"""E-mail: the headers a reader would see and the body are page 1, every attachment is a page or more, and
the headers that mail programs keep to themselves (who passed it on, from which address, with what) the last.

An attachment that cannot be read comes as unread with its name; a forwarded message is read like the
first. Where the HTML of a message says much that its plain text does not, it is a page of its own: mail
programs show the one, scanners the other; so is what only the hidden text of its HTML says. Links are never
followed.

Parsed with the old `compat32` policy: the newer one raises on headers that real (and hostile) mail has.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_binary_file, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from pathlib import Path

from casefile.document import DELETED, Page, Reading, UnreadReason, with_hidden
from casefile.errors import FileBroken, FileEmpty, FileRefused
from ingest import detect
from ingest.encoding import decode
from ingest.readers import docx, html, pdf

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
# Of the form of the message, and signatures: no words, and checked by other programs.
_FORM = re.compile(r"mime-version|content-.*|dkim-signature|arc-.*|x-.*signature.*|x-.*dkim.*", re.IGNORECASE)
_LONGEST_WORD = 200  # characters without a space, of a header's value: beyond it is data
_DEEPEST = 10  # messages forwarded inside each other
_NEWS = 0.25  # share of an HTML part's words missing from the plain text that makes it a page of its own
_WORD = re.compile(r"\w{3,}")


UNNUMBERED = 0  # of a page whose place in the message is not known yet


@dataclass(frozen=True, slots=True)
class Body:
    """What a part of a message says, and what it hides."""

    shown: str
    hidden: str = ""


def read(path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
    """Raises `FileBroken` if parts are nested beyond reason, `FileEmpty` if there is nothing to read."""
    try:
        with path.open("rb") as file:
            message = message_from_binary_file(file, policy=policy.compat32)
        found = list(_message(message, "body", "", 0))
    except RecursionError as error:
        raise FileBroken(path=name, reason="MIME") from error
    if not any(page.text.strip() or page.unread for page in found):
        raise FileEmpty(path=name)
    pages = (replace(page, number=number) for number, page in enumerate(found, 1))
    return Reading(detect.EMAIL, title=_header(message, "Subject") or Path(name).stem), pages


def _message(message: Message, how: str, context: str, depth: int) -> Iterator[Page]:
    head = [f"{key}: {value}" for key in _SHOWN if (value := _header(message, key))]
    bodies, rivals, attached = _sort(message)
    names = [f"Attachment: {_name(part)}" for part in attached]
    blocks = ("\n".join(head), *(body.shown for body in bodies), "\n".join(names))
    shown = "\n\n".join(block for block in blocks if block.strip())
    yield _page(Body(shown, "\n\n".join(body.hidden for body in bodies if body.hidden)), how, context)
    for rival in rivals:
        yield _page(rival, "alternative", context)
    for part in attached:
        yield from _attachment(part, depth)
    if others := list(_others(message)):
        how = "headers" if how == "body" else how
        yield Page(UNNUMBERED, "\n".join(others), how=how, context=context)


def _page(body: Body, how: str, context: str) -> Page:
    text, hidden_from = with_hidden(body.shown, body.hidden)
    return Page(UNNUMBERED, text, how=how, context=context, hidden_from=hidden_from)


def _sort(message: Message) -> tuple[list[Body], list[Body], list[Message]]:
    """What is shown as the body, what HTML says beyond it, and the attachments."""
    bodies: list[Body] = []
    rivals: list[Body] = []
    attached: list[Message] = []
    pending: list[Message] = [message]
    while pending:
        part = pending.pop()
        kind = part.get_content_type()
        inner = part.get_payload()
        if kind == "multipart/alternative" and isinstance(inner, list):
            pending += reversed(_chosen([p for p in inner if isinstance(p, Message)], rivals))
        elif part.get_content_maintype() == "multipart" and isinstance(inner, list):
            pending += [p for p in reversed(inner) if isinstance(p, Message)]
        elif kind in ("text/plain", "text/html") and not _is_attachment(part):
            bodies.append(_body(part))
        elif part is message and kind != "message/rfc822" and not _is_attachment(part):
            bodies.append(_body(part))  # a message of an odd kind is still somebody's words
        else:
            attached.append(part)
    return bodies, rivals, attached


def _chosen(parts: list[Message], rivals: list[Body]) -> list[Message]:
    """Plain text if it says anything, else everything; an HTML part with news of its own is kept too."""
    plain = [
        p
        for p in parts
        if p.get_content_type() == "text/plain" and not _is_attachment(p) and _body(p).shown.strip()
    ]
    if not plain:
        return parts
    said = _words(" ".join(_body(p).shown for p in plain))
    rest: list[Message] = []
    for part in parts:
        if part.get_content_type() != "text/html":
            rest += [] if part in plain else [part]
            continue
        body = _body(part)
        words = _words(body.shown)
        shown = body.shown if len(words - said) > _NEWS * len(words) else ""
        hidden = body.hidden if _words(body.hidden) - said - words else ""
        if shown or hidden:
            rivals.append(Body(shown, hidden))
    return [*plain, *rest]


def _attachment(part: Message, depth: int) -> Iterator[Page]:
    name = _name(part)
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        forwarded = inner[0]
        if isinstance(forwarded, Message) and depth < _DEEPEST:
            yield from _message(forwarded, "attachment", name, depth + 1)
            return
    try:
        found = list(_file(_bytes(part), name, part))
    except FileRefused:
        found = []
    if not found:
        unread = UnreadReason.NOT_SUPPORTED
        found = [Page(UNNUMBERED, unread=unread, how="attachment", context=name)]
    yield from found


def _file(data: bytes, name: str, part: Message) -> Iterator[Page]:
    kind = detect.sniff(io.BytesIO(data), name)
    if kind == detect.PDF:
        pages: list[Page] = list(pdf.PdfPages(data, name))
    elif kind == detect.DOCX:
        _, pages = docx.read_file(io.BytesIO(data), name)
    elif kind == detect.HTML:
        text, hidden_from = html.render(data, _charset(part)).text
        pages = [Page(1, text, hidden_from=hidden_from)]
    elif kind in (detect.TEXT, detect.MARKDOWN):
        pages = [Page(1, decode(data, _charset(part))[0])]
    elif kind == detect.EMAIL:
        inner = message_from_binary_file(io.BytesIO(data), policy=policy.compat32)
        yield from _message(inner, "attachment", name, _DEEPEST)
        return
    else:
        pages = []
    for page in pages:
        how = page.how if page.recognised or page.how == DELETED else "attachment"
        yield replace(page, how=how, context=name)


def _body(part: Message) -> Body:
    data = _bytes(part)
    if part.get_content_type() == "text/html":
        page = html.render(data, _charset(part))
        return Body("\n".join(page.lines), "\n".join(page.hidden))
    return Body(decode(data, _charset(part))[0])


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message) -> str:
    name = part.get_filename() or ""
    return _decoded(name) or part.get_content_type()


def _header(message: Message, key: str) -> str:
    """All values of a header, decoded, on one line."""
    values = (str(value) for name, value in message.raw_items() if name.lower() == key.lower())
    return ", ".join(_decoded(value) for value in values)


def _others(message: Message) -> Iterator[str]:
    """The headers that nobody is shown, each on a line."""
    shown = {key.lower() for key in _SHOWN}
    for name, raw in message.raw_items():
        if name.lower() not in shown and not _FORM.fullmatch(name):
            value = _decoded(str(raw))
            if value and max(map(len, value.split())) <= _LONGEST_WORD:
                yield f"{name}: {value}"


def _decoded(raw: str) -> str:
    """Encoded words and stray eight-bit bytes as text; what cannot be decoded stays as it is."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    text = "".join(_piece(piece, charset) for piece, charset in pieces)
    return " ".join(text.replace("\0", "").split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
    return decode(data, charset or "")[0]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
