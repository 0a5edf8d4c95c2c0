"""Files for readers, made of bytes by hand: whole ones, and hostile ones."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

MakePdf = Callable[..., Path]


def pdf_bytes(pages: Sequence[bytes], forms: Sequence[bytes] = ()) -> bytes:
    """A PDF with these page contents; form `i` can be drawn by any of them as `/Fi Do`."""
    first_form = 4 + 2 * len(pages)
    drawable = b"".join(b"/F%d %d 0 R" % (i, first_form + i) for i in range(len(forms)))
    resources = b"/Resources<</Font<</H 3 0 R>>/XObject<<%s>>>>" % drawable
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in enumerate(pages):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]%s/Contents %d 0 R>>"
        objects.append(page % (resources, 5 + 2 * number))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    for content in forms:
        form = b"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]%s/Length %d>>stream\n%s\nendstream"
        objects.append(form % (resources, len(content), content))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>" % (size, table, size)
    return out + head + b"\nstartxref\n%d\n%%%%EOF" % len(out)


def said(text: str) -> bytes:
    """The content of a page that shows a line of Latin text."""
    return b"BT /H 12 Tf 72 700 Td (%s) Tj ET" % text.encode()


# Twelve forms, each drawing the next ten times: 10^12 drawings in a kilobyte.
AVALANCHE = [b" ".join([b"/F%d Do" % (i + 1)] * 10) for i in range(12)] + [said("x")]


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """`None` among the pages is one that never ends."""

    def make(pages: Sequence[str | None], name: str = "case.pdf") -> Path:
        contents = [b"/F0 Do" if page is None else said(page) for page in pages]
        path = tmp_path / name
        path.write_bytes(pdf_bytes(contents, AVALANCHE if None in pages else ()))
        return path

    return make


@pytest.fixture
def make_docx(tmp_path: Path) -> Callable[..., Path]:
    """A DOCX with this XML inside its body, and any other parts."""

    def make(body: str, name: str = "case.docx", **parts: str) -> Path:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
            for part, content in parts.items():
                archive.writestr(f"word/{part}.xml", f"<w:{part} {space}>{content}</w:{part}>")
        return path

    return make
