"""The splitter on real laws: whole codes, treaties and saved pages."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from casefile.document import Page
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from ingest.split import split

UK = "K1400000226"


def pages(file: Path) -> Iterator[Page]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        heading = {"kk": f"{row['article']}-бап", "ru": f"Статья {row['article']}"}.get(
            row["lang"], f"Article {row['article']}"
        )
        text = f"{heading}. {row['title']}\n{row['text']}"
        yield Page(number, text, context=row["law"], law=LawRef(row["doc"], row["article"]))


@cache
def read(file: Path) -> tuple[list[Page], list[Passage]]:
    all_pages = list(pages(file))
    return all_pages, list(split("doc", file.stem, "", all_pages, lambda _: Language.UND))


def of_article(found: list[Passage], article: str) -> list[Passage]:
    return [p for p in found if p.locator.law and p.locator.law.article == article]


@pytest.mark.parametrize(
    "name",
    [
        "laws/ru/criminal_code.jsonl",
        "laws/ru/civil_code.jsonl",
        "laws/kk/public_services_88V.jsonl",
        "guidance/treaties_en.jsonl",
    ],
)
def test_a_whole_collection_of_articles_is_covered_exactly(shared: Path, name: str) -> None:
    all_pages, found = read(shared / name)
    by_page: dict[int, list[Passage]] = {}
    for passage in found:
        by_page.setdefault(passage.locator.page, []).append(passage)
    for page in all_pages:
        at = 0
        for passage in by_page[page.number]:
            assert page.text[passage.locator.start : passage.locator.end] == passage.text
            assert not page.text[at : passage.locator.start].strip()
            at = passage.locator.end
        assert not page.text[at:].strip()


@pytest.mark.parametrize(("article", "parts"), [("188", "1234"), ("190", "1234"), ("213", "123")])
def test_articles_of_the_criminal_code_are_cut_by_their_parts(shared: Path, article: str, parts: str) -> None:
    found = of_article(read(shared / "laws/ru/criminal_code.jsonl")[1], article)
    norms = [passage for passage in found if not passage.context.endswith("note")]
    assert [passage.locator.law for passage in norms] == [LawRef(UK, article, part) for part in parts]
    for passage, part in zip(norms[1:], parts[1:], strict=True):
        assert passage.text.startswith(f"{part}. ")


def test_definitions_of_the_criminal_code_are_points_of_their_own(shared: Path) -> None:
    found = of_article(read(shared / "laws/ru/criminal_code.jsonl")[1], "3")
    theft = [passage for passage in found if passage.text.startswith("17) хищение")]
    assert [passage.locator.law for passage in theft] == [LawRef(UK, "3", point="17")]
    assert all(not passage.locator.law.part for passage in found if passage.locator.law)


def test_every_part_named_is_the_part_the_text_begins_with(shared: Path) -> None:
    wrong = []
    for passage in read(shared / "laws/ru/criminal_code.jsonl")[1]:
        numbered = re.match(r"(?:Статья [^\n]*\n)?(\d+(?:-\d+)?)\. ", passage.text)
        law = passage.locator.law
        if numbered and law and law.part not in (numbered[1], "") and not passage.context.endswith("note"):
            wrong.append((law, passage.text[:80]))
    assert wrong == []


def test_an_article_of_the_civil_code_is_divided_into_points(shared: Path) -> None:
    found = of_article(read(shared / "laws/ru/civil_code.jsonl")[1], "102")
    assert [p.locator.law.point for p in found if p.locator.law and p.locator.law.point][:3] == [
        "1",
        "2",
        "3",
    ]
    assert all(not passage.locator.law.part for passage in found if passage.locator.law)


def test_a_saved_kazakh_page_is_cut_into_its_articles(shared: Path) -> None:
    text = (shared / "laws/kk/z13088.html").read_text("utf-8", errors="replace")
    text = re.sub(r"(?s)<(script|style).*?</\1>|</?(?:a|b|i|span)\b[^>]*>", "", text)
    page = Page(1, html.unescape(re.sub(r"<[^>]+>", "\n", text)))
    found = list(split("doc", "Заң", "Z1300000088", [page], lambda _: Language.UND))
    articles = {passage.locator.law.article for passage in found if passage.locator.law}
    assert {"1", "9-1", "15", "29", "31"} <= articles
    assert of_article(found, "31")[0].text.startswith("31-бап. Осы Заңды қолданысқа енгізу тәртібі")
    assert found[-1].locator.law == LawRef("Z1300000088")


@pytest.mark.parametrize(
    ("name", "row", "swallowed"),
    [
        ("laws/ru/code_of_administrative_offenses.jsonl", "172", "173. Незаконное вмешательство"),
        ("laws/kk/parliament_law_2529.jsonl", "22", "22-1. Үкімет мүшелерін"),
    ],
)
def test_a_row_that_swallowed_the_next_article_does_not_lend_it_its_number(
    shared: Path, name: str, row: str, swallowed: str
) -> None:
    found = read(shared / name)[1]
    (at,) = (number for number, passage in enumerate(found) if swallowed in passage.text)
    page = found[at].locator.page
    foreign = [passage for passage in found[at:] if passage.locator.page == page]
    assert all(passage.locator.law and not passage.locator.law.article for passage in foreign)
    assert of_article(found, row)


@pytest.mark.parametrize(
    "name",
    [
        "laws/ru/code_on_marriage_and_family.jsonl",
        "laws/ru/law_on_public_procurement.jsonl",
        "laws/kk/public_services_88V.jsonl",
        "laws/ru/criminal_procedure_code.jsonl",
    ],
)
def test_no_item_of_a_real_law_holds_another_or_a_broken_link(shared: Path, name: str) -> None:
    wrong = []
    for passage in read(shared / name)[1]:
        law = passage.locator.law
        item = law and (law.subpoint or (law.point if law.part else ""))
        broken = re.match(r"\d+\)\s*(?:и|или|пункта|части|статьи)\b", passage.text)
        if item and (broken or re.search(r"\n\s*\d+\)", passage.text)):
            wrong.append((law, passage.text[:80]))
    assert wrong == []
