"""Hostile files, real processes: every file ends as pages or as a refusal, and soon."""

import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casefile.document import Page, UnreadReason
from casefile.errors import (
    FileEmpty,
    FileEncrypted,
    FileMissing,
    FileRefused,
    FileTooLarge,
    ReaderStopped,
    RowInvalid,
)
from casefile.language import Language
from casefile.lawref import LawRef
from ingest import child, records, sandbox
from ingest.sandbox import Limits

MakePdf = Callable[..., Path]
BRISK = Limits(page_seconds=1)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Page]]:
    def read(path: Path, limits: Limits = BRISK) -> list[Page]:
        return list(sandbox.read(path, path.name, scratch=tmp_path / "scratch", limits=limits)[1])

    return read


Read = Callable[..., list[Page]]


@pytest.mark.parametrize("text", ["Ұрлық туралы іс", "Дело о краже", "A case of theft"])
def test_pages_arrive_as_they_were_read(read: Read, tmp_path: Path, text: str) -> None:
    path = tmp_path / "іс.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path) == [Page(1, text)]


@pytest.mark.parametrize(
    "page",
    [
        Page(1),
        Page(2, "мәтін\n\u2028\x85 \ud83d", how="row", context="УК", language=Language.KK),
        Page(3, unread=UnreadReason.NO_TEXT_LAYER),
        Page(4, law=LawRef("K1400000226", "190-1", part="2")),
    ],
)
def test_a_page_survives_the_way_through_a_line(page: Page) -> None:
    line = records.page(page)
    assert line.count(b"\n") == 1
    kept = Page(2, page.text.replace("\ud83d", "?"), how="row", context="УК", language=Language.KK)
    assert records.parse_page(line) == (kept if page.number == 2 else page)


def test_a_page_that_never_ends_costs_one_page(read: Read, make_pdf: MakePdf) -> None:
    pages = read(make_pdf(["one", None, "three", None, "five"]))
    assert [page.text or page.unread for page in pages] == [
        "one",
        "too_expensive",
        "three",
        "too_expensive",
        "five",
    ]


def test_a_page_that_eats_the_memory_costs_one_page(read: Read, make_pdf: MakePdf) -> None:
    pages = read(make_pdf(["one", None, "three"]), Limits(memory_mb=300))
    assert [page.text for page in pages] == ["one", "", "three"]
    assert pages[1].unread in (UnreadReason.BROKEN_PAGE, UnreadReason.TOO_EXPENSIVE)


def test_when_patience_ends_the_rest_is_unread_and_counted(read: Read, make_pdf: MakePdf) -> None:
    pages = read(make_pdf(["one", None, None, None, "five"]), Limits(page_seconds=1, restarts=1))
    assert [page.number for page in pages] == [1, 2, 3, 4, 5]
    assert [page.unread for page in pages] == ["", *["too_expensive"] * 4]


def test_the_time_for_a_file_is_all_it_gets(read: Read, make_pdf: MakePdf) -> None:
    start = time.monotonic()
    pages = read(make_pdf(["one", None, "three"]), Limits(wall_seconds=1))
    assert [page.text or page.unread for page in pages] == ["one", "too_expensive", "too_expensive"]
    assert time.monotonic() - start < 4


def test_processor_time_is_bounded_too(read: Read, make_pdf: MakePdf) -> None:
    pages = read(make_pdf(["one", None]), Limits(cpu_seconds=1))
    assert [page.unread for page in pages] == ["", "too_expensive"]


def test_a_text_larger_than_memory_is_refused(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"a")
        file.truncate(400 << 20)
        file.seek(0)
        file.write(b"x" * (70 << 10))
    with pytest.raises(ReaderStopped) as caught:
        read(path, Limits(memory_mb=200))
    assert caught.value.facts == {"path": "huge.txt", "limit": "200 MB"}


def test_output_is_bounded(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("abc " * 1_000_000)
    with pytest.raises(ReaderStopped) as caught:
        read(path, Limits(output_mb=2))
    assert caught.value.facts["limit"] == "2 MB"


def test_a_zip_bomb_is_refused(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(30 << 20))
    with pytest.raises(FileTooLarge):
        read(path)


def test_a_page_nested_without_end_is_read(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html>" + "<div>" * 500_000 + "терең", encoding="utf-8")
    assert [page.text for page in read(path, Limits())] == ["терең"]


def test_a_refusal_comes_back_as_it_was_raised(read: Read, tmp_path: Path, shared: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "bad.jsonl").write_text('{"article": "1", "text": "", "law": "x", "lang": "kk"}\n')
    with pytest.raises(FileEmpty) as empty:
        read(tmp_path / "empty.txt")
    assert empty.value.facts == {"path": "empty.txt"}
    with pytest.raises(RowInvalid) as row:
        read(tmp_path / "bad.jsonl")
    assert row.value.facts == {"path": "bad.jsonl", "row": "1", "reason": "text"}
    with pytest.raises(FileMissing):
        read(tmp_path / "none.txt")
    with pytest.raises(FileEncrypted):
        read(shared / "files/pdf_pypdf/libreoffice-writer-password.pdf")


def test_nothing_is_left_in_the_scratch_folder(read: Read, tmp_path: Path, make_pdf: MakePdf) -> None:
    read(make_pdf(["one", None]))
    _, pages = sandbox.read(make_pdf(["one", "two"]), "a.pdf", scratch=tmp_path / "scratch")
    next(pages)
    assert list((tmp_path / "scratch").iterdir()) == []


def test_no_descriptor_stays_open(read: Read, tmp_path: Path, make_pdf: MakePdf) -> None:
    path = make_pdf(["one"])
    read(path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        read(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_files_are_read_side_by_side(read: Read, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for path in paths:
        path.write_text(path.name)
    with ThreadPoolExecutor(4) as pool:
        assert [pages[0].text for pages in pool.map(read, paths)] == [path.name for path in paths]


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.kz', 80)",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
        "open('/tmp/written-by-a-reader', 'w')",
        "import os; os.remove('/tmp/no-such-file')",
    ],
)
def test_a_reader_may_do_nothing_but_read(deed: str) -> None:
    program = f"""
from ingest.child import confine
confine(2048, 60, 10)
try:
    {deed}
except PermissionError:
    raise SystemExit(7)
"""
    # In a process of its own: a limit once set cannot be lifted.
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 7


def test_every_kind_of_file_has_a_reader() -> None:
    assert len(child.READERS) == 7


@pytest.mark.slow
def test_every_shared_file_ends_as_pages_or_a_refusal(read: Read, shared: Path) -> None:
    outcomes: Counter[str] = Counter()
    for path in sorted(path for path in (shared / "files").rglob("*") if path.is_file()):
        try:
            pages = read(path, Limits(wall_seconds=60))
            assert pages, path
            outcomes["read"] += 1
        except FileRefused as refusal:
            outcomes[refusal.code] += 1
    assert outcomes["read"] > 250
    assert outcomes["reader_stopped"] == 0
    assert outcomes["file_broken"] <= 3
