"""Files are known by what they hold."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.errors import FileBroken, FileEmpty, FileEncrypted, FileMissing, FileTypeUnknown, FileUnreadable
from ingest import detect

MAIL = "Received: from a\nFrom: a@example.kz\nTo: b@example.kz\nSubject: Сәлем\n\nмәтін"
ROW = '{"law": "ҚК", "article": "188", "title": "Ұрлық", "text": "…", "lang": "kk"}\n'


def sniff(data: bytes | str, name: str) -> str:
    return detect.sniff(io.BytesIO(data.encode() if isinstance(data, str) else data), name)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        ("%PDF-1.7\n", "no suffix", detect.PDF),
        ("junk before\n%PDF-1.4\n", "a.txt", detect.PDF),
        ("<!DOCTYPE html><p>x", "a.txt", detect.HTML),
        ("\n<?xml version='1.0'?>\n<!-- c --><html>", "a.xml", detect.HTML),
        ("<p>фрагмент</p>", "a.htm", detect.HTML),
        ("<p>фрагмент</p>", "a.txt", detect.TEXT),
        (MAIL, "a.eml", detect.EMAIL),
        (MAIL, "saved without suffix", detect.EMAIL),
        ("From: a\nTo: b\n\nзаписка", "memo.txt", detect.TEXT),
        (ROW, "law.jsonl", detect.ARTICLES),
        ("\ufeff" + ROW, "law.json", detect.ARTICLES),
        ("Айыпталушы", "a.txt", detect.TEXT),
        ("# Сұрақ", "a.md", detect.MARKDOWN),
        ("Айыпталушы".encode("utf-16"), "a.txt", detect.TEXT),
        ("Айыпталушы келді".encode("utf-16-le"), "a", detect.TEXT),
        ("Обвиняемый".encode("cp1251"), "a.log", detect.TEXT),
        ("[12.03.2026, 10:00:00] Ерлан: сәлем", "chat.txt", detect.TEXT),
        ("a;b\n1;2\n", "table.csv", detect.TEXT),
    ],
)
def test_a_kind_we_read_is_recognised(data: bytes | str, name: str, expected: str) -> None:
    assert sniff(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "photo.png"),
        (b"GIF89a\x01\0\x01\0", "renamed.txt"),
        (bytes(range(256)) * 4, "binary.txt"),
        (r"{\rtf1\ansi привет}", "letter.doc"),
        ("<?xml version='1.0'?><workbook/>", "a.xml"),
        ('{"name": "chat", "messages": []}', "result.json"),
        ('{"id": 1}\n{"id": 2}\n', "rows.jsonl"),
        ("BEGIN:VCARD\nEND:VCARD", "contact.txt"),
        ("From MAILER Thu Jan  1 00:00:00 2026\nFrom: a\nReceived: b\n", "box.mbox"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "old.docx"),
        (b"PK\x03\x04 not an archive", "a.zip"),
    ],
)
def test_a_kind_we_do_not_read_is_named_unknown(data: bytes | str, name: str) -> None:
    with pytest.raises(FileTypeUnknown) as caught:
        sniff(data, name)
    assert caught.value.facts == {"path": name, "known": detect.KNOWN}


@pytest.mark.parametrize("data", [b"", b" \r\n\t \n"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(FileEmpty):
        sniff(data, "a.txt")


def test_a_docx_is_known_by_its_parts_not_its_name(make_docx: Callable[..., Path]) -> None:
    path = make_docx("")
    assert detect.media_type(path, "renamed.bin") == detect.DOCX


def test_an_archive_of_documents_is_not_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.docx", "…")
    with pytest.raises(FileTypeUnknown):
        detect.media_type(path, "a.zip")


def test_a_docx_cut_short_is_broken(make_docx: Callable[..., Path]) -> None:
    path = make_docx("")
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(FileBroken):
        detect.media_type(path, "a.docx")


def test_an_encrypted_docx_says_so() -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(FileEncrypted):
        sniff(data, "a.docx")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        detect.media_type(tmp_path / "none", "none")
    with pytest.raises(FileUnreadable):
        detect.media_type(tmp_path, "folder")
