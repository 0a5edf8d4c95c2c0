"""A site's own subject index: added to ours, hidden from ours, drafts marked until somebody reads them."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.errors import PhraseInvalid
from casefile.language import SPOKEN, Language
from tests.languages import KAZAKH_FIRST
from vectorstore.analysis import Analyser
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.subject_index.compiled import Compiled, changed, compiled, kept
from vectorstore.subject_index.index import SubjectIndex
from vectorstore.subject_index.phrases import (
    BUILT_IN,
    Article,
    Phrase,
    State,
    built_in,
    changes,
    digest,
    merged,
    read,
)
from vectorstore.subject_index.site import SitePhrases, fitting
from vectorstore.titles import Titles

THEFT = ("K1400000226", "188")
ours_all = cache(built_in)  # read once: 13,000 phrases
NEW = {
    Language.KK: "подъездден самокатымды жымқырып кетті",
    Language.RU: "стырили самокат у подъезда",
    Language.EN: "somebody nicked my scooter outside",
}
KK, RU, EN = SPOKEN


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_a_phrase_is_added_once_and_removed_again(tmp_path: Path, language: Language) -> None:
    site = SitePhrases(tmp_path / "terms")
    assert site.add(THEFT, language, f"  {NEW[language]} ")
    assert not site.add(THEFT, language, NEW[language].upper())
    assert Phrase(THEFT, language, NEW[language]) in site.of(THEFT)
    assert site.remove(THEFT, NEW[language].capitalize())
    assert NEW[language] not in [phrase.text for phrase in site.of(THEFT)]
    assert not site.remove(THEFT, NEW[language])


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_one_of_ours_is_hidden_and_comes_back_when_it_is_added(tmp_path: Path, language: Language) -> None:
    site = SitePhrases(tmp_path)
    ours = next(phrase for phrase in ours_all() if (phrase.article, phrase.language) == (THEFT, language))
    assert site.remove(THEFT, ours.text)
    assert [phrase.state for phrase in site.of(THEFT) if phrase.text == ours.text] == [State.HIDDEN]
    assert ours not in merged(ours_all(), read(tmp_path))
    assert not site.remove(THEFT, ours.text)
    assert site.add(THEFT, language, ours.text)
    assert ours in merged(ours_all(), read(tmp_path))


def test_drafts_are_marked_until_they_are_accepted(tmp_path: Path) -> None:
    site = SitePhrases(tmp_path)
    for language, text in NEW.items():
        assert site.add(THEFT, language, text, State.DRAFT)
    assert not site.add(THEFT, RU, NEW[RU], State.DRAFT)
    assert {phrase.text for phrase in read(tmp_path) if phrase.state is State.DRAFT} == set(NEW.values())
    assert site.accept(THEFT) == 3
    assert {phrase.state for phrase in read(tmp_path)} == {State.REVIEWED}
    assert site.accept(THEFT) == 0


def test_a_person_who_adds_a_draft_has_reviewed_it(tmp_path: Path) -> None:
    site = SitePhrases(tmp_path)
    site.add(THEFT, RU, NEW[RU], State.DRAFT)
    assert site.add(THEFT, RU, NEW[RU])
    assert read(tmp_path) == [Phrase(THEFT, RU, NEW[RU])]


def test_other_articles_and_the_comment_at_the_top_stay(tmp_path: Path) -> None:
    (tmp_path / "K1400000226.tsv").write_text("# ours\r\n\ufeff", encoding="utf-8")
    (tmp_path / "K1400000226.tsv").write_text("# ours\n190\tru\tпродали несуществующую квартиру\n", "utf-8")
    SitePhrases(tmp_path).add(THEFT, RU, NEW[RU])
    text = (tmp_path / "K1400000226.tsv").read_text(encoding="utf-8")
    assert text == f"# ours\n190\tru\tпродали несуществующую квартиру\n188\tru\t{NEW[RU]}\n"


BAD = ["", " ", "a | b", "a\u202eb", "x\x00y", "?!", "слово " * 13, "я" * 121]


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_be_a_phrase_is_refused_and_nothing_changes(tmp_path: Path, text: str) -> None:
    with pytest.raises(PhraseInvalid):
        SitePhrases(tmp_path).add(THEFT, RU, text)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=150))
def test_whatever_is_accepted_is_read_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("site")
    try:
        said = fitting(text)
    except PhraseInvalid:
        return
    SitePhrases(folder).add(THEFT, RU, text)
    assert read(folder) == [Phrase(THEFT, RU, said)]


@pytest.fixture(scope="module")
def table() -> StaticEmbedder:
    return StaticEmbedder.built_in()


def test_what_is_kept_finds_the_same_and_is_not_made_again(tmp_path: Path, table: StaticEmbedder) -> None:
    analyser = Analyser()
    phrases = [Phrase(THEFT, language, text) for language, text in NEW.items()]
    phrases.append(Phrase(("K1400000226", "190"), RU, "продали несуществующую квартиру"))
    made = []

    def make() -> Compiled:
        made.append(1)
        return compiled(phrases, table, analyser)

    path = tmp_path / "subject-index.npz"
    first, second = (SubjectIndex(kept(path, "key", make), Titles(table)) for _ in range(2))
    terms, vector = analyser.query_terms("украли самокат", RU), table.embed_query("украли самокат")
    found = [
        [(article, subjects.of(article)) for article in subjects.best]
        for subjects in (index.find(terms, vector, 5) for index in (first, second))
    ]
    assert found[0] == found[1] != []
    assert len(made) == 1
    kept(path, "another key", make)
    assert len(made) == 2


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_changed_articles_are_as_if_all_had_been_made_anew(
    tmp_path: Path, table: StaticEmbedder, language: Language
) -> None:
    some = {(THEFT[0], article) for article in ("98", "99", "188", "190")}
    ours = [phrase for phrase in ours_all() if phrase.article in some]
    site, analyser = SitePhrases(tmp_path), Analyser()
    site.add(THEFT, language, NEW[language])
    site.add((THEFT[0], "999"), language, f"{NEW[language]} zzz")
    for phrase in ours:
        if phrase.article == (THEFT[0], "98"):
            site.remove(phrase.article, phrase.text)
    by_site = changes(tmp_path)
    assert by_site[THEFT[0], "98"] == []
    made = compiled(merged(ours, read(tmp_path)), table, analyser)
    found = changed(compiled(ours, table, analyser), by_site, table, analyser)
    assert found.articles == made.articles
    for name in ("first", "vectors", "lengths"):
        np.testing.assert_array_equal(getattr(found, name), getattr(made, name))
    assert _gained(found) == _gained(made)


def _gained(made: Compiled) -> dict[tuple[str, Article], float]:
    return {
        (stem, made.articles[made.holders[at]]): float(made.gains[at])
        for stem, n in made.stems.items()
        for at in range(made.starts[n], made.starts[n + 1])
    }


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04nonsense", None])
def test_a_damaged_file_is_made_again(tmp_path: Path, table: StaticEmbedder, damage: bytes | None) -> None:
    phrases = [Phrase(THEFT, RU, NEW[RU])]
    path = tmp_path / "subject-index.npz"
    kept(path, "key", lambda: compiled(phrases, table, Analyser()))
    path.write_bytes(path.read_bytes()[:-200] if damage is None else damage)
    again = kept(path, "key", lambda: compiled(phrases, table, Analyser()))
    assert list(again.articles) == [THEFT]
    assert kept(path, "key", lambda: pytest.fail("made twice")).first.tolist() == [0]


def test_every_change_of_a_file_changes_the_digest(tmp_path: Path) -> None:
    seen = {digest([BUILT_IN, tmp_path])}
    for number in range(3):
        SitePhrases(tmp_path).add(THEFT, RU, f"{NEW[RU]} {number}")
        seen.add(digest([BUILT_IN, tmp_path]))
    assert len(seen) == 4
