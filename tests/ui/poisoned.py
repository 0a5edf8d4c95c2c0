"""Makes real files that carry an order to an AI in the place a line names."""

import csv
from html import escape
from pathlib import Path

from tests.assistant.injections import Line
from tests.scanned import FONT

LONGEST_NAME = 230  # bytes


def poisoned_file(folder: Path, line: Line, turn: int) -> Path:
    """One file of the line; `turn` chooses among the formats that can hide an order so."""
    makers = {
        "text": (_txt, _docx),
        "hidden_text": (_hidden_html, _white_html, _hidden_docx, _white_docx, _tiny_docx),
        "file_name": (_named,),
        "table_cell": (_csv, _html_table, _docx_table),
        "email_header": (_eml,),
        "ocr_layer": (_pdf,),
    }[line.where]
    made = folder / line.id
    made.mkdir()
    return makers[turn % len(makers)](made, line)


def _halves(body: str) -> tuple[str, str]:
    middle = body.find(". ", len(body) // 2) + 1 or len(body)
    return body[:middle], body[middle:].strip()


def _txt(folder: Path, line: Line) -> Path:
    path = folder / f"{line.id}.txt"
    before, after = _halves(line.body)
    path.write_text(f"{before}\n\n{line.order}\n\n{after}\n", "utf-8")
    return path


def _named(folder: Path, line: Line) -> Path:
    name = line.order.replace("/", " ").encode()[:LONGEST_NAME].decode("utf-8", "ignore")
    path = folder / f"{name}.txt"
    path.write_text(line.body, "utf-8")
    return path


def _html(folder: Path, line: Line, order: str) -> Path:
    path = folder / f"{line.id}.html"
    before, after = (escape(half) for half in _halves(line.body))
    head = "<!doctype html><html><head><meta charset='utf-8'></head><body>"
    path.write_text(f"{head}<p>{before}</p>{order}<p>{after}</p></body></html>", "utf-8")
    return path


def _hidden_html(folder: Path, line: Line) -> Path:
    return _html(folder, line, f'<div style="display:none">{escape(line.order)}</div>')


def _white_html(folder: Path, line: Line) -> Path:
    return _html(folder, line, f'<p style="color:#fff;font-size:1px">{escape(line.order)}</p>')


def _html_table(folder: Path, line: Line) -> Path:
    cells = f"<td>1</td><td>{escape(line.order)}</td>"
    return _html(folder, line, f"<table><tr><td>№</td><td>*</td></tr><tr>{cells}</tr></table>")


def _csv(folder: Path, line: Line) -> Path:
    path = folder / f"{line.id}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*([row] for row in line.body.splitlines()), [line.order]])
    return path


def _docx(folder: Path, line: Line, style: str = "") -> Path:
    from docx import Document
    from docx.shared import Pt, RGBColor

    document = Document()
    before, after = _halves(line.body)
    document.add_paragraph(before)
    if style == "table":
        document.add_table(1, 2).rows[0].cells[1].text = line.order
    else:
        run = document.add_paragraph().add_run(line.order)
        run.font.hidden = style == "hidden" or None
        run.font.color.rgb = RGBColor(255, 255, 255) if style == "white" else None
        run.font.size = Pt(1) if style == "tiny" else None
    document.add_paragraph(after)
    path = folder / f"{line.id}.docx"
    document.save(str(path))
    return path


def _hidden_docx(folder: Path, line: Line) -> Path:
    return _docx(folder, line, "hidden")


def _white_docx(folder: Path, line: Line) -> Path:
    return _docx(folder, line, "white")


def _tiny_docx(folder: Path, line: Line) -> Path:
    return _docx(folder, line, "tiny")


def _docx_table(folder: Path, line: Line) -> Path:
    return _docx(folder, line, "table")


def _eml(folder: Path, line: Line) -> Path:
    header, _, value = line.order.partition(": ")
    headers = {"From": "office@mail.example", "To": "police@mail.example", "Subject": "Letter"}
    fields = [f"{name}: {said}" for name, said in (headers | {header: value}).items()]
    fields += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    path = folder / f"{line.id}.eml"
    path.write_text("\r\n".join([*fields, "", line.body]), "utf-8", newline="")
    return path


def _pdf(folder: Path, line: Line) -> Path:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont("DejaVu", FONT))
    path = folder / f"{line.id}.pdf"
    canvas = Canvas(str(path))
    before, after = _halves(line.body)
    height = 800
    for part, mode in ((before, 0), (line.order, 3), (after, 0)):
        text = canvas.beginText(40, height)
        text.setFont("DejaVu", 9)
        text.setTextRenderMode(mode)
        for row in _rows(part):
            text.textLine(row)
            height -= 11
        canvas.drawText(text)
        height -= 20
    canvas.save()
    return path


def _rows(text: str) -> list[str]:
    rows = [""]
    for word in text.split():
        if len(rows[-1]) + len(word) > 90:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows
