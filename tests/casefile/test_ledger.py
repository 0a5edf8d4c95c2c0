"""The store of record: what is visible, when, and what survives."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import casefile.ledger
from casefile.answer import Unread
from casefile.document import RECOGNISED, DocumentState, Page, with_hidden
from casefile.errors import DataDamaged, DataNewer, DocumentUnknown, PageUnknown
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.ledger import Ledger
from casefile.locator import Locator
from casefile.passage import Concealed, Passage, passage_id
from casefile.sqlite import Store

TEXTS = {
    Language.KK: "Ұялы телефон алынды.",
    Language.RU: "Изъят телефон.",
    Language.EN: "A phone was seized.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path / "ledger.sqlite")
    yield opened
    opened.close()


def passage(document: str, text: str, language: Language = Language.RU, law: LawRef | None = None) -> Passage:
    id_ = passage_id(document, 1, 0, len(text), "test")
    return Passage(id_, document, Locator(1, 0, len(text), law), text, language, "context")


def keep(ledger: Ledger, document: str, path: str, text: str, law: LawRef | None = None) -> Passage:
    ledger.documents.receive(document, path, size=1, received_by="tests")
    made = passage(document, text, law=law)
    ledger.documents.keep_reading(document, "title", "text/plain", [Page(1, text), made])
    return made


@pytest.mark.parametrize("language", TEXTS)
def test_page_and_passage_come_back_as_they_went_in(ledger: Ledger, language: Language) -> None:
    text, law = TEXTS[language], LawRef("K1400000226", "190-1", part="2")
    page = Page(1, text, how="row", context="law", law=law, language=language)
    made = passage("d1", text, language, law)
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    ledger.documents.keep_reading("d1", "title", "text/plain", [page, made])
    assert ledger.documents.page("d1", 1) == page
    assert ledger.passages.of("d1") == [made]
    assert ledger.documents.get("d1").language is language


def test_passage_is_visible_only_once_its_document_is_indexed(ledger: Ledger) -> None:
    made = keep(ledger, "d1", "/a", "text")
    assert ledger.passages.get([made.id]) == {}
    ledger.documents.mark_indexed([("d1", "/a")], [])
    assert ledger.passages.get([made.id]) == {made.id: made}
    assert ledger.documents.counts().passages == 1


def test_new_version_of_a_path_hides_the_old_one_when_it_is_complete(ledger: Ledger) -> None:
    old = keep(ledger, "old", "/a", "old text")
    ledger.documents.mark_indexed([("old", "/a")], [])
    new = keep(ledger, "new", "/a", "new text")
    assert set(ledger.passages.get([old.id, new.id])) == {old.id}
    ledger.documents.mark_indexed([("new", "/a")], ledger.documents.replaced_by("new", "/a"))
    assert set(ledger.passages.get([old.id, new.id])) == {new.id}
    assert ledger.documents.get("old").state is DocumentState.SUPERSEDED


def test_document_seen_at_a_second_path_outlives_the_change_of_the_first(ledger: Ledger) -> None:
    keep(ledger, "old", "/a", "text")
    ledger.documents.mark_indexed([("old", "/a")], [])
    assert ledger.documents.receive("old", "/b", size=1, received_by="tests") is DocumentState.INDEXED
    keep(ledger, "new", "/a", "new text")
    assert ledger.documents.replaced_by("new", "/a") == []


def test_reading_that_breaks_off_is_replaced_by_the_next(ledger: Ledger) -> None:
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")

    def breaks() -> Iterator[Page | Passage]:
        yield Page(1, "text")
        raise OSError

    with pytest.raises(OSError):
        ledger.documents.keep_reading("d1", "title", "text/plain", breaks())
    assert ledger.documents.get("d1").state is DocumentState.RECEIVED
    assert ledger.documents.unfinished() == [("d1", "/a")]
    keep(ledger, "d1", "/a", "text")
    assert ledger.documents.reading_counts("d1").passages == 1


def test_unread_page_and_unread_document_are_counted(ledger: Ledger) -> None:
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    ledger.documents.keep_reading("d1", "t", "application/pdf", [Page(1, unread="no_text_layer")])
    ledger.documents.mark_indexed([("d1", "/a")], [])
    ledger.documents.receive("d2", "/b", size=1, received_by="tests")
    ledger.documents.refuse("d2", "/b", "file_encrypted")
    assert ledger.documents.counts().unread_pages == 2
    assert ledger.documents.get("d2").reason == "file_encrypted"
    assert ledger.documents.unread(9) == [
        Unread("d2", "b", 0, "file_encrypted"),
        Unread("d1", "t", 1, "no_text_layer"),
    ]
    assert len(ledger.documents.unread(1)) == 1


def test_reference_without_act_finds_the_article_in_every_act(ledger: Ledger) -> None:
    one = keep(ledger, "d1", "/a", "one", LawRef("K1400000226", "188", part="2"))
    two = keep(ledger, "d2", "/b", "two", LawRef("K1400000235", "188"))
    ledger.documents.mark_indexed([("d1", "/a"), ("d2", "/b")], [])
    assert {p.id for p in ledger.passages.at(LawRef(article="188"), 10)} == {one.id, two.id}
    assert [p.id for p in ledger.passages.at(LawRef("K1400000226", "188"), 10)] == [one.id]
    assert ledger.passages.at(LawRef("K1400000226", "188", part="3"), 10) == []


def test_vectors_come_back_by_model(ledger: Ledger) -> None:
    made = keep(ledger, "d1", "/a", "text")
    ledger.documents.mark_indexed([("d1", "/a")], [])
    ledger.vectors.keep("model-a", [(made.id, b"1234")])
    assert list(ledger.vectors.visible("model-a", 10)) == [[(made, b"1234")]]
    assert list(ledger.vectors.visible("model-b", 10)) == [[(made, None)]]


def test_every_change_is_an_event(ledger: Ledger) -> None:
    keep(ledger, "d1", "/a", "text")
    ledger.documents.mark_indexed([("d1", "/a")], [])
    assert [event[1] for event in ledger.journal.events()] == ["received", "indexed"]


def test_torn_passage_is_noticed(ledger: Ledger) -> None:
    text = "page text"
    torn = Passage("p1", "d1", Locator(1, 0, 4), "else", Language.EN, "")
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    assert ledger.sound()
    ledger.documents.keep_reading("d1", "t", "text/plain", [Page(1, text), torn])
    assert not ledger.sound()


def test_unknown_document_and_page_are_named(ledger: Ledger) -> None:
    with pytest.raises(DocumentUnknown):
        ledger.documents.get("nothing")
    keep(ledger, "d1", "/a", "text")
    with pytest.raises(PageUnknown) as caught:
        ledger.documents.page("d1", 7)
    assert caught.value.facts["pages"] == "1"


def test_ledger_of_a_later_version_is_refused(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "ledger.sqlite") as later:
        later.execute("PRAGMA user_version=99")
    with pytest.raises(DataNewer):
        Ledger(tmp_path / "ledger.sqlite")


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_concealed_is_kept_so(ledger: Ledger, language: Language) -> None:
    shown, hidden = TEXTS[language], TEXTS[language][::-1]
    text, start = with_hidden(shown, hidden)
    assert start is not None
    made = replace(passage("d1", hidden), locator=Locator(1, start, len(text)), concealed=Concealed.HIDDEN)
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    ledger.documents.keep_reading("d1", "t", "text/html", [Page(1, text, hidden_from=start), made])
    ledger.documents.mark_indexed([("d1", "/a")], [])
    assert ledger.passages.of("d1") == [made]
    page = ledger.documents.page("d1", 1)
    assert (page.shown.strip(), page.text[page.hidden_from :]) == (shown, hidden)
    assert ledger.sound()


def test_deleted_passages_of_before_are_known_as_such(tmp_path: Path) -> None:
    path, folder = tmp_path / "ledger.sqlite", Path(casefile.ledger.__file__).parent
    schema, *older = [(folder / name).read_text() for name in ("schema.sql", *casefile.ledger.CHANGES[:2])]
    before = Store(path, schema, 3, older)
    with before.transaction() as sql:
        sql.execute("INSERT INTO documents VALUES ('d1', 't', '', 'ru', 1, '', 'indexed', '', '')")
        for page, how in ((1, "text"), (2, "deleted")):
            sql.execute("INSERT INTO pages VALUES ('d1', ?, 'text', '', ?, '', 'ru', '')", (page, how))
            sql.execute(
                "INSERT INTO passages VALUES (?, 'd1', ?, 0, 4, 'text', 'ru', '', 0, '', '', '', '', '', 0)",
                (f"p{page}", page),
            )
    before.close()
    ledger = Ledger(path)
    assert [p.concealed for p in ledger.passages.of("d1")] == [Concealed.NO, Concealed.DELETED]
    assert ledger.documents.page("d1", 1).hidden_from is None
    ledger.close()


def test_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DataDamaged):
        Ledger(tmp_path / "ledger.sqlite")


def test_a_conversation_is_there_after_a_restart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    for record in ("r1", "r2", "r3"):
        ledger.journal.keep_answer(record, "{}", "{}")
    ledger.turns.add("talk", "r1", "aigul", ["b", "a"])
    ledger.turns.add("talk", "r2", "yerlan", ["a"])
    ledger.turns.add("talk", "r3", "aigul", ["a"])
    ledger.close()
    again = Ledger(tmp_path / "ledger.sqlite")
    kept = again.turns.of("talk", "aigul")
    assert [(turn.record, turn.collections) for turn in kept] == [("r1", {"a", "b"}), ("r3", {"a"})]
    assert again.turns.of("other", "aigul") == []
    again.close()


def test_a_ledger_of_the_first_format_is_brought_along(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    schema = (Path(casefile.ledger.__file__).parent / "schema.sql").read_text()
    first = Store(path, schema, 1)
    with first.transaction() as sql:
        sql.execute("INSERT INTO records VALUES ('old', '2026-01-01', '{}', '{}')")
        sql.execute("INSERT INTO documents VALUES ('d1', 't', '', 'ru', 1, '', 'indexed', '', '')")
        sql.execute(
            "INSERT INTO passages VALUES ('p1', 'd1', 1, 0, 4, 'text', 'ru', 'c', 0, '', '', '', '', '')"
        )
    first.close()
    ledger = Ledger(path)
    assert ledger.passages.of("d1") == [Passage("p1", "d1", Locator(1, 0, 4), "text", Language.RU, "c")]
    ledger.turns.add("talk", "old", "", ["a"])
    assert ledger.journal.answer("old") == ("{}", "{}")
    assert [turn.record for turn in ledger.turns.of("talk", "")] == ["old"]
    ledger.close()
    Ledger(path).close()  # once and for all
    with pytest.raises(DataNewer):  # the program of before leaves it alone
        Store(path, schema, 1)


@pytest.mark.parametrize("brought", [1, 2, 3])
def test_older_passages_are_not_recognised_and_new_ones_may_be(tmp_path: Path, brought: int) -> None:
    path, folder = tmp_path / "ledger.sqlite", Path(casefile.ledger.__file__).parent
    older = [(folder / name).read_text() for name in ("schema.sql", *casefile.ledger.CHANGES)][:brought]
    Store(path, older[0], brought, older[1:]).close()
    ledger = Ledger(path)
    text = TEXTS[Language.KK]
    made = replace(passage("d1", text), recognised=True)
    ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    ledger.documents.keep_reading("d1", "t", "application/pdf", [Page(1, text, how=RECOGNISED), made])
    ledger.documents.mark_indexed([("d1", "/a")], [])
    assert ledger.passages.of("d1") == [made]
    assert ledger.passages.get([made.id]) == {made.id: made}
    assert ledger.documents.page("d1", 1).recognised
    ledger.close()
