"""Makes a scan as scanners do: a picture of the page, and over it, invisible, the words read out of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
INVISIBLE = 3  # text render mode
LEADING = 11  # points

needs_font = pytest.mark.skipif(not Path(FONT).exists(), reason="no font with Kazakh letters is installed")


def scanned(path: Path, pages: Sequence[str], *, mode: int = INVISIBLE, image: bool = True) -> Path:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont("DejaVu", FONT))
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        text = canvas.beginText(60, 780)
        text.setFont("DejaVu", 9, LEADING)
        text.setTextRenderMode(mode)
        for line in page.splitlines():
            text.textLine(line)
        if image:
            canvas.drawImage(ImageReader(_picture(page, *A4)), 0, 0, *A4)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def _picture(page: str, width: float, height: float) -> "Picture":
    """Of the words where the text lies, in grey and pale as scanners make them."""
    from PIL import Image, ImageDraw, ImageFont

    drawn = Image.new("L", (int(2 * width), int(2 * height)), 250)
    font = ImageFont.truetype(FONT, 18)
    for n, line in enumerate(page.splitlines()):
        baseline = 2 * (height - 780 + n * LEADING)
        ImageDraw.Draw(drawn).text((120, baseline), line, font=font, fill=90, anchor="ls")
    return drawn
