"""What we wrote for training holds together: columns, scripts, nothing twice in a file."""

from pathlib import Path

import pytest

from casefile.language import Language
from training.corpus import OWN, read_glossary, read_phrases, read_sentences
from vectorstore.subject_index.phrases import Phrase, State

FILES = sorted([*(OWN / "glossary").glob("*.tsv"), *(OWN / "sentences").glob("*.tsv")])
KAZAKH, CYRILLIC = set("әғқңөұүһі"), set("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_kazakh_russian_english(path: Path) -> None:
    for row in rows(path):
        assert len(row) == 3, row
        assert all(variant.strip() for cell in row for variant in cell.split("|")), row
        assert not KAZAKH & set(row[1].lower()), row
        assert not CYRILLIC & set(row[2].lower()), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_entry_is_twice_in_a_file(path: Path) -> None:
    first = [row[0].split("|")[0].strip().lower() for row in rows(path)]
    assert len(set(first)) == len(first)


def test_no_meaning_is_twice_in_the_glossary() -> None:
    """A word may head two entries where it means two things: then they share no translation."""
    seen: dict[str, set[str]] = {}
    for path in FILES:
        if path.parent.name == "glossary":
            for kazakh, *others in rows(path):
                head = kazakh.split("|")[0].strip().lower()
                said = {variant.strip().lower() for cell in others for variant in cell.split("|")}
                assert not said & seen.get(head, set()), (path.name, head)
                seen[head] = seen.get(head, set()) | said
    assert len(seen) >= 3_000


def test_sentences_are_many_and_each_is_there_once() -> None:
    said = [
        cell.lower()
        for path in FILES
        if path.parent.name == "sentences"
        for row in rows(path)
        for cell in row
    ]
    assert len(said) >= 3 * 2_000
    assert len(set(said)) == len(said)


def test_glossary_pairs_every_variant_with_the_first_of_each_language() -> None:
    pairs = {(pair.left, pair.right) for pair in read_glossary(OWN / "glossary")}
    assert {("алаяқтық", "мошенничество"), ("мошенничество", "fraud")} <= pairs
    assert all(pair.left_language != pair.right_language for pair in read_sentences(OWN / "sentences"))


def test_drafts_teach_nothing() -> None:
    article = ("K1400000226", "188")
    known = [Phrase(article, Language.RU, "украли телефон"), Phrase(article, Language.EN, "stolen phone")]
    assert [*read_phrases(known)]
    assert not [*read_phrases([known[0], Phrase(article, Language.EN, "stolen phone", State.DRAFT)])]
