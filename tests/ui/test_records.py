"""Kept answers: listed, replayed and verified, and what is said when something is no longer as it was."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answered import Answered
from assistant.models.scripted import ScriptedModel
from assistant.ports import Message
from casefile.collection import CollectionKind
from casefile.errors import DataDamaged, RecordOutdated, RecordUnknown
from casefile.language import SPOKEN, Language
from ingest.outcome import Incoming
from tests.ui.test_contract import holds
from ui.cli import records as commands
from ui.contract_records import proofs_json, recorded_json, replay_json
from ui.desk import Desk, Parts
from ui.settings import Settings
from ui.speech import explain, say
from ui.wiring import open_desk

QUESTIONS = {
    Language.KK: "Құрылғы иесіне қандай мерзімде қайтарылады?",
    Language.RU: "В какой срок устройство возвращают владельцу?",
    Language.EN: "What is the SHA-256 of the image of the suspect's telephone?",
}
EVERYWHERE = ["law", "guidance", "case"]

Records = dict[Language, str]  # id by language of the question


@dataclass(frozen=True, slots=True)
class Asked:
    """The training case with an answer on record in each language, and what its desk was made of."""

    data: Path
    records: Records
    parts: Parts


@contextmanager
def desk_at(data: Path, parts: Parts) -> Iterator[Desk]:
    """A desk of parts that have been loaded once: nothing in them knows the directory."""
    with closing(Desk(data, parts)) as desk:
        yield desk


def ask(desk: Desk, question: str, language: Language, names: list[str] = EVERYWHERE) -> str:
    *_, last = desk.ask(question, names, language)
    assert isinstance(last, Answered)
    return last.answer.record


@pytest.fixture(scope="module")
def asked(training: Path, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    data = Path(shutil.copytree(training, tmp_path_factory.mktemp("records") / "data"))
    for ledger in data.glob("collections/*/ledger.sqlite"):  # other tests ask the training case too
        with closing(sqlite3.connect(ledger)) as sql, sql:
            sql.execute("DELETE FROM turns")
            sql.execute("DELETE FROM records")
    with closing(open_desk(Settings(data=data))) as desk:
        records = {language: ask(desk, text, language) for language, text in QUESTIONS.items()}
        return Asked(data, records, desk._parts)


@pytest.fixture
def data(asked: Asked, tmp_path: Path) -> Path:
    return Path(shutil.copytree(asked.data, tmp_path / "data"))


@pytest.fixture
def kept(asked: Asked) -> Records:
    return asked.records


@pytest.fixture
def parts(asked: Asked) -> Parts:
    return asked.parts


def ledgers(data: Path) -> list[Path]:
    return sorted(data.glob("collections/*/ledger.sqlite"))


def change(data: Path, statement: str, *values: object) -> int:
    """In every ledger, behind the back of the program. How many rows it met."""
    met = 0
    for ledger in ledgers(data):
        with closing(sqlite3.connect(ledger)) as sql:
            met += sql.execute(statement, values).rowcount
            sql.commit()
    return met


def take_in(desk: Desk, path: Path) -> None:
    list(desk.ingest("case", CollectionKind.CASE, [Incoming(path, str(path))], received_by="test"))


def replayed(desk: Desk, record: str) -> Any:  # Any: JSON
    told = json.loads(json.dumps(replay_json(desk.replay(record))))
    holds("replay", told)
    return told


def verified(desk: Desk, record: str) -> Any:  # Any: JSON
    told = json.loads(json.dumps(proofs_json(desk.verify(record))))
    holds("proofs", told)
    return told


def first_citation(desk: Desk, record: str) -> Any:  # Any: JSON
    return desk.kept(record).answer["citations"][0]


@pytest.mark.parametrize("language", SPOKEN)
def test_an_answer_is_replayed_and_verified_after_a_restart(
    data: Path, kept: Records, parts: Parts, language: Language
) -> None:
    with desk_at(data, parts) as desk:
        again = replayed(desk, kept[language])
        proofs = verified(desk, kept[language][:6])
    assert again["identical"] and again["passages"] == 12
    assert again["differences"] == again["settings"] == again["statements"] == []
    assert proofs["record"] == kept[language] and proofs["question"] == QUESTIONS[language]
    assert proofs["citations"] and {one["standing"] for one in proofs["citations"]} == {"stands"}


@pytest.mark.parametrize("language", SPOKEN)
def test_commands_speak_the_language_of_the_user(
    data: Path,
    kept: Records,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DALEL_LANG", language)
    assert commands.replay(kept[language], data, as_json=False) == 0
    assert commands.verify(kept[language], data, as_json=False) == 0
    commands.list_records([], data, as_json=False)
    said = capsys.readouterr().out
    assert say("replay.identical", language, passages=12) in said
    assert say("replay.verdicts_same", language) in said
    assert f"[1] {say('proof.stands', language)} — " in said
    assert said.count(QUESTIONS[language]) == 3


def test_the_record_alone_says_what_was_searched_and_with_what(
    data: Path, kept: Records, parts: Parts
) -> None:
    with desk_at(data, parts) as desk:
        one = desk.kept(kept[Language.RU])
    provenance = one.provenance
    assert one.collection.name == "case" and one.answer["record"] == kept[Language.RU]
    assert [(one["name"], one["kind"]) for one in provenance["collections"]] == [(n, n) for n in EVERYWHERE]
    assert (provenance["format"], provenance["limit"], provenance["fallback"]) == (2, 12, "ru")
    named = ("program", "indexes", "splitter", "lexicon", "subject_index", "sentences")
    assert all(provenance["versions"][what] for what in named)
    for hit in provenance["hits"]:
        assert {"document", "page", "start", "end", "text_sha256", "score", "evidence", "channels"} <= set(
            hit
        )


def test_rebuilt_indexes_give_the_same(data: Path, kept: Records, parts: Parts) -> None:
    with desk_at(data, parts) as desk:
        list(desk.examine(rebuild=True))
        assert all(desk.replay(record).identical for record in kept.values())


def test_a_grown_collection_is_told_by_what_is_new(
    data: Path, kept: Records, parts: Parts, tmp_path: Path
) -> None:
    more = tmp_path / "Рапорт.txt"
    more.write_text(f"{QUESTIONS[Language.RU]} Устройство возвращают владельцу в срок 10 суток.")
    with desk_at(data, parts) as desk:
        take_in(desk, more)
        again, proofs = replayed(desk, kept[Language.RU]), verified(desk, kept[Language.RU])
    assert not again["identical"] and proofs["stand"]
    [new] = [one for one in again["differences"] if one["change"] == "new"]
    assert (new["title"], new["was"]) == ("Рапорт", None)
    assert {one["why"] for one in again["differences"] if one["change"] == "missing"} == {"outranked"}


def test_a_replaced_document_is_named_and_its_citations_stand(
    data: Path, parts: Parts, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The drone was seized near the airport on 5 May 2026.")
    with desk_at(data, parts) as desk:
        take_in(desk, path)
        record = ask(desk, "When was the drone seized near the airport?", Language.EN, ["case"])
        path.write_text("Nothing was seized.")
        take_in(desk, path)
        again, proofs = replayed(desk, record), verified(desk, record)
    [gone] = [one for one in again["differences"] if one["why"] == "replaced"]
    assert gone["title"] == "report" and gone["was"]["rank"] == 1
    assert proofs["citations"] and proofs["stand"]


@pytest.mark.parametrize("standing", ["original_changed", "original_missing"])
def test_an_original_that_is_not_what_was_received_proves_nothing(
    data: Path, kept: Records, parts: Parts, standing: str
) -> None:
    with desk_at(data, parts) as desk:
        for record in kept.values():
            document = first_citation(desk, record)["document"]
            for original in data.glob(f"collections/*/originals/{document[:2]}/{document[2:]}"):
                original.chmod(0o600)
                if standing == "original_changed":
                    original.write_bytes(original.read_bytes() + b" ")
                else:
                    original.unlink()
            first, *_ = verified(desk, record)["citations"]
            assert (first["standing"], first["in_ledger"], first["in_original"]) == (standing, True, False)


def test_a_page_that_was_changed_in_the_ledger_is_told(
    data: Path, kept: Records, parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    with desk_at(data, parts) as desk:
        one = first_citation(desk, kept[Language.RU])
    place = (one["quote"], one["document"], one["locator"]["page"])
    statement = "UPDATE pages SET text = replace(text, ?, 'x') WHERE document = ? AND number = ?"
    assert change(data, statement, *place)
    assert commands.verify(kept[Language.RU], data, as_json=False) == 1
    assert say("proof.page_changed_in_ledger", Language.EN) in capsys.readouterr().out


def test_a_passage_that_was_changed_in_the_ledger_is_told(data: Path, kept: Records, parts: Parts) -> None:
    with desk_at(data, parts) as desk:
        passage = first_citation(desk, kept[Language.RU])["passage"]
        assert change(data, "UPDATE passages SET text = 'x' || text WHERE id = ?", passage)
        again = replayed(desk, kept[Language.RU])
    assert ("text", passage) in {(one["change"], one["passage"]) for one in again["differences"]}


def test_an_erased_document_is_said_to_be_erased(
    data: Path, kept: Records, parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    record = kept[Language.KK]
    with desk_at(data, parts) as desk:
        document = first_citation(desk, record)["document"]
    change(
        data, "DELETE FROM vectors WHERE passage IN (SELECT id FROM passages WHERE document = ?)", document
    )
    for table in ("passages", "pages", "paths"):
        assert change(data, f"DELETE FROM {table} WHERE document = ?", document)  # noqa: S608 our own names
    assert change(data, "DELETE FROM documents WHERE id = ?", document)
    assert commands.verify(record, data, as_json=False) == 1
    assert f"[1] {say('proof.document_erased', Language.EN)} — " in capsys.readouterr().out
    assert commands.replay(record, data, as_json=False) == 1
    assert say("replay.why.erased", Language.EN) in capsys.readouterr().out


SAID = "Устройство возвращается владельцу не позднее десяти суток"


def reply(messages: Sequence[Message]) -> str:
    """One statement that its quote proves, and one that it does not."""
    id_ = messages[1].text.partition(SAID)[0].rpartition("[P")[2][:2]
    quotes = [{"id": f"P{id_}", "quote": SAID}]
    texts = (f"{SAID}.", "Устройство возвращается через 90 суток.")
    return json.dumps({"claims": [{"text": text, "quotes": quotes} for text in texts]}, ensure_ascii=False)


def test_a_reply_of_the_model_is_verified_again_and_the_model_is_not_asked(data: Path, parts: Parts) -> None:
    model = ScriptedModel(reply)
    with desk_at(data, replace(parts, model=model)) as desk:
        record = ask(desk, QUESTIONS[Language.RU], Language.RU)
        asked = len(model.asked)
        assert desk.replay(record).identical
        assert len(model.asked) == asked > 0
        verdicts = desk.kept(record).provenance["verdicts"]
        assert [one["verdict"] for one in verdicts] == ["supported", "partly"]
        passage = verdicts[0]["quotes"][0]["passage"]
        change(data, "UPDATE passages SET text = replace(text, 'десяти', 'двадцати') WHERE id = ?", passage)
        statements = replayed(desk, record)["statements"]
    assert ("supported", "unsupported") in {(one["was"], one["now"]) for one in statements}


def test_settings_that_changed_are_named_and_are_no_difference(
    data: Path, kept: Records, parts: Parts
) -> None:
    old = "json_set(provenance, '$.versions.indexes', 'chroma-0', '$.collections[0].embedder', 'older')"
    change(data, f"UPDATE records SET provenance = {old}")  # noqa: S608 our own words
    with desk_at(data, replace(parts, floor=0.31)) as desk:
        again = replayed(desk, kept[Language.KK])
    assert again["identical"]
    changed = {one["what"]: (one["was"], one["now"]) for one in again["settings"]}
    assert changed.keys() == {"floor", "indexes", "embedder"}
    assert changed["floor"] == ("0.2", "0.31")
    assert changed["indexes"][0] == "chroma-0" and changed["embedder"][0] == "older"


def test_refusals_are_replayed_and_have_nothing_to_prove(data: Path, parts: Parts) -> None:
    with desk_at(data, parts) as desk:
        record = ask(desk, "Как печь хлеб на дрожжах?", Language.RU, ["case"])
        again, proofs = replayed(desk, record), verified(desk, record)
    assert again["identical"] and again["refused"] == {"was": True, "now": True}
    assert proofs["stand"] and proofs["citations"] == []


def test_records_are_listed_newest_first_and_by_collection(data: Path, kept: Records, parts: Parts) -> None:
    with desk_at(data, parts) as desk:
        law = ask(desk, QUESTIONS[Language.RU] + " " + "а" * 100, Language.RU, ["law"])
        change(data, "UPDATE records SET at = '2030-01-01T00:00:00+00:00' WHERE id = ?", law)
        listed = [recorded_json(one) for one in desk.records()]
        assert [one.entry.id for one in desk.records(["law"])] == [law]
        assert desk.records(["guidance"]) == []
    newest, *older = listed
    assert newest["record"] == law and newest["question"] == (QUESTIONS[Language.RU] + " " + "а" * 100)[:80]
    assert {one["record"] for one in older} == set(kept.values())
    for one in listed:
        holds("record", one)


@pytest.mark.parametrize("language", SPOKEN)
def test_an_id_that_names_no_record_or_several_is_refused(
    data: Path, parts: Parts, language: Language
) -> None:
    change(data, "INSERT INTO records SELECT 'abcdef' || substr(id, 7), at, answer, provenance FROM records")
    with desk_at(data, parts) as desk:
        for id_ in ("0" * 32, "abcdef", "", "abc"):
            with pytest.raises(RecordUnknown) as caught:
                desk.replay(id_)
            assert explain(caught.value, language).startswith(f"{id_}: ")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_record_of_an_older_format_is_verified_though_not_replayed(
    data: Path, kept: Records, parts: Parts, language: Language
) -> None:
    change(data, "UPDATE records SET provenance = json_set(provenance, '$.format', 1)")
    with desk_at(data, parts) as desk:
        assert desk.verify(kept[language]).stand
        with pytest.raises(RecordOutdated) as caught:
            desk.replay(kept[language])
    assert "dalel verify" in explain(caught.value, language)


def test_a_record_that_is_no_json_harms_no_other(data: Path, kept: Records, parts: Parts) -> None:
    change(data, "UPDATE records SET provenance = '', answer = '{' WHERE id = ?", kept[Language.KK])
    change(data, "UPDATE records SET answer = '{}' WHERE id = ?", kept[Language.EN])
    with desk_at(data, parts) as desk:
        assert len(desk.records()) == len(kept)
        assert desk.verify(kept[Language.RU]).stand
        for language in (Language.KK, Language.EN):
            with pytest.raises(DataDamaged):
                desk.verify(kept[language])
