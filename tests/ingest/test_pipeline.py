"""Files into a compartment: every file one outcome, repeating is harmless, nothing half visible."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.clock import now
from casefile.collection import Collection, CollectionKind
from casefile.document import DocumentState
from casefile.errors import DataDamaged, FileEmpty, FileMissing, FileTypeUnknown, FileUnreadable
from casefile.language import Language
from ingest.outcome import Failed, Indexed, Outcome, Unchanged
from ingest.pipeline import take_in
from ingest.walk import files_under
from tests.scanned import scanned
from vectorstore.analysis.analyser import Analyser
from vectorstore.compartment import Compartment, IndexMakers
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.language import LetterAndProfileIdentifier
from vectorstore.memory import MemoryDense, MemoryLexical

TEXTS = {
    Language.KK: "Күдіктінің ұялы телефоны 2026 жылғы 27 наурызда алынды.",
    Language.RU: "Телефон подозреваемого изъят 27 марта 2026 года.",
    Language.EN: "The telephone of the suspect was seized on 27 March 2026.",
}
ANALYSER = Analyser()
IDENTIFIER = LetterAndProfileIdentifier()


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder.built_in()


@pytest.fixture
def compartment(tmp_path: Path, embedder: StaticEmbedder) -> Iterator[Compartment]:
    """The indexes live in memory, the ledger and the originals on disk."""
    collection = Collection("c1", "case", CollectionKind.CASE, now())
    makers = IndexMakers(lambda _: MemoryDense(), lambda _: MemoryLexical(ANALYSER), "memory")
    opened = Compartment(collection, tmp_path / "store", embedder, makers)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "received"
    made.mkdir()
    return made


def run(compartment: Compartment, *paths: Path) -> list[Outcome]:
    files = files_under(paths)
    return list(take_in(compartment, files, identify=IDENTIFIER.identify, received_by="tests"))


@pytest.mark.parametrize("language", TEXTS)
def test_file_becomes_findable_passages_in_its_language(
    compartment: Compartment, folder: Path, language: Language
) -> None:
    (folder / "a.txt").write_text(TEXTS[language])
    (outcome,) = run(compartment, folder)
    assert isinstance(outcome, Indexed)
    (passage,) = compartment.ledger.passages.of(outcome.document)
    assert passage.text == TEXTS[language]
    assert passage.language is language
    assert compartment.indexes.dense.count() == compartment.indexes.lexical.count() == 1


def test_second_run_changes_nothing(compartment: Compartment, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS[Language.RU])
    run(compartment, folder)
    before = compartment.ledger.journal.events()
    assert [type(outcome) for outcome in run(compartment, folder)] == [Unchanged]
    assert compartment.ledger.journal.events() == before


def test_copies_are_read_once_and_all_their_paths_are_kept(compartment: Compartment, folder: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(TEXTS[Language.KK])
    outcomes = run(compartment, folder)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Indexed", "Unchanged", "Unchanged"]
    (document,) = compartment.ledger.documents.all()
    assert [Path(path).name for path in document.paths] == ["a.txt", "b.txt", "c.txt"]


def test_one_bad_file_does_not_stop_the_run(compartment: Compartment, folder: Path) -> None:
    (folder / "1.txt").write_text(TEXTS[Language.EN])
    (folder / "2.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "3.txt").touch()
    (folder / "4.txt").write_text(TEXTS[Language.RU])
    os.mkfifo(folder / "5.txt")
    outcomes = {Path(o.name).name: o for o in run(compartment, folder, folder / "6.txt")}
    errors = {name: type(o.error) for name, o in outcomes.items() if isinstance(o, Failed)}
    assert errors == {
        "2.bin": FileTypeUnknown,
        "3.txt": FileEmpty,
        "5.txt": FileUnreadable,
        "6.txt": FileMissing,
    }
    assert {name for name, o in outcomes.items() if isinstance(o, Indexed)} == {"1.txt", "4.txt"}


def test_file_that_cannot_be_read_is_kept_and_counted_as_unread(
    compartment: Compartment, folder: Path
) -> None:
    (folder / "a.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "copy.bin").write_bytes(bytes(range(256)) * 8)
    outcomes = run(compartment, folder)
    assert [type(o) for o in outcomes] == [Failed, Failed]
    (document,) = compartment.ledger.documents.all()
    assert document.state is DocumentState.UNREAD
    assert document.reason == "file_type_unknown"
    assert compartment.originals.intact(document.id)
    assert compartment.ledger.documents.counts().unread_pages == 1


def test_new_version_replaces_the_old_in_ledger_and_indexes(compartment: Compartment, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS[Language.RU])
    run(compartment, folder)
    (folder / "a.txt").write_text(TEXTS[Language.RU] + " Дополнено.")
    run(compartment, folder)
    assert compartment.ledger.documents.counts().passages == 1
    assert compartment.indexes.dense.count() == compartment.indexes.lexical.count() == 1
    states = [document.state for document in compartment.ledger.documents.all()]
    assert states == [DocumentState.SUPERSEDED, DocumentState.INDEXED]


def test_version_that_comes_back_is_visible_again(compartment: Compartment, folder: Path) -> None:
    for text in (TEXTS[Language.RU], TEXTS[Language.EN], TEXTS[Language.RU]):
        (folder / "a.txt").write_text(text)
        run(compartment, folder)
    visible = [d for d in compartment.ledger.documents.all() if d.state is DocumentState.INDEXED]
    assert [document.language for document in visible] == [Language.RU]
    assert compartment.indexes.lexical.count() == 1


def test_interrupted_run_is_finished_by_the_next(compartment: Compartment, folder: Path) -> None:
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{TEXTS[Language.EN]} Number {number}.")
    outcomes = take_in(compartment, files_under([folder]), identify=IDENTIFIER.identify, received_by="tests")
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    run(compartment, elsewhere)
    assert compartment.ledger.documents.unfinished() == []


def test_folder_is_walked_in_name_order_and_links_inside_it_are_refused(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("elsewhere")
    (folder / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "c.txt"):
        (folder / name).touch()
    (folder / "link.txt").symlink_to(secret)
    found = list(files_under([folder]))
    assert [str(f.path.relative_to(folder)) for f in found] == ["a.txt", "c.txt", "link.txt", "b/2.txt"]
    assert [f.path.name for f in found if f.reason] == ["link.txt"]


def test_broken_version_leaves_the_good_one_and_the_next_good_one_replaces_both(
    compartment: Compartment, folder: Path
) -> None:
    file = folder / "a.txt"
    for content in (TEXTS[Language.RU].encode(), bytes(range(256)) * 8):
        file.write_bytes(content)
        run(compartment, folder)
    assert compartment.ledger.documents.counts().passages == 1
    assert compartment.ledger.documents.counts().unread_pages == 1
    file.write_text(TEXTS[Language.EN])
    run(compartment, folder)
    counts = compartment.ledger.documents.counts()
    assert (counts.documents, counts.passages, counts.unread_pages) == (1, 1, 0)
    assert compartment.indexes.lexical.count() == 1


def test_file_overwritten_by_a_copy_of_another_is_replaced(compartment: Compartment, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS[Language.RU])
    (folder / "b.txt").write_text(TEXTS[Language.EN])
    run(compartment, folder)
    (folder / "a.txt").write_text(TEXTS[Language.EN])
    assert [type(outcome) for outcome in run(compartment, folder)] == [Unchanged, Unchanged]
    assert compartment.ledger.documents.counts().passages == 1
    assert compartment.indexes.dense.count() == compartment.indexes.lexical.count() == 1


def test_name_that_is_no_utf8_is_taken_in_under_one_that_is(compartment: Compartment, folder: Path) -> None:
    with open(os.fsencode(folder) + b"/z\xff.txt", "w") as file:  # noqa: PTH123 # a name pathlib would refuse
        file.write(TEXTS[Language.KK])
    (outcome,) = run(compartment, folder)
    assert isinstance(outcome, Indexed)
    assert outcome.name.endswith("z\ufffd.txt")


def test_ledger_that_was_deleted_is_missed(tmp_path: Path, compartment: Compartment, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS[Language.RU])
    run(compartment, folder)
    compartment.close()
    (tmp_path / "store" / "ledger.sqlite").unlink()
    makers = IndexMakers(lambda _: MemoryDense(), lambda _: MemoryLexical(ANALYSER), "memory")
    with pytest.raises(DataDamaged):
        Compartment(compartment.collection, tmp_path / "store", compartment.derived.wanted, makers)


def test_documents_on_their_way_are_counted_as_unread(compartment: Compartment) -> None:
    compartment.ledger.documents.receive("d1", "/a", size=1, received_by="tests")
    assert compartment.ledger.documents.counts().unread_pages == 1


@pytest.mark.parametrize("language", TEXTS)
def test_a_passage_of_a_scan_knows_that_it_was_recognised(
    compartment: Compartment, folder: Path, language: Language
) -> None:
    scanned(folder / "scan.pdf", [TEXTS[language]])
    scanned(folder / "typed.pdf", [TEXTS[language]], mode=0)
    scanned(folder / "hidden.pdf", [TEXTS[language]], image=False)
    told = {}
    for outcome in run(compartment, folder):
        assert isinstance(outcome, Indexed)
        (passage,) = compartment.ledger.passages.of(outcome.document)
        assert passage.text == TEXTS[language]
        page = compartment.ledger.documents.page(outcome.document, 1)
        assert passage.recognised == page.recognised
        told[Path(outcome.name).name] = passage.recognised
    assert told == {"scan.pdf": True, "typed.pdf": False, "hidden.pdf": False}
