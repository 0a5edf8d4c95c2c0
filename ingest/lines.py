"""Lines of running text and rows of tables, the same for every format that has markup.

Knows nothing of files. A page's text is our own rendering of the markup: white space carries no
meaning there, so runs of it (no-break spaces too, which adilet uses to indent) become one space.
Visible characters are never touched.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

CELL_MARK = " | "
TALLEST_CELL = 5  # lines; a taller cell means that the table is layout, not data

_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")


def squeeze(text: str) -> str:
    """One space for every run of white space; a lone space at either end stays."""
    return _SPACE.sub(" ", text)


def tidy(lines: Iterable[str]) -> list[str]:
    """Squeezed and stripped lines, without the empty ones.

    >>> tidy(["\\xa0\\xa0 1. Кража, –\\n ", " "])
    ['1. Кража, –']
    """
    stripped = (squeeze(line).strip() for line in lines)
    return [line for line in stripped if line]


def row(cells: Sequence[Sequence[str]]) -> list[str]:
    """A table row as one line, or as the lines of its cells one below the other if a cell is tall.

    >>> row([["Президент"], ["Н. НАЗАРБАЕВ"]])
    ['Президент | Н. НАЗАРБАЕВ']
    """
    filled = [cell for cell in cells if cell]
    if any(len(cell) > TALLEST_CELL for cell in filled):
        return [line for cell in filled for line in cell]
    return [CELL_MARK.join(" ".join(cell) for cell in filled)] if filled else []


@dataclass(slots=True)
class Frame:
    """Text being collected for a page, a row of a table, a cell or a text box."""

    owner: object = None  # the element that closes the frame
    done: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)  # what floats beside the open line
    cells: list[list[str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Text of the open line; a line feed ends it."""
        *ended, last = text.split("\n")
        for line in ended:
            self._open.append(line)
            self._end()
        self._open.append(last)

    def end_line(self) -> None:
        self._end()
        self.done += self.after
        self.after = []

    def lines(self) -> list[str]:
        self.end_line()
        return self.done + row(self.cells)

    def _end(self) -> None:
        self.done += tidy(["".join(self._open)])
        self._open.clear()
