"""Where in a document."""

from dataclasses import dataclass

from casefile.lawref import LawRef


@dataclass(frozen=True, slots=True)
class Locator:
    """A span of one page: `page.text[start:end]`, offsets in code points."""

    page: int
    start: int
    end: int
    law: LawRef | None = None
