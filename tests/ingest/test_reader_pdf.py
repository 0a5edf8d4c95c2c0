"""PDF: pages, and every page that could not be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.document import RECOGNISED, UnreadReason
from casefile.errors import FileBroken, FileEncrypted
from ingest.readers import pdf
from tests.ingest.conftest import pdf_bytes, said

MakePdf = Callable[..., Path]


def test_a_page_without_text_is_unread(make_pdf: MakePdf) -> None:
    _, pages = pdf.read(make_pdf(["one", "", "three"]), "a.pdf")
    assert [(page.text, page.unread) for page in pages] == [
        ("one", ""),
        ("", UnreadReason.NO_TEXT_LAYER),
        ("three", ""),
    ]


def test_reading_can_begin_at_any_page(make_pdf: MakePdf) -> None:
    _, pages = pdf.read(make_pdf(["one", "two", "three"]), "a.pdf", first=3)
    assert len(pages) == 3
    assert [(page.number, page.text) for page in pages] == [(3, "three")]


def test_a_password_is_asked_for_only_where_there_is_one(shared: Path) -> None:
    files = shared / "files"
    with pytest.raises(FileEncrypted):
        pdf.read(files / "pdf_pypdf/libreoffice-writer-password.pdf", "a.pdf")
    _, pages = pdf.read(files / "mixed_tika/testPDF_no_extract_no_accessibility_owner_empty.pdf", "b.pdf")
    assert "Hello" in next(pages).text


def test_damage_is_refused_and_repairable_damage_is_not(
    shared: Path, tmp_path: Path, make_pdf: MakePdf
) -> None:
    nothing = tmp_path / "a.pdf"
    nothing.write_bytes(b"%PDF-1.7\nnothing else")
    with pytest.raises(FileBroken):
        pdf.read(nothing, "a.pdf")
    cut = make_pdf(["one", "two"])
    cut.write_bytes(cut.read_bytes().replace(b"startxref", b"startxxxx"))
    assert [page.text for page in pdf.read(cut, "b.pdf")[1]] == ["one", "two"]


def test_words_typed_into_a_form_are_read(shared: Path) -> None:
    _, pages = pdf.read(shared / "files/pdf_pypdf/libreoffice-form.pdf", "form.pdf")
    text = next(pages).text
    assert "First Name" in text
    assert "Alice" in text


def test_an_embedded_file_is_listed_as_unread(shared: Path) -> None:
    _, pages = pdf.read(shared / "files/pdf_pypdf/with-attachment.pdf", "a.pdf")
    assert [(page.unread, page.how) for page in pages][-1] == (UnreadReason.NOT_SUPPORTED, "attachment")


def test_a_hyphen_taken_out_at_a_line_end_stays_as_a_soft_one(shared: Path) -> None:
    _, pages = pdf.read(shared / "files/mixed_tika/testPDF_bad_page_303226.pdf", "a.pdf")
    text = next(pages).text
    assert "peri\xadodic" in text
    assert "\ufffe" not in text


def test_a_page_of_meaningless_characters_is_unread(shared: Path) -> None:
    _, pages = pdf.read(shared / "files/mixed_ingestfile/example.pdf", "a.pdf")
    assert {page.unread for page in pages} == {UnreadReason.BROKEN_PAGE}


def test_a_title_comes_from_the_file_else_from_its_name(shared: Path, make_pdf: MakePdf) -> None:
    assert pdf.read(make_pdf(["one"]), "протокол.pdf")[0].title == "протокол"
    titled = shared / "files/pdf_pypdf/GeoTopo-komprimiert.pdf"
    assert pdf.read(titled, "a.pdf")[0].title == "Geometrie und Topologie"


@pytest.mark.parametrize("letters", ["әғқңөұүһі", "ӘҒҚҢӨҰҮҺІ", "ёъыэюя", "«№ 188–191»"])
def test_letters_are_exact(tmp_path: Path, letters: str) -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont
    from reportlab.pdfgen.canvas import Canvas

    try:
        registerFont(TTFont("Kazakh", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
    except TTFError:
        pytest.skip("no font with Kazakh letters (fonts-dejavu-core) is installed")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Kazakh", 12)
    canvas.drawString(72, 700, letters)
    canvas.save()
    assert next(pdf.read(tmp_path / "a.pdf", "a.pdf")[1]).text == letters


def test_comments_follow_the_text_of_their_page(shared: Path) -> None:
    reading, pages = pdf.read(shared / "files" / "pdf_pypdf" / "annotated_pdf.pdf", "annotated_pdf.pdf")
    (page,) = pages
    assert reading.media_type == "application/pdf"
    assert page.text.endswith(
        "Not highlighted\n[This is a text annotation.]\n[Highlight comment]\n[Lucas: Hello world!]"
    )


HIDDEN = b"q BT /H 12 Tf 3 Tr 72 700 Td (what was read) Tj ET Q"
IMAGE = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xee EI Q"
SCAN, STAMP = IMAGE % (612, 792), IMAGE % (60, 60)


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (SCAN + b"\n" + HIDDEN, RECOGNISED),
        (HIDDEN + b"\n" + SCAN, RECOGNISED),
        (SCAN + b"\n" + HIDDEN + b"\n" + HIDDEN.replace(b"700", b"650"), RECOGNISED),
        (b"/F0 Do\n" + HIDDEN, RECOGNISED),  # the picture in a form of its own
        (SCAN + b"\n/F1 Do", RECOGNISED),  # the words in one
        (HIDDEN, "text layer"),
        (STAMP + b"\n" + HIDDEN, "text layer"),  # a picture, but elsewhere
        (b"/F1 Do", "text layer"),
        (SCAN + b"\n" + said("typed"), "text layer"),
        (SCAN + b"\n" + HIDDEN + b"\n" + said("typed"), "text layer"),
        (SCAN + b"\n" + said("typed") + b"\n" + HIDDEN.replace(b"700", b"650"), "text layer"),
    ],
)
def test_invisible_text_over_a_picture_is_recognised(tmp_path: Path, content: bytes, how: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([content], [SCAN, HIDDEN]))
    (page,) = pdf.read(path, "a.pdf")[1]
    assert (page.how, page.recognised) == (how, how == RECOGNISED)
    assert page.text and not page.unread


def test_a_scan_without_text_stays_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([SCAN]))
    (page,) = pdf.read(path, "a.pdf")[1]
    assert (page.unread, page.recognised) == (UnreadReason.NO_TEXT_LAYER, False)
