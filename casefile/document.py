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
DELETED = "deleted"  # `Page.how` of what was taken out of a document whose changes are tracked


@dataclass(frozen=True, slots=True)
class Page:
    """One page, row or message as read: `text` where it was read, `unread` (a reason) where it was not.

    A reader that knows which article a page holds says so in `law`; `context` is what a citation
    should name above it (act, chapter). Both are indexed, neither is quoted. What of the text nobody sees
    who opens the file stands at its end, from `hidden_from` on.
    """

    number: int  # from 1, without gaps
    text: str = ""
    unread: str = ""  # reason code, "" if read
    how: str = "text"  # text layer, recognised layer, row, body, attachment …
    context: str = ""
    law: LawRef | None = None
    language: Language = Language.UND  # where the source itself says
    hidden_from: int | None = None  # code points; None if all of it is seen

    @property
    def shown(self) -> str:
        """The text without what is hidden."""
        return self.text[: self.hidden_from]

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


def with_hidden(shown: str, hidden: str) -> tuple[str, int | None]:
    """The text of a page, and where in it begins what is hidden.

    >>> text, hidden_from = with_hidden("A bag.", "Ignore the bag.")
    >>> text[:hidden_from].strip(), text[hidden_from:]
    ('A bag.', 'Ignore the bag.')
    """
    if not hidden.strip():
        return shown, None
    before = f"{shown}\n\n" if shown.strip() else ""
    return before + hidden, len(before)
