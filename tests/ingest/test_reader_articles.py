"""Articles in bulk: one row, one page; one bad row, no law."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.document import Page, Reading
from casefile.errors import FileEmpty, RowInvalid
from casefile.language import Language
from casefile.lawref import LawRef
from ingest.readers import articles, docx, html

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


@pytest.mark.parametrize(
    ("article", "number"),
    [
        ("Статья 191", "191"),
        ("191-бап", "191"),
        ("Article 190-1.", "190-1"),
        ("66-2-1", "66-2-1"),
        (188, "188"),
        ("IV", "IV"),
        ("10bis", "10bis"),
    ],
)
def test_an_article_goes_by_its_number_alone(read: Read, article: object, number: str) -> None:
    assert read(ROW | {"article": article})[1][0].law == LawRef("K1400000226", number)


@pytest.mark.parametrize(("doc", "act"), [("k1400000226", "K1400000226"), ("bwbv0001839", "BWBV0001839")])
def test_a_code_in_small_letters_is_the_code(read: Read, doc: str, act: str) -> None:
    reading, (page,) = read(ROW | {"doc": doc})
    assert page.law == LawRef(act, "188")
    assert reading.act == act


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
        (ROW | {"article": "кража"}, "article"),
        (ROW | {"article": "188 және 189"}, "article"),
        (ROW | {"article": "Статья"}, "article"),
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


PARAGRAPH = "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
STYLE = "<w:style w:styleId='{}'><w:name w:val='{}'/><w:basedOn w:val='{}'/></w:style>"


def test_headings_of_a_docx_are_marked_unless_they_name_an_article(make_docx: Callable[..., Path]) -> None:
    styles = (
        STYLE.format("1", "heading 1", "a") + STYLE.format("x", "own", "1") + STYLE.format("a", "Normal", "")
    )
    lines = [("1", "Статья 3. А"), ("a", "1. Раз."), ("x", "Комментарий"), ("a", "Мнение.")]
    path = make_docx("".join(PARAGRAPH.format(*line) for line in lines), styles=styles)
    page = next(docx.read(path, path.name)[1])
    assert page.text == "Статья 3. А\n1. Раз.\n## Комментарий\nМнение."


def test_headings_of_a_web_page_are_marked_unless_they_name_an_article(tmp_path: Path) -> None:
    path = tmp_path / "law.html"
    path.write_text(
        "<h1>Заң</h1><h3>3-бап. А</h3><p>1. Бір.<h2><b>Түсін</b>дірме</h2><p>Пікір.<h2></h2>", "utf-8"
    )
    reading, pages = html.read(path, path.name)
    assert next(pages).text == "## Заң\n3-бап. А\n1. Бір.\n## Түсіндірме\nПікір."
    assert reading.title == "Заң"
