"""Documents and their pages, as received."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.language import Language
from casefile.lawref import LawRef


class DocumentState(StrEnum):
    """How far a document has come; each step is one ledger transaction."""

    RECEIVED = "received"
    SPLIT = "split"
    INDEXED = "indexed"
    UNREAD = "unread"  # the file could not be read; the reason is kept
    SUPERSEDED = "superseded"  # a newer version of the same path is complete


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes received once."""

    id: str  # SHA-256 of the bytes, hexadecimal
    title: str
    media_type: str
    language: Language  # of most of its text
    size: int  # bytes
    received_at: str  # UTC, ISO 8601
    state: DocumentState
    reason: str  # error code where state is UNREAD, else ""
    paths: tuple[str, ...]  # everywhere it was seen, oldest first


RECOGNISED = "recognised layer"  # `Page.how` of invisible text over a picture: what a scanner read out of it


@dataclass(frozen=True, slots=True)
class Page:
    """One page, row or message as read: `text` where it was read, `unread` (a reason) where it was not.

    A reader that knows which article a page holds says so in `law`; `context` is what a citation
    should name above it (act, chapter). Both are indexed, neither is quoted.
    """

    number: int  # from 1, without gaps
    text: str = ""
    unread: str = ""  # reason code, "" if read
    how: str = "text"  # text layer, recognised layer, row, body, attachment …
    context: str = ""
    law: LawRef | None = None
    language: Language = Language.UND  # where the source itself says

    @property
    def recognised(self) -> bool:
        return self.how == RECOGNISED


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader learnt of a whole file before its pages."""

    media_type: str
    title: str = ""
    act: str = ""  # official code of the act, where the file tells


class UnreadReason(StrEnum):
    NO_TEXT_LAYER = "no_text_layer"
    BROKEN_PAGE = "broken_page"
    TOO_EXPENSIVE = "too_expensive"
    NOT_SUPPORTED = "not_supported"
