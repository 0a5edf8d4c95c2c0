"""What every lexical index promises."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casefile.errors import IndexUnusable
from casefile.language import Language
from casefile.locator import Locator
from casefile.passage import Passage
from vectorstore.analysis import Analyser
from vectorstore.memory import MemoryLexical
from vectorstore.ports import LexicalIndex
from vectorstore.tantivy_index import TantivyIndex

ANALYSER = Analyser()
KK, RU, EN, UND = Language.KK, Language.RU, Language.EN, Language.UND


def passage(id_: str, text: str, language: Language = RU, context: str = "") -> Passage:
    return Passage(id_, "doc", Locator(1, 0, len(text)), text, language, context)


def ids(index: LexicalIndex, query: str, language: Language, limit: int = 10) -> list[str]:
    return [id_ for id_, _ in index.search(query, language, limit)]


@pytest.fixture(params=["memory", "tantivy"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LexicalIndex]:
    makers: dict[str, Callable[[], LexicalIndex]] = {
        "memory": lambda: MemoryLexical(ANALYSER),
        "tantivy": lambda: TantivyIndex(tmp_path / "lexical", ANALYSER),
    }
    made = makers[request.param]()
    yield made
    made.close()


def filled(index: LexicalIndex, *passages: Passage) -> LexicalIndex:
    index.upsert(passages)
    index.commit()
    return index


def test_an_empty_index_finds_nothing(index: LexicalIndex) -> None:
    index.commit()
    assert index.search("кража", RU, 10) == []
    assert index.count() == 0


def test_nothing_shows_before_commit(index: LexicalIndex) -> None:
    index.upsert([passage("a", "кража")])
    assert (index.count(), ids(index, "кража", RU)) == (0, [])
    index.commit()
    assert (index.count(), ids(index, "кража", RU)) == (1, ["a"])
    index.delete(["a"])
    assert ids(index, "кража", RU) == ["a"]
    index.commit()
    assert (index.count(), ids(index, "кража", RU)) == (0, [])


def test_writing_twice_is_writing_once(index: LexicalIndex) -> None:
    one = passage("a", "кража")
    filled(index, one, one)
    filled(index, one)
    assert (index.count(), ids(index, "кража", RU)) == (1, ["a"])


def test_a_passage_written_again_is_found_by_its_new_words_only(index: LexicalIndex) -> None:
    filled(index, passage("a", "кража"))
    filled(index, passage("a", "грабеж"))
    assert (ids(index, "кража", RU), ids(index, "грабеж", RU)) == ([], ["a"])


def test_the_last_word_of_one_round_counts(index: LexicalIndex) -> None:
    index.upsert([passage("a", "кража"), passage("b", "кража")])
    index.delete(["a", "never there"])
    index.upsert([passage("b", "грабеж")])
    index.commit()
    assert (ids(index, "кража", RU), ids(index, "грабеж", RU)) == ([], ["b"])


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        (KK, "Алаяқтық үшін айыппұл салынады", "алаяқтықтың"),
        (KK, "Алаяқтық үшін айыппұл салынады", "алаяктык"),
        (KK, "188-бап. Ұрлық", "188"),
        (RU, "Тайное хищение, то есть кража", "кражу"),
        (RU, "Статья 188-1. Скотокрадство", "188-1"),
        (EN, "Whoever commits theft shall be punished", "thefts"),
    ],
)
def test_other_forms_and_spellings_find_the_passage(
    index: LexicalIndex, language: Language, text: str, query: str
) -> None:
    filled(index, passage("other", "нечто иное мүлдем басқа something else", language))
    filled(index, passage("it", text, language))
    assert ids(index, query, language) == ["it"]


def test_the_form_as_asked_comes_before_its_folded_twin(index: LexicalIndex) -> None:
    filled(index, passage("folded", "бул кылмыс", KK), passage("exact", "бұл қылмыс", KK))
    assert ids(index, "қылмыс", KK) == ["exact", "folded"]
    assert ids(index, "кылмыс", KK) == ["folded", "exact"]


def test_an_article_comes_before_the_one_inserted_after_it(index: LexicalIndex) -> None:
    filled(index, passage("188-1", "Статья 188-1. Норма"), passage("188", "Статья 188. Норма"))
    assert ids(index, "статья 188", RU) == ["188", "188-1"]
    assert ids(index, "статья 188-1", RU) == ["188-1", "188"]


def test_the_context_line_is_searched_too(index: LexicalIndex) -> None:
    filled(index, passage("a", "наказывается штрафом", context="Статья 188. Кража"), passage("b", "иное"))
    assert ids(index, "кража", RU) == ["a"]


def test_a_kazakh_question_finds_a_loan_in_russian_text_and_the_reverse(index: LexicalIndex) -> None:
    filled(index, passage("ru", "сотрудник полиции"), passage("kk", "полицияның қызметкері", KK))
    assert set(ids(index, "полицияға", KK)) == {"ru", "kk"}
    assert set(ids(index, "полицией", RU)) == {"ru", "kk"}
    assert set(ids(index, "полиция", UND)) == {"ru", "kk"}


def test_equal_passages_come_by_id_even_at_the_limit(index: LexicalIndex) -> None:
    for id_ in "dbca":
        filled(index, passage(id_, "кража"))
    assert ids(index, "кража", RU) == ["a", "b", "c", "d"]
    assert ids(index, "кража", RU, limit=2) == ["a", "b"]


@pytest.mark.parametrize(
    "query", ["", " ", "?!…", 'id:"a" OR (', "* AND -кража~ ^3 [a TO b]", "\x00\ud800"[:1]]
)
def test_a_question_is_words_and_never_syntax(index: LexicalIndex, query: str) -> None:
    filled(index, passage("a", "кража"))
    assert ids(index, query, RU) in ([], ["a"])


def test_a_question_of_ten_thousand_words_keeps_its_rarest(index: LexicalIndex) -> None:
    filled(index, passage("rare", "яшма"), *(passage(f"{n:03}", f"слово{n % 100} общее") for n in range(200)))
    query = " ".join(f"слово{n % 100} общее неведомое{n}" for n in range(3_400)) + " яшма"
    assert "rare" in ids(index, query, RU, limit=300)


def test_rarity_falls_with_frequency_and_names_the_stems(index: LexicalIndex) -> None:
    filled(index, passage("a", "кража дома"), passage("b", "кража", context="грабеж"), passage("c", "кража"))
    rarity = index.rarity("Кража грабежа или яшма", RU)
    assert list(rarity) == ["краж", "грабеж", "яшм"]
    assert rarity["краж"] < rarity["грабеж"] < rarity["яшм"]


def test_tantivy_ranks_as_bm25_written_plainly(tmp_path: Path, shared: Path) -> None:
    passages = articles(shared / "laws" / "ru" / "criminal_code.jsonl", RU)[:120]
    memory, disk = MemoryLexical(ANALYSER), TantivyIndex(tmp_path, ANALYSER)
    filled(memory, *passages)
    filled(disk, *passages)
    for query in ("тайное хищение чужого имущества", "умышленное причинение смерти", "штраф 160"):
        plain, found = dict(memory.search(query, RU, 200)), dict(disk.search(query, RU, 200))
        assert plain.keys() == found.keys()
        assert found == pytest.approx(plain, rel=0.1)  # tantivy keeps a passage's length in one byte
        assert memory.rarity(query, RU) == pytest.approx(disk.rarity(query, RU))
    disk.close()


def articles(path: Path, language: Language) -> list[Passage]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        passage(
            f"{row['article']}-{hashlib.sha256(row['text'].encode()).hexdigest()[:6]}", row["text"], language
        )
        for row in rows
        if row["text"]
    ]


@pytest.mark.parametrize(
    ("file", "language", "asked"),
    [
        (
            "ru/criminal_code.jsonl",
            RU,
            {
                "тайные хищения чужих имуществ": "188",
                "убийство, противоправное умышленное причинение смерти другому человеку": "99",
                "незаконной охоте": "337",
                "захватом заложников": "261",
                "государственная измена": "175",
            },
        ),
        (
            "kk/parliament_law_2529.jsonl",
            KK,
            {
                "депутаттардың куәліктері мен омырау белгілері": "35",
                "депутатка тииспеу": "32",
                "палаталар төрағалары": "9",
            },
        ),
    ],
)
def test_an_article_is_found_by_inflected_forms_of_its_own_words(
    tmp_path: Path, shared: Path, file: str, language: Language, asked: dict[str, str]
) -> None:
    index = TantivyIndex(tmp_path, ANALYSER)
    filled(index, *articles(shared / "laws" / file, language))
    for query, article in asked.items():
        assert article in [id_.rsplit("-", 1)[0] for id_ in ids(index, query, language, limit=5)], query
    index.close()


def test_tantivy_keeps_what_was_committed_and_drops_the_rest(tmp_path: Path) -> None:
    index = filled(TantivyIndex(tmp_path, ANALYSER), passage("a", "кража"))
    index.upsert([passage("b", "кража")])
    index.close()
    again = TantivyIndex(tmp_path, ANALYSER)
    assert ids(again, "кража", RU) == ["a"]
    filled(again, passage("c", "кража"))
    again.close()
    assert TantivyIndex(tmp_path, ANALYSER).count() == 2


def test_reading_needs_no_lock_and_a_second_writer_is_refused(tmp_path: Path) -> None:
    first = filled(TantivyIndex(tmp_path, ANALYSER), passage("a", "кража"))
    second = TantivyIndex(tmp_path, ANALYSER)
    assert ids(second, "кража", RU) == ["a"]
    with pytest.raises(IndexUnusable):
        second.upsert([passage("b", "кража")])
    first.close()
    filled(second, passage("b", "кража"))
    assert second.count() == 2
    second.close()


@pytest.mark.parametrize("damage", ["meta.json", "*.store", "*.term", "*.idx"])
def test_a_damaged_tantivy_folder_is_reported(tmp_path: Path, damage: str) -> None:
    filled(TantivyIndex(tmp_path, ANALYSER), passage("a", "кража")).close()
    for file in tmp_path.glob(damage):
        file.write_bytes(file.read_bytes()[:7])
    with pytest.raises(IndexUnusable) as caught:
        ids(TantivyIndex(tmp_path, ANALYSER), "кража", RU)
    assert caught.value.facts["path"] == str(tmp_path)
