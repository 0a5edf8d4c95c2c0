"""Web pages as lines of text."""

from pathlib import Path

import pytest

from casefile.language import Language
from ingest.readers import html


def lines(page: str) -> list[str]:
    return html.render(page.encode()).lines


def test_blocks_are_lines_and_inline_markup_is_not() -> None:
    assert lines("<p>б<b>і</b>р<p>екі<br>үш<div>төрт</div>бес") == ["бір", "екі", "үш", "төрт", "бес"]


def test_rows_of_a_table_are_lines() -> None:
    page = "<table><tr><th>Күні<th>Сома</tr><tr><td>1<br>мая<td><p>500</p></tr></table>кейін"
    assert lines(page) == ["Күні | Сома", "1 мая | 500", "кейін"]


def test_a_table_used_as_layout_stays_lines() -> None:
    page = "<table><tr><td>" + "<p>жол</p>" * 8 + "<td>шет</table>"
    assert lines(page) == ["жол"] * 8 + ["шет"]


def test_scripts_styles_and_navigation_are_dropped_but_hidden_text_is_kept() -> None:
    page = "<style>a{}</style>x<nav>menu</nav>y<script>s()</script><i style='display:none'>жасырын</i>"
    read = html.render(page.encode())
    assert (read.lines, read.hidden) == (["x", "y"], ["жасырын"])
    assert read.text == ("x\ny\n\nжасырын", 5)


def test_preformatted_lines_stay_apart() -> None:
    assert lines("<pre>бір\n  екі</pre>") == ["бір", "екі"]


def test_entities_and_comments_are_resolved() -> None:
    assert lines("<!-- жоқ -->&laquo;&#1179;&raquo;&nbsp;&nbsp;ә") == ["«қ» ә"]


@pytest.mark.parametrize("depth", [200, 300, 3_000, 100_000])
def test_no_depth_hides_text(depth: int) -> None:
    page = "<p>before" + "<div>" * depth + "deep" + "</div>" * depth + "<p>after"
    assert lines(page) == ["before", "deep", "after"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    page = f"<meta http-equiv=content-type content='text/html; charset={encoding}'><p>Кража".encode(encoding)
    assert html.render(page).lines == ["Кража"]


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("құпия")
    page = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><html><p>&x;мәтін"
    assert not any("құпия" in line for line in lines(page))


@pytest.mark.parametrize(
    ("file", "act", "title", "first", "last"),
    [
        (
            "z13088.html",
            "Z1300000088",
            "Мемлекеттік және әлеуметтік",
            "1-бап. Осы Заңда",
            "31-бап. Осы Заңды",
        ),
        (
            "sample_law.html",
            "Z950002529_",
            "Қазақстан Республикасының Парл",
            "1-бап. Респуб",
            "40-бап. Осы Ко",
        ),
        (
            "adilet_sample.html",
            "K930001000_",
            "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ",
            "Біз, Қазақстан",
            "13-бап. Осы Ко",
        ),
    ],
)
def test_a_page_of_adilet_is_the_act_alone(
    shared: Path, file: str, act: str, title: str, first: str, last: str
) -> None:
    reading, pages = html.read(shared / "laws/kk" / file, file)
    (page,) = pages
    said = page.text.split("\n")
    assert reading.act == act
    assert reading.title.startswith(title)
    assert page.language is Language.KK
    assert page.context == reading.title == said[0]
    assert any(line.startswith(first) for line in said)
    assert any(line.startswith(last) for line in said)
    assert "Президенті" in said[-1]
    assert "\xa0" not in page.text
    assert "Толықэкранды режим" not in page.text
