"""Articles in bulk: one row, one page; one bad row, no law."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.document import Page, Reading
from casefile.errors import FileEmpty, RowInvalid
from casefile.language import Language
from casefile.lawref import LawRef
from ingest.readers import articles

ROW = {
    "law": "ҚР ҚК",
    "doc": "K1400000226",
    "article": "188",
    "title": "Ұрлық",
    "text": "1. Ұрлық, –",
    "lang": "kk",
}
Read = Callable[..., tuple[Reading, list[Page]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(*rows: object) -> tuple[Reading, list[Page]]:
        path = tmp_path / "codes.jsonl"
        path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
        reading, pages = articles.read(path, "codes.jsonl")
        return reading, list(pages)

    return read


@pytest.mark.parametrize(
    ("lang", "title", "line"),
    [
        ("kk", "Ұрлық", "188-бап. Ұрлық"),
        ("ru", "Кража", "Статья 188. Кража"),
        ("en", "Theft", "Article 188. Theft"),
        ("ru", "", "Статья 188"),
        ("nl", "Diefstal", "Article 188. Diefstal"),
    ],
)
def test_a_page_begins_with_the_heading_of_its_language(read: Read, lang: str, title: str, line: str) -> None:
    _, (page,) = read(ROW | {"lang": lang, "title": title})
    assert page.text == f"{line}\n1. Ұрлық, –"


def test_a_page_knows_its_place_in_the_law(read: Read) -> None:
    reading, (page,) = read(ROW | {"article": "190-1", "more": 1})
    assert page.law == LawRef(act="K1400000226", article="190-1")
    assert (page.context, page.how, page.language) == ("ҚР ҚК", "row", Language.KK)
    assert (reading.title, reading.act) == ("ҚР ҚК", "K1400000226")


def test_an_act_without_a_code_goes_by_its_name(read: Read) -> None:
    reading, (page,) = read({key: value for key, value in ROW.items() if key != "doc"})
    assert page.law == LawRef(act="ҚР ҚК", article="188")
    assert reading.act == ""


def test_a_file_of_several_acts_goes_by_its_own_name(read: Read) -> None:
    reading, _ = read(ROW, ROW | {"law": "Another", "doc": "Z1"})
    assert (reading.title, reading.act) == ("codes", "")


def test_an_act_in_two_languages_goes_by_its_first_name(read: Read) -> None:
    reading, _ = read(ROW, ROW | {"law": "УК РК", "lang": "ru"})
    assert (reading.title, reading.act) == ("ҚР ҚК", "K1400000226")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "JSON"),
        ("[1]", "JSON"),
        ("[" * 100_000, "JSON"),
        (ROW | {"article": ""}, "article"),
        (ROW | {"law": None}, "law"),
        (ROW | {"text": 5}, "text"),
        (ROW | {"lang": ["kk"]}, "lang"),
        (ROW | {"text": "", "title": ""}, "text"),
        ({key: value for key, value in ROW.items() if key != "text"}, "text"),
    ],
)
def test_one_bad_row_refuses_the_whole_file_before_its_first_page(
    read: Read, bad: object, reason: str
) -> None:
    with pytest.raises(RowInvalid) as caught:
        read(ROW, "", bad, ROW)
    assert caught.value.facts == {"path": "codes.jsonl", "row": "3", "reason": reason}


def test_no_rows_are_an_empty_file(read: Read) -> None:
    with pytest.raises(FileEmpty):
        read("", "  ")


def test_every_law_of_the_shared_folder_loads(shared: Path) -> None:
    files = sorted((shared / "laws").rglob("*.jsonl"))
    assert files
    for path in files:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        _, pages = articles.read(path, path.name)
        for row, page in zip(rows, pages, strict=True):
            assert page.law is not None
            assert page.law.article == row["article"]
            assert page.text.endswith(row["text"].strip())
