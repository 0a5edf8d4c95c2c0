"""Whether a reader of a DOCX sees a run of its text, as far as the file tells.

Hidden is what is marked so, is as white as the paper, or is too small to read. White text is not judged
where something lies behind it: a shade or a highlight, the style of a table, the fill of a text box.
"""

from dataclasses import dataclass, field
from xml.etree import ElementTree

SMALLEST = 4  # half-points
WHITEST = 0xF0  # of 255, from which a red, a green and a blue are white
PLAIN_TABLES = frozenset(
    {"TableGrid", "TableNormal", "a1", "a3", "a4"}
)  # without a shade; a…: Word in Russian
OFF = ("0", "false", "off", "none")  # values of a property that is taken back
_OPENED = frozenset({"r", "p", "tc", "tbl", "txbxContent"})
_TOLD = frozenset({"vanish", "color", "sz", "shd", "highlight", "rStyle", "pStyle", "tblStyle", "background"})
SEEN = _OPENED | _TOLD  # elements that matter


@dataclass(slots=True)
class _Open:
    """An element that is open, and what is known of text in it."""

    kind: str
    gone: bool | None = None  # None: not told
    white: bool = False
    small: bool = False
    shaded: bool = False


@dataclass(slots=True)
class Looks:
    """Fed with every start and end of an element of `SEEN`; `hidden` tells of text that comes now.

    `styles` are the ids of styles whose text is hidden, and "" if the style of other paragraphs is one.
    """

    styles: frozenset[str] = frozenset()
    _paper: bool = True  # white
    _open: list[_Open] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        if not self._open or self._open[-1].kind != "r":
            return False
        run = self._open[-1]
        gone = any(one.gone for one in self._open if one.kind == "p") if run.gone is None else run.gone
        if gone or run.small:
            return True
        return run.white and self._paper and not any(one.shaded for one in self._open)

    def start(self, kind: str, element: ElementTree.Element) -> None:
        if kind in _OPENED:
            plain = kind == "p" and "" in self.styles
            self._open.append(_Open(kind, gone=plain or None, shaded=kind == "txbxContent"))
        elif kind == "background":
            self._paper = _white(value(element, "color") or "FFFFFF")
        elif self._open:
            self._told(self._open[-1], kind, element)

    def end(self, kind: str) -> None:
        if kind in _OPENED:
            self._open.pop()

    def _told(self, owner: _Open, kind: str, element: ElementTree.Element) -> None:
        said = value(element, "val")
        if kind in ("shd", "highlight"):
            ground = value(element, "fill") or "auto" if kind == "shd" else said
            owner.shaded |= ground.lower() not in ("auto", "ffffff", "white", *OFF)
            owner.shaded |= bool(value(element, "themeFill"))
        elif kind == "tblStyle":
            owner.shaded |= said not in PLAIN_TABLES
        elif kind == "pStyle":
            owner.gone = said in self.styles
        elif kind == "rStyle":
            owner.gone = said in self.styles or None
        elif owner.kind == "r":  # elsewhere it is said of the mark that ends a paragraph
            self._of_run(owner, kind, said)

    def _of_run(self, run: _Open, kind: str, said: str) -> None:
        if kind == "vanish":
            run.gone = said.lower() not in OFF
        elif kind == "color":
            run.white = _white(said)
        elif kind == "sz":
            run.small = said.isdigit() and int(said) <= SMALLEST


def value(element: ElementTree.Element, name: str) -> str:
    """An attribute, whatever its namespace; "" without one."""
    return next((told for key, told in element.items() if key.rpartition("}")[2] == name), "")


def _white(colour: str) -> bool:
    try:
        return len(colour) == 6 and all(byte >= WHITEST for byte in bytes.fromhex(colour))
    except ValueError:  # "auto"
        return False
