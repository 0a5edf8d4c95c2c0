"""Makes a scan as scanners do: a picture of the page, and over it, invisible, the words read out of it."""

from collections.abc import Sequence
from pathlib import Path

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
INVISIBLE = 3  # text render mode


def scanned(path: Path, pages: Sequence[str], *, mode: int = INVISIBLE, image: bool = True) -> Path:
    from PIL import Image
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont("DejaVu", FONT))
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        if image:
            canvas.drawImage(ImageReader(Image.new("L", (84, 119), 250)), 0, 0, *A4)
        text = canvas.beginText(60, 780)
        text.setFont("DejaVu", 9)
        text.setTextRenderMode(mode)
        for line in page.splitlines():
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path
