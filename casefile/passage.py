"""The unit that is found and cited."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from casefile.language import Language
from casefile.locator import Locator


class Concealed(StrEnum):
    """Why nobody who opens the file sees these words: they are shown among the sources and prove nothing."""

    NO = ""
    HIDDEN = "hidden"  # invisible, the colour of the paper, too small to read, beside the page
    DELETED = "deleted"  # kept by the tracking of changes


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one page. `text == page.text[locator.start:locator.end]`, always.

    `context` names the act, chapter and article (or the document) above it: indexed, never quoted.
    `recognised`: OCR made its text, so a letter may be misread (`assistant/recognised.py`).
    """

    id: str
    document: str
    locator: Locator
    text: str
    language: Language
    context: str
    recognised: bool = False
    concealed: Concealed = Concealed.NO


def passage_id(document: str, page: int, start: int, end: int, splitter: str) -> str:
    """The same span of the same bytes, cut by the same splitter, has the same id everywhere."""
    key = f"{document}:{page}:{start}:{end}:{splitter}"
    return hashlib.sha256(key.encode()).hexdigest()[:32]
