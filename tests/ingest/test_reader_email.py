"""E-mail: what was said, what was attached, and what could not be read."""

import io
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from casefile.document import Page, UnreadReason
from ingest.readers import email
from tests.scanned import scanned


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes | EmailMessage], list[Page]]:
    def read(message: bytes | EmailMessage) -> list[Page]:
        path = tmp_path / "a.eml"
        path.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
        return list(email.read(path, "a.eml")[1])

    return read


Read = Callable[[bytes | EmailMessage], list[Page]]


def message(body: str = "Мәтін") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ерлан <erlan@example.kz>"
    made["To"] = "a@example.kz"
    made["Subject"] = "Айғақтар туралы"
    made.set_content(body)
    return made


def test_headers_come_first_and_decoded(read: Read) -> None:
    (page,) = read(message())
    assert page.text.startswith(
        "From: Ерлан <erlan@example.kz>\nTo: a@example.kz\nSubject: Айғақтар туралы\n\nМәтін"
    )
    assert page.how == "body"


@pytest.mark.parametrize("encoding", ["koi8-r", "windows-1251", "utf-8", "kz1048"])
@pytest.mark.parametrize("declared", ["", "us-ascii", "no-such-charset", "koi8-r"])
def test_no_declaration_garbles_the_body(read: Read, encoding: str, declared: str) -> None:
    text = "Постановление о возбуждении уголовного дела по факту кражи"
    head = f'From: a\nContent-Type: text/plain; charset="{declared}"\nContent-Transfer-Encoding: 8bit\n\n'
    (page,) = read(head.encode() + text.encode(encoding))
    assert text in page.text


def test_raw_and_broken_headers_do_not_raise(read: Read) -> None:
    (page,) = read("Subject: Тема\nFrom: =?utf-8?B?!!!?=\nTo: =?x?q?y\nDate: ,,\n\nтело".encode("cp1251"))
    assert "Subject: Тема" in page.text


def test_html_alone_becomes_text(read: Read) -> None:
    made = message()
    made.set_content("<p>Бірінші<p>Екінші", subtype="html")
    assert read(made)[0].text.endswith("Бірінші\nЕкінші")


def test_html_that_says_the_same_is_not_repeated(read: Read) -> None:
    made = message("Бірінші сөз")
    made.add_alternative("<p>Бірінші <b>сөз</b>", subtype="html")
    assert len(read(made)) == 1


def test_html_that_says_something_else_is_a_page(read: Read) -> None:
    made = message("Көрсету мүмкін емес")
    made.add_alternative("<p>Осы сілтемені басып ақша аударыңыз", subtype="html")
    assert [page.how for page in read(made)] == ["body", "alternative"]


def test_attachments_are_named_and_read(
    read: Read, make_docx: Callable[..., Path], make_pdf: Callable[..., Path]
) -> None:
    made = message()
    word = make_docx("<w:p><w:r><w:t>шарт</w:t></w:r></w:p>").read_bytes()
    made.add_attachment("жазба", filename="жазба.txt")
    made.add_attachment(word, maintype="application", subtype="octet-stream", filename="шарт.docx")
    sheets = make_pdf(["one", ""]).read_bytes()
    made.add_attachment(sheets, maintype="application", subtype="pdf", filename="a.pdf")
    made.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="сурет.png")
    pages = read(made)
    assert (
        "Attachment: жазба.txt\nAttachment: шарт.docx\nAttachment: a.pdf\nAttachment: сурет.png"
        in pages[0].text
    )
    assert [(page.number, page.text.strip(), page.unread, page.context) for page in pages[1:]] == [
        (2, "жазба", "", "жазба.txt"),
        (3, "шарт", "", "шарт.docx"),
        (4, "one", "", "a.pdf"),
        (5, "", UnreadReason.NO_TEXT_LAYER, "a.pdf"),
        (6, "", UnreadReason.NOT_SUPPORTED, "сурет.png"),
    ]


def test_a_forwarded_message_is_read_with_its_attachments(read: Read) -> None:
    inner = message("ішкі хат")
    inner.add_attachment("ішкі жазба", filename="b.txt")
    outer = message("сыртқы хат")
    outer.add_attachment(inner)
    pages = read(outer)
    assert ["хат" in page.text or "жазба" in page.text for page in pages] == [True, True, True]


def test_messages_nested_without_end_are_recorded_not_raised(read: Read) -> None:
    made = message("хат")
    for _ in range(40):
        outer = message("хат")
        outer.add_attachment(made)
        made = outer
    assert read(made)[-1].unread == UnreadReason.NOT_SUPPORTED


def test_phishing_is_read_and_no_link_is_followed(shared: Path) -> None:
    for path in sorted((shared / "files/phishing_eml").iterdir()):
        reading, pages = email.read(path, path.name)
        assert reading.title
        assert next(pages).text.startswith("From: ")


def test_bytes_that_are_no_mail_do_not_raise(read: Read) -> None:
    assert read(io.BytesIO(b"\xff\xfe: \n\n\x00\x01" * 50).getvalue())


def test_a_scan_that_is_attached_stays_recognised(read: Read, tmp_path: Path) -> None:
    made = message()
    for image in (True, False):
        scan = scanned(tmp_path / "scan.pdf", ["Мәтін"], image=image).read_bytes()
        made.add_attachment(scan, maintype="application", subtype="pdf", filename="скан.pdf")
    pages = read(made)
    assert [(page.text.strip(), page.recognised, page.context) for page in pages[1:]] == [
        ("Мәтін", True, "скан.pdf"),
        ("Мәтін", False, "скан.pdf"),
    ]


@pytest.mark.parametrize("name", ["X-Originating-IP", "Reply-To", "Received", "Comments"])
def test_what_mail_programs_keep_to_themselves_is_the_last_page(read: Read, name: str) -> None:
    made = message()
    made[name] = "192.0.2.7 арқылы"
    made["DKIM-Signature"] = "v=1; b=AAAA"
    made["X-Data"] = "A" * 500
    made.add_attachment("тіркеме", filename="a.txt")
    first, *_, last = read(made)
    assert (last.how, last.text) == ("headers", f"{name}: 192.0.2.7 арқылы")
    assert "192.0.2.7" not in first.text


def test_a_message_without_other_headers_has_no_such_page(read: Read) -> None:
    assert [page.how for page in read(message())] == ["body"]
