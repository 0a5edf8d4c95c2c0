"""Blocks as a PDF file with its own fonts: no links, no scripts, no attachments. Same answer, same bytes.

What the fonts cannot draw appears as its code, so that nothing disappears unseen.
"""

import io
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from casefile.language import Language
from ui.export.blocks import KEPT_WITH_NEXT, Block, Style, blocks, footer, marking
from ui.export.document import AnswerDocument
from ui.speech import SOFT_HYPHEN, say

PLAIN, BOLD = "DalelSans", "DalelSans-Bold"
FONT_FILES = {PLAIN: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf"}
LEFT, RIGHT, TOP, BOTTOM = 85, 42, 62, 68  # margins in points; a binder needs the left one
PADDING = 6  # points that ReportLab adds inside its margins
NO_BREAK_SPACE = "\u00a0"
LONGEST_PIECE = 2_000  # characters laid out at a time: the time for one paragraph grows faster than it
SHAPES: dict[Style, dict[str, Any]] = {  # in points; Any: whatever ReportLab takes
    Style.TITLE: {"fontName": BOLD, "fontSize": 16, "leading": 20, "spaceAfter": 8},
    Style.HEADING: {"fontName": BOLD, "fontSize": 12, "leading": 15, "spaceBefore": 14, "spaceAfter": 5},
    Style.SOURCE: {"fontName": BOLD, "fontSize": 10, "leading": 13, "spaceBefore": 10, "spaceAfter": 3},
    Style.BODY: {"fontSize": 10.5, "leading": 15, "spaceAfter": 6},
    Style.NOTICE: {"fontSize": 9, "leading": 12, "spaceAfter": 5, "leftIndent": 8},
    Style.FACT: {"fontSize": 8, "leading": 11, "spaceAfter": 3, "textColor": "#3b4754"},
    Style.PLACE: {"fontSize": 8, "leading": 11, "spaceAfter": 3, "textColor": "#3b4754"},
    Style.QUOTE: {"fontSize": 10, "leading": 14, "leftIndent": 18, "spaceAfter": 5},
}


def to_pdf(document: AnswerDocument) -> bytes:
    """The file's bytes."""
    _, pages = _built(document, 0)
    return _built(document, pages)[0]


def drawable(text: str, font: str = PLAIN) -> str:
    """The text as the font can draw it; every other character as its code."""
    known = _fonts()[font].face.charToGlyph
    composed = unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))
    return "".join(
        char if ord(char) in known or char in "\n\t" else f"⟨U+{ord(char):04X}⟩" for char in composed
    )


def _built(document: AnswerDocument, pages: int) -> tuple[bytes, int]:
    """The file, each page numbered as one of `pages`, and how many there are."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    target, marked = io.BytesIO(), marking(document.language)
    made = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=LEFT - PADDING,
        rightMargin=RIGHT - PADDING,
        topMargin=TOP,
        bottomMargin=BOTTOM,
        title=say("export.title", document.language),
        author="Dalel",
        subject=marked,
        lang=document.language if document.language is not Language.UND else Language.KK,
        invariant=1,
    )
    foot = drawable(footer(document))

    def frame(canvas: Any, template: Any) -> None:
        _draw_frame(canvas, template.pagesize, marked, foot, f"{template.page}/{pages}")

    made.build(_flowables(document), onFirstPage=frame, onLaterPages=frame)
    return target.getvalue(), made.page


def _flowables(document: AnswerDocument) -> list[Any]:
    return [flowable for block in blocks(document) for flowable in _lines(block)]


def _lines(block: Block) -> list[Any]:
    """A paragraph per line: hundreds of line breaks in one take minutes."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    shape = {"fontName": PLAIN} | SHAPES[block.style]
    last = ParagraphStyle(block.style, keepWithNext=block.style in KEPT_WITH_NEXT, **shape)
    others = ParagraphStyle("line", last, spaceAfter=0)
    lines = [piece for line in block.text.split("\n") for piece in _pieces(drawable(line, last.fontName))]
    # What others wrote is no markup. An empty paragraph would have no height.
    made = [Paragraph(escape(line) or NO_BREAK_SPACE, others) for line in lines]
    made[-1].style = last
    return made


def _pieces(line: str) -> Iterator[str]:
    """A long line cut at its spaces."""
    while len(line) > LONGEST_PIECE:
        cut = line.rfind(" ", 1, LONGEST_PIECE) + 1 or LONGEST_PIECE
        yield line[:cut]
        line = line[cut:]
    yield line


def _draw_frame(canvas: Any, size: tuple[float, float], marked: str, foot: str, number: str) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    width, height = size
    canvas.saveState()
    canvas.setFont(BOLD, 8)
    canvas.drawCentredString((LEFT + width - RIGHT) / 2, height - 36, marked)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, height - 44, width - RIGHT, height - 44)
    canvas.line(LEFT, BOTTOM - 12, width - RIGHT, BOTTOM - 12)
    told = Paragraph(escape(foot), ParagraphStyle("foot", fontName=PLAIN, fontSize=6.5, leading=8.5))
    _, tall = told.wrap(width - LEFT - RIGHT - 50, BOTTOM)
    told.drawOn(canvas, LEFT, BOTTOM - 16 - tall)
    canvas.setFont(PLAIN, 8)
    canvas.drawRightString(width - RIGHT, BOTTOM - 24, number)
    canvas.restoreState()


@cache
def _fonts() -> dict[str, Any]:
    """Ours by name, known to ReportLab from now on."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = files("ui") / "export" / "fonts"
    fonts = {
        name: TTFont(name, io.BytesIO((folder / file).read_bytes())) for name, file in FONT_FILES.items()
    }
    for name, font in fonts.items():
        pdfmetrics.registerFont(font)
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return fonts
