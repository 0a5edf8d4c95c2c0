"""Tells which text of a PDF page nobody sees: invisible, white on white, minute, or beside the page.

What is drawn is looked at, for white may lie on a dark ground, and invisible words on the picture in which
they were read: hidden is what stands where nothing is to be seen. Text below a picture or a black bar
is not looked for.
"""

import re
from collections.abc import Set
from functools import cached_property
from typing import Any, NamedTuple

SMALLEST = 2.0  # points, of the font
WHITEST = 0xF0  # of 255, from which a red, a green and a blue are white
PLAIN = 40  # of 255: what differs less within a box is paper
RASTER = 1.5  # pixels a point
MOST_PIXELS = 4_000_000
DEEPEST = 8  # forms inside forms
MOST_OBJECTS = 100_000  # looked at: more is no page for people
_WORD = re.compile(r"\w{3}")


class Box(NamedTuple):
    """In points of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def around(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def parted(page: Any, layer: Any, text: str) -> tuple[str, str]:  # Any: pypdfium2 has no types
    """What is seen of `text`, which is that of `layer`, and what is hidden."""
    import pypdfium2 as pdfium

    try:
        hidden = _hidden_units(page, layer)
    except pdfium.PdfiumError:  # a page that can be read is never lost for this
        return text, ""
    if not hidden:
        return text, ""
    units = text.encode("utf-16-le", "surrogatepass")  # as pdfium counts
    pairs = [units[at : at + 2] for at in range(0, len(units), 2)]
    sides = [[pair for n, pair in enumerate(pairs) if (n in hidden) is side] for side in (False, True)]
    shown, unseen = (b"".join(side).decode("utf-16-le", "replace") for side in sides)
    return (shown, unseen.strip()) if _WORD.search(unseen) else (text, "")  # a dot is nothing to hide


def _hidden_units(page: Any, layer: Any) -> Set[int]:
    """The numbers of the hidden UTF-16 units of the text of `layer`."""
    import pypdfium2.raw as raw

    doubtful = _Objects(page).doubtful()
    if not doubtful:
        return frozenset()
    count = layer.count_chars()
    # Spaces and line ends that pdfium adds are of no object, and go with what stands before them.
    owners = [raw.FPDFText_GetTextObject(layer, n) for n in range(count)]
    addresses = [_address(owner) if owner else 0 for owner in owners]
    characters: dict[int, list[int]] = {}
    last = 0
    for n, address in enumerate(addresses):
        last = address or last
        if last in doubtful:
            characters.setdefault(last, []).append(n)
    drawn = _Drawn(page)
    hidden = [
        n
        for address, numbers in characters.items()
        if doubtful[address] or not drawn.shows(_box(layer, [n for n in numbers if addresses[n]]))
        for n in numbers
    ]
    return {raw.FPDFText_GetTextIndexFromCharIndex(layer, n) for n in hidden} - {-1}


def _address(pointer: Any) -> int:
    import ctypes

    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


class _Objects:
    """The text objects of a page; asks pdfium with buffers of its own, as there are hundreds a page."""

    def __init__(self, page: Any) -> None:
        from ctypes import byref, c_float, c_uint

        import pypdfium2.raw as raw

        self._page, self._raw = page, raw
        self._sheet = Box(*page.get_bbox())
        self._colour = [c_uint() for _ in range(4)]
        self._edges = [c_float() for _ in range(4)]
        self._size, self._matrix = c_float(), raw.FS_MATRIX()
        self._to_colour = [byref(part) for part in self._colour]
        self._to_edges = [byref(edge) for edge in self._edges]
        self._to_size, self._to_matrix = byref(self._size), byref(self._matrix)

    def doubtful(self) -> dict[int, bool]:
        """The address of each that may not be seen, and whether that is sure."""
        raw = self._raw
        found: dict[int, bool] = {}
        looked = 0
        count = raw.FPDFPage_CountObjects(self._page)
        pending = [(raw.FPDFPage_GetObject(self._page, n), 0) for n in range(count)]
        while pending and looked < MOST_OBJECTS:
            looked += 1
            drawn, depth = pending.pop()
            kind = raw.FPDFPageObj_GetType(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                # A form may move and enlarge what is in it.
                sure = not depth and (self._minute(drawn) or self._beside(drawn))
                if sure or self._unpainted(drawn):
                    found[_address(drawn)] = sure
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inner = range(raw.FPDFFormObj_CountObjects(drawn))
                pending += [(raw.FPDFFormObj_GetObject(drawn, n), depth + 1) for n in inner]
        return found

    def _unpainted(self, drawn: Any) -> bool:
        """Whether no ink is used, or white ink."""
        raw = self._raw
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        if mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP):
            return True
        if mode not in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP):
            return False
        if not raw.FPDFPageObj_GetFillColor(drawn, *self._to_colour):
            return False
        red, green, blue, alpha = (part.value for part in self._colour)
        return not alpha or min(red, green, blue) >= WHITEST

    def _minute(self, drawn: Any) -> bool:
        told = self._raw.FPDFTextObj_GetFontSize(drawn, self._to_size)
        if not told or not self._raw.FPDFPageObj_GetMatrix(drawn, self._to_matrix):
            return False
        enlarged = max(abs(self._matrix.b), abs(self._matrix.d))
        return bool(abs(self._size.value) * enlarged < SMALLEST)

    def _beside(self, drawn: Any) -> bool:
        """Whether all of it lies off the page."""
        if not self._raw.FPDFPageObj_GetBounds(drawn, *self._to_edges):
            return False
        left, bottom, right, top = (edge.value for edge in self._edges)
        return right > left and top > bottom and not self._sheet.meets(Box(left, bottom, right, top))


def _box(layer: Any, numbers: list[int]) -> Box:
    """Around these characters."""
    boxes = [Box(*layer.get_charbox(n)) for n in numbers]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.around(box) if box.right > box.left else whole
    return whole


class _Drawn:
    """The page as it looks, drawn once and only if it is asked about."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def shows(self, box: Box) -> bool:
        """Whether there is more than paper in the box."""
        from ctypes import byref, c_int

        import pypdfium2.raw as raw

        width, height, stride = self._picture.width, self._picture.height, self._picture.stride
        grey = memoryview(self._picture.buffer)
        corners = []
        for x, y in ((box.left, box.bottom), (box.right, box.top)):
            column, line = c_int(), c_int()
            raw.FPDF_PageToDevice(self._page, 0, 0, width, height, 0, x, y, byref(column), byref(line))
            corners.append((min(max(column.value, 0), width - 1), min(max(line.value, 0), height - 1)))
        (left, right), (top, bottom) = (sorted(sides) for sides in zip(*corners, strict=True))
        lightest, darkest = 0, 255
        for row in range(top, bottom + 1):
            pixels = bytes(grey[row * stride + left : row * stride + right + 1])
            lightest, darkest = max(lightest, max(pixels)), min(darkest, min(pixels))
            if lightest - darkest > PLAIN:
                return True
        return False

    @cached_property
    def _picture(self) -> Any:
        width, height = self._page.get_size()
        scale = min(RASTER, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        return self._page.render(scale=scale, grayscale=True)
