"""Real law text in every encoding it is met in."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encoding import decode

RUSSIAN = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "cp866",
    "koi8-r",
    "iso8859-5",
    "mac-cyrillic",
)
RARE = ("cp866", "iso8859-5", "mac-cyrillic")
KAZAKH = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "kz1048")


def articles(path: Path, language: str) -> list[str]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [f"{row['title']}\n{row['text']}" for row in rows if row["lang"] == language]


@pytest.fixture(scope="module")
def russian(shared: Path) -> list[str]:
    return articles(shared / "laws/ru/criminal_code.jsonl", "ru")


@pytest.fixture(scope="module")
def kazakh(shared: Path) -> list[str]:
    return articles(shared / "laws/kk/public_services_88V.jsonl", "kk")


def snippets(texts: Sequence[str], length: int) -> list[str]:
    choice = random.Random(2026)
    long = [text for text in texts if len(text) > length]
    starts = [(text, choice.randrange(len(text) - length)) for text in choice.choices(long, k=400)]
    return [text[start : start + length] for text, start in starts]


def recognised(texts: Sequence[str], encoding: str) -> float:
    """The share of texts that come back exactly; letters the encoding lacks are left out first."""
    fitting = [text.encode(encoding, "ignore") for text in texts]
    return sum(decode(data)[0] == data.decode(encoding) for data in fitting) / len(fitting)


@pytest.mark.parametrize(
    "encoding", [pytest.param(one, marks=pytest.mark.slow if one in RARE else ()) for one in RUSSIAN]
)
def test_every_russian_article_comes_back_exactly(russian: list[str], encoding: str) -> None:
    # What a Macintosh wrote shares most letters with cp1251, which gets the benefit of the doubt.
    assert recognised(russian, encoding) >= (0.99 if encoding == "mac-cyrillic" else 1.0)


@pytest.mark.parametrize("encoding", KAZAKH)
def test_every_kazakh_article_comes_back_exactly(kazakh: list[str], encoding: str) -> None:
    assert recognised(kazakh, encoding) == 1.0


@pytest.mark.parametrize("encoding", RUSSIAN)
def test_two_hundred_characters_of_russian_are_enough(russian: list[str], encoding: str) -> None:
    assert recognised(snippets(russian, 200), encoding) >= (0.9 if encoding == "mac-cyrillic" else 0.995)


@pytest.mark.parametrize("encoding", KAZAKH)
def test_two_hundred_characters_of_kazakh_are_enough(kazakh: list[str], encoding: str) -> None:
    assert recognised(snippets(kazakh, 200), encoding) >= 0.995


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_capitals_are_told_apart_too(russian: list[str], encoding: str) -> None:
    assert recognised([text.upper() for text in snippets(russian, 200)], encoding) >= 0.99


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Müller fährt für größere Straßen", "cp1252"),
        ("déjà vu à la carte", "cp1252"),
        ("Підозрюваний здійснив крадіжку чужого майна з її квартири, європейська конвенція", "cp1251"),
        ("─" * 60 + "\nИтого по счету: │ 500 │\n" + "─" * 60, "cp866"),
    ],
)
def test_texts_of_other_languages_and_tables_survive(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_declaration_decides_where_letters_do_not() -> None:
    assert decode("日本語".encode("shift_jis"), "Shift_JIS") == ("日本語", "shift_jis")


@pytest.mark.parametrize("hint", ["unicode_escape", "rot13", "zlib", "no such", "\0", "утф-8", "utf-16"])
def test_a_hostile_declaration_changes_nothing(hint: str) -> None:
    assert decode(rb"\u0041 plain", hint) == (r"\u0041 plain", "utf-8")


def test_a_wrong_declaration_gives_way_to_the_letters() -> None:
    text = "Постановление о возбуждении уголовного дела"
    assert decode(text.encode("cp1251"), "koi8-r") == (text, "cp1251")


def test_one_broken_byte_does_not_turn_utf8_into_another_encoding() -> None:
    data = "Қылмыстық кодекстің 188-бабы, ұрлық туралы".encode()
    assert decode(data[:-1])[1] == "utf-8"


def test_only_line_ends_and_nul_are_touched() -> None:
    text = "е\u0301 ﬁ \xa0\u200b\ufeff ё\r\nі\0i"
    assert decode(text.encode())[0] == "е\u0301 ﬁ \xa0\u200b\ufeff ё\nіi"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"), min_size=1))
def test_valid_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == (text, "utf-8")


@given(st.binary(), st.text(max_size=12))
def test_any_bytes_become_a_text_that_can_be_stored(data: bytes, hint: str) -> None:
    text, _ = decode(data, hint)
    assert "\0" not in text
    assert "\r\n" not in text
    text.encode()
