"""DOCX: nothing that a reader of the document sees is left out."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.document import Page, UnreadReason
from casefile.errors import FileBroken, FileEmpty, FileTooLarge
from ingest.readers import docx

MakeDocx = Callable[..., Path]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(path: Path) -> list[Page]:
    return list(docx.read(path, path.name)[1])


def test_paragraphs_and_tables_come_in_document_order(make_docx: MakeDocx) -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Күні", "Сома"))
    (page,) = read(make_docx(p("бірінші") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + p("соңғы")))
    assert page.text == "бірінші\nКүні | Сома\nсоңғы"


@pytest.mark.parametrize("wrap", ["ins", "sdt", "hyperlink", "smartTag", "fldSimple"])
def test_wrapped_runs_are_text(make_docx: MakeDocx, wrap: str) -> None:
    run = "<w:r><w:t>қ</w:t></w:r>"
    (page,) = read(make_docx(f"<w:p><w:r><w:t>а</w:t></w:r><w:{wrap}>{run}</w:{wrap}></w:p>"))
    assert page.text == "ақ"


def test_tabs_and_breaks_part_words(make_docx: MakeDocx) -> None:
    (page,) = read(make_docx("<w:p><w:r><w:t>а</w:t><w:tab/><w:t>ә</w:t><w:br/><w:t>б</w:t></w:r></w:p>"))
    assert page.text == "а ә\nб"


def test_a_text_box_does_not_cut_its_paragraph(make_docx: MakeDocx) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('қорап')}</w:txbxContent></w:pict></w:r>"
    (page,) = read(make_docx(f"<w:p><w:r><w:t>бас</w:t></w:r>{box}<w:r><w:t>тау</w:t></w:r></w:p>"))
    assert page.text == "бастау\nқорап"


def test_deleted_words_are_a_page_of_their_own(make_docx: MakeDocx) -> None:
    deleted = "<w:del><w:r><w:delText>50 000</w:delText></w:r></w:del>"
    pages = read(make_docx(f"<w:p><w:r><w:t>сумма</w:t></w:r>{deleted}</w:p>"))
    assert [(page.how, page.text) for page in pages] == [("text", "сумма"), ("deleted", "50 000")]


def test_notes_comments_and_headers_are_pages(make_docx: MakeDocx) -> None:
    parts = {kind: p(kind) for kind in ("footnotes", "endnotes", "comments", "header1", "footer1")}
    pages = read(make_docx(p("дене"), **parts))
    assert [page.how for page in pages] == ["text", "footnotes", "endnotes", "comments", "header", "footer"]
    assert [page.number for page in pages] == [1, 2, 3, 4, 5, 6]


def test_an_embedded_file_is_listed_as_unread(make_docx: MakeDocx) -> None:
    path = make_docx(p("дене"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/embeddings/table.xlsx", "…")
    page = read(path)[-1]
    assert (page.unread, page.how, page.context) == (UnreadReason.NOT_SUPPORTED, "attachment", "table.xlsx")


def test_a_document_of_pictures_has_no_text_layer(make_docx: MakeDocx) -> None:
    path = make_docx("")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/scan.png", "…")
    assert [page.unread for page in read(path)] == [UnreadReason.NO_TEXT_LAYER]


def test_an_empty_document_is_empty(make_docx: MakeDocx) -> None:
    with pytest.raises(FileEmpty):
        read(make_docx("<w:p/>"))


def test_a_bomb_is_refused_before_it_is_opened(make_docx: MakeDocx) -> None:
    path = make_docx(p("дене"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(20 << 20))
    with pytest.raises(FileTooLarge):
        read(path)


@pytest.mark.parametrize("body", ["<w:p>", "</w:x>", "&nothing;"])
def test_broken_xml_is_a_broken_file(make_docx: MakeDocx, body: str) -> None:
    with pytest.raises(FileBroken):
        read(make_docx(body))


def test_entities_that_multiply_are_a_broken_file(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    path = tmp_path / "laugh.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY e0 "ха">{levels}]><d><t>&e11;</t></d>')
    with pytest.raises(FileBroken):
        read(path)


def test_an_act_of_adilet_knows_its_code_and_title(shared: Path) -> None:
    name = "z1100000413.25-08-2025.rus (1).docx"
    reading, pages = docx.read(shared / "files/adilet_docx_pdf" / name, name)
    page = next(pages)
    assert (reading.act, reading.title) == ("Z1100000413", "О государственном имуществе")
    assert page.context == reading.title
    assert page.text.startswith(
        "О государственном имуществе\nЗакон Республики Казахстан от 1 марта 2011 года"
    )
    assert sum(line.startswith("Статья ") for line in page.text.split("\n")) > 200
