"""Tells whether the words of a page were recognised in its picture: all of them invisible, over an image.

Recognises nothing itself. What was recognised and then drawn (by a renderer of its own, or below the
image) cannot be told from what was typed, and counts as typed.
"""

from typing import Any


def recognised(page: Any, layer: Any) -> bool:  # Any: pypdfium2 has no types
    """`layer` is the page's text. The first visible character ends it, so a typed page costs nothing."""
    import pypdfium2 as pdfium

    try:
        first = _first_invisible(layer)
        return first >= 0 and _over_image(page, *layer.get_charbox(first))
    except pdfium.PdfiumError:  # a page that can be read is never lost for this
        return False


def _first_invisible(layer: Any) -> int:
    """The number of the first character if all are invisible, else -1."""
    import pypdfium2.raw as raw

    first = -1
    for at in range(layer.count_chars()):
        words = raw.FPDFText_GetTextObject(layer, at)
        if not words:  # a space or a line end that pdfium has added
            continue
        if raw.FPDFTextObj_GetTextRenderMode(words) != raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return -1
        first = at if first < 0 else first
    return first


def _over_image(page: Any, left: float, bottom: float, right: float, top: float) -> bool:
    """Whether the middle of this box lies on an image, or on a form with one in it."""
    import pypdfium2.raw as raw

    x, y = (left + right) / 2, (bottom + top) / 2
    image, form = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
    for drawn in page.get_objects((image, form), max_depth=1):
        west, south, east, north = drawn.get_bounds()
        if (
            west <= x <= east
            and south <= y <= north
            and (drawn.type == image or any(page.get_objects((image,), form=drawn.raw, level=1)))
        ):
            return True
    return False
