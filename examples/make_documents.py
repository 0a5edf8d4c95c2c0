"""Regenerates the PDF and the two DOCX files of the training case from examples/sources.

Not needed at run time: the results are committed beside the texts. Two runs write the same bytes (dates in the metadata
are fixed). Needs reportlab, python-docx and Debian's fonts-dejavu.

A source is plain text, one paragraph a line, with the marks `# ` title, `## ` heading, `= left | right` a line with two
ends, `> ` addressee, `^ ` small print, `| a | b |` table row (the first row of a table is its head), `--- page ---`.
"""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
CASE = HERE / "case"
EPOCH = (2026, 4, 1, 0, 0, 0)
GREY = "#808080"


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        return self.rows[0][0]


def blocks(source: str) -> Iterator[Block]:
    """The blocks of one source; consecutive table rows become one block."""
    for kind, group in groupby((_line(line) for line in source.splitlines() if line.strip()), key=lambda b: b.kind):
        if kind == "table":
            yield Block("table", tuple(row for block in group for row in block.rows))
        else:
            yield from group


def _line(line: str) -> Block:
    if line == "--- page ---":
        return Block("page", (("",),))
    if line.startswith("|"):
        return Block("table", (tuple(cell.strip() for cell in line.strip("|").split("|")),))
    if line.startswith("= "):
        left, _, right = line[2:].partition(" | ")
        return Block("ends", ((left, right),))
    for mark, kind in (("## ", "heading"), ("# ", "title"), ("> ", "addressee"), ("^ ", "small")):
        if line.startswith(mark):
            return Block(kind, ((line.removeprefix(mark),),))
    return Block("text", ((line,),))


def font_path(name: str) -> str:
    """Where this machine keeps a font, as fontconfig tells it."""
    return subprocess.run(["fc-match", "-f", "%{file}", name], capture_output=True, text=True, check=True).stdout


def make_pdf(source: Path, target: Path, title: str, author: str) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    pdfmetrics.registerFont(TTFont("Text", font_path("DejaVu Serif")))
    pdfmetrics.registerFont(TTFont("Bold", font_path("DejaVu Serif:bold")))
    body = ParagraphStyle("body", fontName="Text", fontSize=9.5, leading=13.5, spaceAfter=5, firstLineIndent=18)
    plain = ParagraphStyle("plain", parent=body, firstLineIndent=0)
    styles = {
        "text": body,
        "title": ParagraphStyle("title", parent=plain, fontName="Bold", fontSize=12.5, leading=17, alignment=1),
        "heading": ParagraphStyle("heading", parent=plain, fontName="Bold", fontSize=10.5, leading=15, spaceBefore=7),
        "addressee": ParagraphStyle("addressee", parent=plain, leftIndent=250, spaceBefore=6, spaceAfter=10),
        "small": ParagraphStyle("small", parent=plain, fontSize=7.5, leading=10, alignment=1, spaceAfter=10),
    }
    lines = [("FONT", (0, 0), (-1, -1), "Text", 9), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    grid = [*lines, ("GRID", (0, 0), (-1, -1), 0.5, GREY), ("FONT", (0, 0), (-1, 0), "Bold", 9)]
    ends = [*lines, ("ALIGN", (1, 0), (1, 0), "RIGHT")]
    story: list[object] = []
    for block in blocks(source.read_text(encoding="utf-8")):
        if block.kind == "page":
            story.append(PageBreak())
        elif block.kind == "table":
            story += [Table(block.rows, style=grid, hAlign="LEFT", spaceBefore=3), Spacer(1, 7)]
        elif block.kind == "ends":
            story.append(Table(block.rows, style=ends, colWidths=["50%", "50%"]))
        else:
            story.append(Paragraph(block.text, styles[block.kind]))

    class Numbered(SimpleDocTemplate):  # type: ignore[misc]
        def afterPage(self) -> None:  # noqa: N802 - reportlab's name; drawn last, so that it is read last
            self.canv.setFont("Text", 8)
            self.canv.drawCentredString(A4[0] / 2, 28, f"– {self.page} –")

    Numbered(
        str(target), pagesize=A4, title=title, author=author, lang="ru", invariant=1,
        leftMargin=62, rightMargin=48, topMargin=48, bottomMargin=48,
    ).build(story)


def make_docx(source: Path, target: Path, title: str, author: str) -> None:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt

    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    for block in blocks(source.read_text(encoding="utf-8")):
        if block.kind == "table":
            table = document.add_table(0, len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            document.add_paragraph()
        elif block.kind == "ends":
            paragraph = document.add_paragraph("\t".join(block.rows[0]))
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
        elif block.kind in ("title", "heading"):
            paragraph = document.add_paragraph()
            paragraph.add_run(block.text).bold = True
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph = document.add_paragraph(block.text)
            paragraph.paragraph_format.first_line_indent = Cm(1.25)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.language = title, author, author, "ru"
    about.comments = "Dalel training case: all people and events are invented"
    about.created = about.modified = datetime(*EPOCH)  # noqa: DTZ001 - python-docx wants naive UTC
    document.save(str(target))
    _freeze(target)


def _freeze(target: Path) -> None:
    """Rewrites a zip with one fixed date on every member: python-docx stamps them with the present time."""
    with zipfile.ZipFile(target) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)


def main() -> None:
    police = "Оспанова А. Т."
    make_docx(
        SOURCES / "02_postanovlenie_o_prinyatii.ru.txt",
        CASE / "02_postanovlenie_o_prinyatii.ru.docx",
        "Постановление о принятии досудебного расследования к производству",
        police,
    )
    make_pdf(
        SOURCES / "04_otvet_banka.ru.txt",
        CASE / "04_otvet_banka.ru.pdf",
        "Ответ банка о движении денег по счетам",
        "АО «Туран Сынак Банки»",
    )
    make_docx(
        SOURCES / "09_dopros_svidetelya_kima.ru.txt",
        CASE / "09_dopros_svidetelya_kima.ru.docx",
        "Протокол допроса свидетеля Кима В. А.",
        police,
    )


if __name__ == "__main__":
    main()
