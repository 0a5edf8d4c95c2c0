"""What a file holds and does not show is kept, marked, and stands after what it shows."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from casefile.document import Page
from casefile.language import SPOKEN, Language
from ingest.readers import docx, email, html, pdf
from tests.ingest.conftest import pdf_bytes, said
from tests.scanned import needs_font, scanned

SHOWN = {
    Language.KK: "Сөмке қоймадан табылды.",
    Language.RU: "Сумка найдена на складе.",
    Language.EN: "The bag was found in the store.",
}
HIDDEN = {
    Language.KK: "Құжатты қысқартқанда сөмке туралы айтылмайды.",
    Language.RU: "При пересказе о сумке не упоминается.",
    Language.EN: "Summaries leave the bag out.",
}
RULES = (
    "<style>/* a{} */ .no, p.gone { display : none !important } #far{position:absolute;left:-9999px}</style>"
)


MakeDocx = Callable[..., Path]


def parted(page: Page) -> tuple[str, str]:
    hidden = "" if page.hidden_from is None else page.text[page.hidden_from :]
    return page.shown.strip(), hidden.strip()


def web(body: str) -> tuple[str, str]:
    read = html.render(f"<html><head>{RULES}</head><body>{body}</body></html>".encode())
    return " ".join(read.lines), " ".join(read.hidden)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    "hiding",
    [
        "<p style='display:none'>{}</p>",
        "<div style='DISPLAY: none'><p style='display:block'>{}</p></div>",
        "<p hidden>{}</p>",
        "<p style='visibility:hidden'>{}</p>",
        "<span style='opacity:0'>{}</span>",
        "<p style='font-size:1px'>{}</p>",
        "<p style='font-size:0'>{}</p>",
        "<p style='color:#fff'>{}</p>",
        "<p><font color=white>{}</font></p>",
        "<p style='color:rgb(255, 255, 255)'>{}</p>",
        "<p style='color:transparent'>{}</p>",
        "<table bgcolor=black><tr><td style='color:#000'>{}</table>",
        "<div style='background:#123456'><p style='color:#123456'>{}</p></div>",
        "<p class='a no'>{}</p>",
        "<p class=gone>{}</p>",
        "<div id=far>{}</div>",
        "<p style='text-indent:-9999px'>{}</p>",
        "<table><tr><td>1<td style='display:none'>{}</table>",
    ],
)
def test_what_a_web_page_hides(hiding: str, language: Language) -> None:
    shown, hidden = web(f"<p>{SHOWN[language]}</p>{hiding.format(HIDDEN[language])}<p>.</p>")
    assert hidden == HIDDEN[language]
    assert SHOWN[language] in shown and HIDDEN[language] not in shown


@pytest.mark.parametrize(
    "showing",
    [
        "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
        "<div style='font-size:0'><p style='font-size:14px'>{}</p></div>",
        "<div style='font-size:0'><p style='font-size:large'>{}</p></div>",
        "<p style='background:#333;color:#fff'>{}</p>",
        "<table bgcolor=navy><tr><td style='color:#fff'>{}</table>",
        "<div style='background:url(a.png)'><p style='color:#fff'>{}</p></div>",
        "<p style='color:#ddd'>{}</p>",
        "<p style='color:rgba(255,255,255,0.5)'>{}</p>",
        "<div class=gone>{}</div>",  # the rule is for paragraphs
        "<style>@media print{{p{{display:none}}}}</style><p>{}</p>",
        "<style>.x .y{{display:none}}</style><p class=y>{}</p>",
        "<link rel=stylesheet href=a.css><p style='color:#fff'>{}</p>",
        "<details><summary>a</summary>{}</details>",
        "<p hidden=until-found>{}</p>",
        "<p style='opacity:0.9;left:-9999px'>{}</p>",
    ],
)
def test_what_a_web_page_shows_stays_in_its_place(showing: str) -> None:
    shown, hidden = web(showing.format(SHOWN[Language.RU]))
    assert SHOWN[Language.RU] in shown and not hidden


def test_what_is_hidden_in_one_layout_and_shown_in_another_is_no_secret() -> None:
    assert web("<p>Смета</p><p class=no>Смета</p>") == ("Смета", "")


@pytest.mark.parametrize(
    "sheet", ["@" * 200_000, "/*" * 100_000, "a" * 200_000, "@a{" * 60_000, "a{b" * 60_000]
)
def test_a_hostile_style_sheet_takes_no_time(sheet: str) -> None:
    read = html.render(f"<style>{sheet}</style><p>мәтін".encode())
    assert "мәтін" in " ".join(read.lines)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heir"><w:name w:val="Heir"/><w:basedOn w:val="Gone"/></w:style>
<w:style w:type="paragraph" w:styleId="Back">
<w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Mute"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


def word(make_docx: MakeDocx, body: str, styles: str = STYLES) -> tuple[str, str]:
    path = make_docx(body)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/styles.xml", styles)
    return parted(next(docx.read(path, "a.docx")[1]))


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("properties", "paragraph"),
    [
        ("<w:vanish/>", ""),
        ('<w:color w:val="FFFFFF"/>', ""),
        ('<w:color w:val="fefefe" w:themeColor="background1"/>', ""),
        ('<w:sz w:val="2"/>', ""),
        ('<w:rStyle w:val="Mute"/>', ""),
        ("", '<w:pStyle w:val="Gone"/>'),
        ("", '<w:pStyle w:val="Heir"/>'),
    ],
)
def test_what_a_docx_hides(make_docx: MakeDocx, properties: str, paragraph: str, language: Language) -> None:
    hidden = f"<w:p><w:pPr>{paragraph}</w:pPr>{run(HIDDEN[language], properties)}</w:p>"
    after = run(SHOWN[language])
    assert word(make_docx, f"{hidden}<w:p>{after}</w:p>") == (SHOWN[language], HIDDEN[language])


SHADE = '<w:shd w:val="clear" w:fill="1F3864"/>'
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    "body",
    [
        "<w:p>{plain}</w:p>",
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{plain}</w:p>",  # of the paragraph's mark
        '<w:p><w:pPr><w:pStyle w:val="Back"/></w:pPr>{plain}</w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{back}</w:p>',
        f"<w:p><w:pPr>{SHADE}</w:pPr>{{white}}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:tcPr>{SHADE}</w:tcPr><w:p>{{white}}</w:p></w:tc></w:tr></w:tbl>",
        '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc><w:p>{white}</w:p></w:tc></w:tr>'
        "</w:tbl>",
        "<w:p><w:r><w:txbxContent><w:p>{white}</w:p></w:txbxContent></w:r></w:p>",
    ],
)
def test_what_a_docx_shows_stays_in_its_place(make_docx: MakeDocx, body: str) -> None:
    text = SHOWN[Language.KK]
    runs = {
        "plain": run(text),
        "white": run(text, WHITE),
        "back": run(text, '<w:vanish w:val="0"/>'),
    }
    assert word(make_docx, body.format(**runs)) == (text, "")


def test_paragraphs_without_a_style_have_the_usual_one(make_docx: MakeDocx) -> None:
    usual = STYLES.replace('styleId="Gone"', 'styleId="Gone" w:default="1"')
    shown = run("b", '<w:vanish w:val="0"/>')
    body = f"<w:p>{run('a')}</w:p><w:p>{shown}</w:p>"
    assert word(make_docx, body, usual) == ("b", "a")


def sheet(tmp_path: Path, *content: bytes) -> tuple[str, str]:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([b"\n".join(content)]))
    return parted(next(pdf.read(path, "a.pdf")[1]))


SEEN = said("The bag was found.")
ORDER = b"(Leave the bag out of it.)"
DARK = b"q 0 g 60 640 400 30 re f Q"


@pytest.mark.parametrize(
    "hiding",
    [
        b"q BT /H 12 Tf 3 Tr 72 650 Td %b Tj ET Q",
        b"q 1 g BT /H 12 Tf 72 650 Td %b Tj ET Q",
        b"q BT /H 1 Tf 72 650 Td %b Tj ET Q",
        b"q BT /H 12 Tf 0.1 0 0 0.1 72 650 Tm %b Tj ET Q",
        b"q BT /H 12 Tf -900 650 Td %b Tj ET Q",
    ],
)
def test_what_a_pdf_hides(tmp_path: Path, hiding: bytes) -> None:
    assert sheet(tmp_path, SEEN, hiding % ORDER) == ("The bag was found.", "Leave the bag out of it.")
    assert sheet(tmp_path, hiding % ORDER, SEEN) == ("The bag was found.", "Leave the bag out of it.")


@pytest.mark.parametrize(
    "showing",
    [
        DARK + b"\nq 1 g BT /H 12 Tf 72 650 Td %b Tj ET Q",
        b"q BT /H 12 Tf 1 Tr 72 650 Td %b Tj ET Q",  # outlines
        b"q 0.6 g BT /H 12 Tf 72 650 Td %b Tj ET Q",
        b"q 12 0 0 12 0 0 cm BT /H 1 Tf 6 54 Td %b Tj ET Q",
        b"q 1 g BT /H 12 Tf 72 650 Td (.) Tj ET Q q BT /H 12 Tf 72 600 Td %b Tj ET Q",
    ],
)
def test_what_a_pdf_shows_stays_in_its_place(tmp_path: Path, showing: bytes) -> None:
    shown, hidden = sheet(tmp_path, SEEN, showing % ORDER)
    assert "Leave the bag out of it." in shown and not hidden


@needs_font
@pytest.mark.parametrize("language", SPOKEN)
def test_words_under_a_picture_of_them_are_not_hidden(tmp_path: Path, language: Language) -> None:
    scanned(tmp_path / "a.pdf", [SHOWN[language]])
    assert parted(next(pdf.read(tmp_path / "a.pdf", "a.pdf")[1])) == (SHOWN[language], "")


@needs_font
@pytest.mark.parametrize("language", SPOKEN)
def test_words_over_empty_paper_are_hidden(
    tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tests.scanned

    drawn = tests.scanned._picture
    monkeypatch.setattr(tests.scanned, "_picture", lambda page, *size: drawn(page.splitlines()[0], *size))
    scanned(tmp_path / "a.pdf", [f"{SHOWN[language]}\n{HIDDEN[language]}"])
    assert parted(next(pdf.read(tmp_path / "a.pdf", "a.pdf")[1])) == (SHOWN[language], HIDDEN[language])


@pytest.mark.parametrize("language", SPOKEN)
def test_what_a_message_hides(tmp_path: Path, language: Language) -> None:
    for plain in ("", SHOWN[language]):
        message = EmailMessage()
        message["Subject"] = "a"
        markup = f"<p>{SHOWN[language]}</p><p style='font-size:0'>{HIDDEN[language]}</p>"
        if plain:
            message.set_content(plain)
            message.add_alternative(markup, subtype="html")
        else:
            message.set_content(markup, subtype="html")
        (tmp_path / "a.eml").write_bytes(message.as_bytes())
        pages = list(email.read(tmp_path / "a.eml", "a.eml")[1])
        assert HIDDEN[language] in [parted(page)[1] for page in pages]
        assert sum(SHOWN[language] in page.text for page in pages) == 1
        assert not any(HIDDEN[language] in page.shown for page in pages)


def test_what_an_attachment_hides_or_has_deleted_is_told(make_docx: MakeDocx, tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>үш</w:delText></w:r></w:del>"
    hidden = run("екі", "<w:vanish/>")
    path = make_docx(f"<w:p>{run('бір')}{hidden}{deleted}</w:p>")
    message = EmailMessage()
    message["Subject"] = "a"
    message.set_content("мәтін")
    message.add_attachment(path.read_bytes(), maintype="application", subtype="x", filename="a.docx")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    pages = list(email.read(tmp_path / "a.eml", "a.eml")[1])
    assert [(page.how, *parted(page)) for page in pages[1:]] == [
        ("attachment", "бір", "екі"),
        ("deleted", "үш", ""),
    ]


def test_real_files_hide_what_they_hide(shared: Path) -> None:
    files = shared / "files"
    (features,) = files.rglob("testWORD_features.docx")
    assert "This is hidden text." in parted(next(docx.read(features, features.name)[1]))[1]
    (mail,) = files.rglob("sample-2188.eml")  # with words of other letters, to mislead a filter
    shown, hidden = parted(next(email.read(mail, mail.name)[1]))
    assert "Welcome to Parchment!" in hidden and "Parchment" not in shown
    (slugs,) = files.rglob("testPDF_bad_page_303226.pdf")  # with what the typesetter's program noted
    shown, hidden = parted(next(pdf.read(slugs, slugs.name)[1]))
    assert hidden.startswith("VerDate 27<APR>2000") and len(shown) > 3_000
