"""Whether a reader of a web page sees a stretch of its text: what styles make of it, as far as they are told.

Knows inline styles, the `hidden` attribute and the plain rules (`p`, `.note`, `#id`, `p.note`) of the
page's own style sheets; rules for some media only and sheets elsewhere are not read. A colour is held
against what is known to lie behind it, and never where that may be a picture or another sheet's business.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
CLEAR: Colour = (-1, -1, -1)  # of text through which all is seen
ALIKE = 16  # of 255 in each of red, green and blue: nobody tells such text from its ground
SMALLEST = 2.0  # pixels; text below is a line of dust
FARTHEST = -500.0  # pixels; a text moved so far is beside every page

_NAMED: Mapping[str, Colour] = {
    "white": WHITE,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "black": (0, 0, 0),
}
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_FOR_SOME = re.compile(r"@[^{};@]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")  # @import, @media, @font-face
_PLAIN = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|)")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3}
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+)(%?)\s*)?\)")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_GROUNDS = ("background", "background-color", "background-image")


@dataclass(frozen=True, slots=True)
class Look:
    """How text in an element looks."""

    gone: bool = False  # with all that is in it
    veiled: bool = False  # `visibility: hidden`, which a child may take back
    size: float = 16.0  # pixels
    colour: Colour | None = (0, 0, 0)  # None: not known
    ground: Colour | None = WHITE

    @property
    def hidden(self) -> bool:
        if self.gone or self.veiled or self.size < SMALLEST or self.colour == CLEAR:
            return True
        return self.colour is not None and self.ground is not None and _alike(self.colour, self.ground)


class Looks:
    """The look of each element of one page, given that of its parent."""

    def __init__(self, root: "_Element") -> None:
        self._rules: dict[str, dict[str, str]] = {}
        for sheet in root.iter("style"):
            for selector, told in _rules(sheet.text or ""):
                self._rules.setdefault(selector, {}).update(told)
        # Another sheet may put a dark ground behind white text.
        linked = any("stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link"))
        self.first = Look(ground=None if linked else WHITE)

    def of(self, element: "_Element", parent: Look) -> Look:
        told = self._told(element)
        if not told:
            return parent
        ground = _ground(told, parent.ground)
        colour = _colour(told["color"]) if told.get("color", "inherit") != "inherit" else parent.colour
        visibility = told.get("visibility", "")
        return Look(
            gone=parent.gone or _gone(told),
            veiled=visibility in ("hidden", "collapse") or (parent.veiled and visibility != "visible"),
            size=_size(told.get("font-size", ""), parent.size),
            colour=colour,
            ground=ground,
        )

    def _told(self, element: "_Element") -> dict[str, str]:
        """The declarations that hold for it, the stronger ones last."""
        told: dict[str, str] = {}
        tag = str(element.tag)
        if self._rules:
            names = [f".{name}" for name in (element.get("class") or "").split()]
            names += [f"#{element.get('id')}"] if element.get("id") else []
            for selector in (tag, *names, *(tag + name for name in names)):
                told |= self._rules.get(selector.lower(), {})
        if element.get("bgcolor"):
            told["background-color"] = str(element.get("bgcolor")).strip().lower()
        if element.get("background"):
            told["background-image"] = "url"
        if tag == "font" and element.get("color"):
            told["color"] = str(element.get("color")).strip().lower()
        if element.get("hidden", "until-found") != "until-found":
            told["display"] = "none"
        if style := element.get("style"):
            told |= _declarations(style)
        return told


def _rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    plain = _FOR_SOME.sub("", _COMMENT.sub("", sheet).replace("<!--", "").replace("-->", ""))
    for rule in plain.split("}"):
        selectors, _, declared = rule.partition("{")
        told = _declarations(declared)
        for selector in selectors.split(","):
            if told and _PLAIN.fullmatch(selector.strip()):
                yield selector.strip().lower(), told


def _declarations(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in _COMMENT.sub("", text).lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value}


def _gone(told: Mapping[str, str]) -> bool:
    return (
        told.get("display") == "none"
        or _number(told.get("opacity", "1")) == 0
        or any(_pixels(told.get(side, "")) <= FARTHEST for side in ("text-indent", *_moved(told)))
    )


def _moved(told: Mapping[str, str]) -> tuple[str, ...]:
    return ("left", "top") if told.get("position") in ("absolute", "fixed") else ()


def _size(told: str, above: float) -> float:
    found = _LENGTH.fullmatch(told)
    if not found:
        return above if not told or told == "inherit" else Look().size  # "large", "calc(…)"
    number = float(found[1])
    if found[2] in _PIXELS:
        return number * _PIXELS[found[2]]
    return number * (Look().size if found[2] == "rem" else above / (100 if found[2] == "%" else 1))


def _pixels(told: str) -> float:
    found = _LENGTH.fullmatch(told)
    return float(found[1]) * _PIXELS.get(found[2], 16.0) if found else 0.0


def _number(told: str) -> float:
    try:
        return float(told)
    except ValueError:
        return 1.0


def _ground(told: Mapping[str, str], above: Colour | None) -> Colour | None:
    """What lies behind; of a value that is not plainly a colour nothing is known."""
    given = [told[name] for name in _GROUNDS if told.get(name)]
    given = [value for value in given if value not in ("none", "transparent", "inherit", "initial")]
    return _colour(given[-1]) if len(given) == 1 else None if given else above


def _colour(told: str) -> Colour | None:
    """None for what is not read, and for what lets something shine through."""
    if told == "transparent":
        return CLEAR
    if _HEX.fullmatch(told):
        digits = told[1:] if len(told) > 4 else "".join(char * 2 for char in told[1:])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
    if found := _RGB.fullmatch(told):
        through = _number(found[4] or "1")
        whole = through >= (100 if found[5] else 1)
        return (int(found[1]), int(found[2]), int(found[3])) if whole else None if through else CLEAR
    return _NAMED.get(told)


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= ALIKE for a, b in zip(one, other, strict=True))
