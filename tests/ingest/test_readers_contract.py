"""What every reader promises, whatever it is given."""

import io
import shutil
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.document import Page, UnreadReason
from casefile.errors import FileRefused
from ingest import detect
from ingest.ports import Reader
from ingest.readers import articles, docx, email, html, pdf, text

WORDS = "Қылмыстық кодекстің 188-бабы: ұрлық. Кража, ст. 188. Theft."
KINDS: dict[str, tuple[Reader, str]] = {
    "pdf": (pdf.read, detect.PDF),
    "docx": (docx.read, detect.DOCX),
    "html": (html.read, detect.HTML),
    "txt": (text.read, detect.TEXT),
    "md": (text.read, detect.MARKDOWN),
    "eml": (email.read, detect.EMAIL),
    "jsonl": (articles.read, detect.ARTICLES),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def whole(
    make_pdf: Callable[..., Path], make_docx: Callable[..., Path], tmp_path: Path
) -> Callable[[str], Path]:
    """A sound file of a kind, with WORDS in it (a PDF made without fonts has Latin only)."""

    def make(kind: str) -> Path:
        path = tmp_path / f"whole.{kind}"
        if kind == "pdf":
            return make_pdf(["188. Theft.", "second"], path.name)
        if kind == "docx":
            return make_docx(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>", path.name)
        if kind == "eml":
            mail = EmailMessage()
            mail["Received"] = mail["From"] = mail["Subject"] = "x"
            mail.set_content(WORDS)
            path.write_bytes(mail.as_bytes())
            return path
        row = f'{{"law":"ҚК","doc":"","article":"1","title":"","text":"{WORDS}","lang":"kk"}}'
        path.write_text({"html": f"<html><p>{WORDS}", "jsonl": row}.get(kind, WORDS), encoding="utf-8")
        return path

    return make


@each_kind
def test_a_sound_file_is_read_as_what_it_is(whole: Callable[[str], Path], kind: str) -> None:
    reader, media_type = KINDS[kind]
    path = whole(kind)
    reading, pages = reader(path, path.name)
    assert reading.media_type == media_type == detect.media_type(path, path.name)
    assert reading.title
    assert ("Theft" if kind == "pdf" else WORDS) in next(pages).text


@each_kind
def test_pages_come_as_an_iterator_and_keep_the_rules(whole: Callable[[str], Path], kind: str) -> None:
    _, pages = KINDS[kind][0](whole(kind), "a")
    assert isinstance(pages, Iterator)
    keep_the_rules(list(pages))


@each_kind
def test_reading_twice_gives_the_same(whole: Callable[[str], Path], kind: str) -> None:
    path = whole(kind)
    first, second = (KINDS[kind][0](path, "a") for _ in range(2))
    assert first[0] == second[0]
    assert list(first[1]) == list(second[1])


@each_kind
def test_half_a_file_is_pages_or_a_refusal_by_its_name(whole: Callable[[str], Path], kind: str) -> None:
    path = whole(kind)
    data = path.read_bytes()
    for cut in range(0, len(data), max(1, len(data) // 40)):
        path.write_bytes(data[:cut])
        attempt(KINDS[kind][0], path)


@each_kind
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_damaged_bytes_are_pages_or_a_refusal(
    whole: Callable[[str], Path], kind: str, data: st.DataObject
) -> None:
    path = whole(kind)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    attempt(KINDS[kind][0], path)


@each_kind
def test_any_other_kind_of_file_is_pages_or_a_refusal(
    whole: Callable[[str], Path], kind: str, tmp_path: Path
) -> None:
    for other in KINDS:
        copy = shutil.copy(whole(other), tmp_path / "copy")
        attempt(KINDS[kind][0], Path(copy))


def attempt(reader: Reader, path: Path) -> None:
    try:
        keep_the_rules(list(reader(path, "доказательство")[1]))
    except FileRefused as refusal:
        assert refusal.facts["path"] == "доказательство"


def keep_the_rules(pages: list[Page]) -> None:
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert page.unread in ("", *UnreadReason)
        assert not (page.unread and page.text)
        assert "\r\n" not in page.text
        assert "\0" not in page.text
        io.BytesIO().write(page.text.encode())
