"""Blocks as a DOCX file: nothing in it is fetched, followed or run. Same answer, same bytes."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from casefile.language import Language
from ui.export.blocks import KEPT_WITH_NEXT, Block, Style, blocks, footer, marking
from ui.export.document import AnswerDocument
from ui.speech import say

FONT = "Times New Roman"
TAGS = {Language.KK: "kk-KZ", Language.RU: "ru-RU", Language.EN: "en-GB"}
OLDEST = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP file knows
SHAPES = {  # built-in style of Word, points, bold, left indent in points
    Style.TITLE: ("Title", 18, True, 0),
    Style.HEADING: ("Heading 1", 14, True, 0),
    Style.SOURCE: ("Heading 2", 12, True, 0),
    Style.BODY: ("Normal", 12, False, 0),
    Style.NOTICE: ("Body Text", 11, False, 0),
    Style.FACT: ("Body Text 2", 10, False, 0),
    Style.PLACE: ("Body Text 2", 10, False, 0),
    Style.QUOTE: ("Quote", 12, False, 24),
}


def to_docx(document: AnswerDocument) -> bytes:
    """The file's bytes."""
    import docx

    made = docx.Document()
    for name, size, bold, indent in SHAPES.values():
        _shape(made.styles[name], size, bold, indent)
    for block in blocks(document):
        paragraph = made.add_paragraph(style=SHAPES[block.style][0])
        paragraph.paragraph_format.keep_with_next = block.style in KEPT_WITH_NEXT
        _add(paragraph, block)
    _head_and_foot(made.sections[0], document)
    _describe(made.core_properties, document)
    target = io.BytesIO()
    made.save(target)
    return _timeless(target.getvalue())


def _shape(style: Any, size: int, bold: bool, indent: int) -> None:  # Any: python-docx has no types
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, layout = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    names = style.element.rPr.rFonts
    for key in [key for key in names.attrib if key.endswith("Theme")]:
        del names.attrib[key]  # a font of the theme outranks the one that is named
    names.set(qn("w:cs"), FONT)
    layout.left_indent, layout.space_before, layout.space_after = Pt(indent), Pt(size if bold else 0), Pt(6)
    for frame in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(frame)


def _add(paragraph: Any, block: Block) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(block.text)
    if block.language in TAGS:  # else the speller marks every word
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), TAGS[block.language])
        run._r.get_or_add_rPr().append(spoken)


def _head_and_foot(section: Any, document: AnswerDocument) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add(head, Block(Style.NOTICE, marking(document.language), document.language))
    head.runs[0].bold = True
    _add(foot, Block(Style.FACT, footer(document) + " · ", document.language))
    _field(foot, "PAGE")
    foot.add_run("/")
    _field(foot, "NUMPAGES")
    for run in (*head.runs, *foot.runs):
        run.font.name, run.font.size = FONT, Pt(8)


def _field(paragraph: Any, name: str) -> None:
    """A number that Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "separate":
            wanted = OxmlElement("w:instrText")
            wanted.text = name
            run._r.append(wanted)
        run._r.append(mark)


def _describe(properties: Any, document: AnswerDocument) -> None:
    properties.title = say("export.title", document.language)
    properties.author = properties.last_modified_by = "Dalel"
    properties.comments = marking(document.language)
    properties.language = TAGS.get(document.language, "")
    properties.revision = 1
    properties.created = properties.modified = datetime.fromisoformat(document.at).astimezone(UTC)


def _timeless(content: bytes) -> bytes:
    """The same ZIP file without the time at which it was made."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(target, "w") as fixed:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, OLDEST)
            fixed.writestr(entry, made.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
