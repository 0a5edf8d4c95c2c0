"""Another model: the one before serves meanwhile, nothing is embedded twice, dying is harmless."""

import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from casefile.language import Language
from casefile.ledger import Ledger
from tests.models import Letters
from tests.vectorstore.reembedding import ANALYSER, STEP, opened, take_in, take_out
from vectorstore.compartment import Compartment
from vectorstore.indexes import embedded_text
from vectorstore.ports import Embedder
from vectorstore.reembed import Progress, reembed
from vectorstore.search import Searcher
from vectorstore.stamp import read_stamp

TEXTS = [f"Протокол № {number}. Изъят телефон {chr(1072 + number % 32) * 5}." for number in range(20)]
BUILT_IN = Letters("built-in")

Open = Callable[..., Compartment]


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Open]:
    """The collection, opened with the model that is wanted; what was open before is closed."""
    last: list[Compartment] = []

    def open_again(wanted: Embedder = BUILT_IN, built_in: Embedder = BUILT_IN) -> Compartment:
        for compartment in last:
            compartment.close()
        last[:] = [opened(tmp_path / "c", wanted, built_in)]
        return last[0]

    yield open_again
    for compartment in last:
        compartment.close()


def found(compartment: Compartment, text: str) -> str:
    """The text of the best hit, and it must have been found by its vector."""
    searcher = Searcher([compartment], BUILT_IN, ANALYSER)
    first, *_ = searcher.find(text, Language.RU, 3)
    assert first.channels["dense"] > 0.99
    return first.passage.text


def counts(compartment: Compartment) -> tuple[int, int]:
    return compartment.indexes.dense.count(), compartment.indexes.lexical.count()


def times(*models: Letters) -> set[int]:
    """How often each text was embedded, by all of them together."""
    return set(Counter(text for model in models for text in model.embedded).values())


def vectors_of(compartment: Compartment, model: Embedder) -> int:
    return compartment.ledger.vectors.progress(model.name)[0]


def test_model_before_serves_until_the_new_one_is_ready(open_: Open) -> None:
    take_in(open_(), TEXTS)
    new = Letters("new")
    compartment = open_(new)
    served = {compartment.indexes.embedder.name}
    for progress in reembed(compartment, STEP):
        assert found(compartment, TEXTS[7]) == TEXTS[7]
        served.add(compartment.indexes.embedder.name)
        assert progress.passages == len(TEXTS)
    assert served == {BUILT_IN.name}
    assert compartment.indexes.embedder is new
    assert found(compartment, TEXTS[7]) == TEXTS[7]
    assert counts(compartment) == (len(TEXTS), len(TEXTS))
    assert times(new) == {1}


def test_vectors_of_the_model_before_are_removed_after_the_change(open_: Open) -> None:
    take_in(open_(), TEXTS)
    compartment = open_(Letters("new"))
    steps = reembed(compartment, STEP)
    next(steps)
    assert vectors_of(compartment, BUILT_IN) == len(TEXTS)
    list(steps)
    assert vectors_of(compartment, BUILT_IN) == 0
    assert vectors_of(compartment, compartment.derived.wanted) == len(TEXTS)


def test_change_goes_on_where_it_was_stopped(open_: Open) -> None:
    take_in(open_(), TEXTS)
    first, second = Letters("new"), Letters("new")
    assert list(islice(reembed(open_(first), STEP), 2))[-1] == Progress(2 * STEP, len(TEXTS))
    compartment = open_(second)
    assert compartment.derived.progress() == (2 * STEP, len(TEXTS))
    list(reembed(compartment, STEP))
    assert compartment.derived.progress() is None
    assert sorted(first.embedded + second.embedded) == sorted(
        Letters("").embedded + [f"\n{t}" for t in TEXTS]
    )


def test_files_that_come_and_go_meanwhile_are_caught_up(open_: Open) -> None:
    take_in(open_(), TEXTS)
    new = Letters("new")
    compartment = open_(new)
    late = ["Поздний документ один.", "Поздний документ два.", "Поздний документ три."]
    for number, progress in enumerate(reembed(compartment, STEP)):
        take_in(compartment, late[number : number + 1])
        if progress.made == progress.passages:  # the new index is filled, and does not serve yet
            take_in(compartment, ["Самый поздний документ."])
            take_out(compartment, TEXTS[3])
    assert compartment.indexes.embedder is new
    for text in (*late, "Самый поздний документ."):
        assert found(compartment, text) == text
    assert compartment.disagreement() == ""
    assert counts(compartment) == (len(TEXTS) + 3, len(TEXTS) + 3)
    assert times(new) == {1}


def test_many_files_that_come_while_the_index_is_filled_do_not_hold_up_anybody(open_: Open) -> None:
    take_in(open_(), TEXTS)
    new = Letters("new")
    compartment = open_(new)
    came = False
    for progress in reembed(compartment, STEP):
        if progress.made == progress.passages and not came:
            came = True
            for number in range(3 * STEP):
                take_in(compartment, [f"Поздний документ {number}."])
    assert compartment.indexes.embedder is new
    assert counts(compartment) == (len(TEXTS) + 3 * STEP,) * 2
    assert times(new) == {1}


def test_change_of_model_leaves_the_lexical_index_alone(open_: Open, tmp_path: Path) -> None:
    take_in(open_(), TEXTS)
    open_().close()
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "c" / "lexical").glob("*.idx")}
    list(reembed(open_(Letters("new")), STEP))
    open_(Letters("other"), Letters("built-in of another version")).indexes  # noqa: B018 # opens them
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "c" / "lexical").glob("*.idx")}
    assert before and before == after


def test_without_its_model_a_collection_is_served_by_the_built_in_one_and_keeps_the_vectors(
    open_: Open,
) -> None:
    take_in(open_(), TEXTS)
    new, again = Letters("new"), Letters("new")
    list(reembed(open_(new), STEP))
    compartment = open_()
    assert found(compartment, TEXTS[5]) == TEXTS[5]
    assert compartment.indexes.embedder is BUILT_IN
    compartment = open_(again)
    assert found(compartment, TEXTS[5]) == TEXTS[5]
    list(reembed(compartment, STEP))
    assert compartment.indexes.embedder is again
    assert again.embedded == []


def test_new_version_of_the_built_in_table_takes_over_on_opening(open_: Open) -> None:
    take_in(open_(), TEXTS)
    newer = Letters("built-in, newer")
    compartment = open_(newer, newer)
    assert compartment.disagreement() == "model"
    assert found(compartment, TEXTS[5]) == TEXTS[5]
    assert compartment.indexes.embedder is newer
    assert times(newer) == {1}
    assert open_(newer, newer).disagreement() == ""


def test_from_one_model_to_another_the_built_in_one_serves(open_: Open) -> None:
    take_in(open_(), TEXTS)
    list(reembed(open_(Letters("one")), STEP))
    other = Letters("other")
    compartment = open_(other)
    assert found(compartment, TEXTS[5]) == TEXTS[5]
    assert compartment.indexes.embedder is BUILT_IN
    list(reembed(compartment, STEP))
    assert compartment.indexes.embedder is other
    assert vectors_of(compartment, Letters("one")) == vectors_of(compartment, BUILT_IN) == 0


def test_new_collection_begins_with_the_model_that_is_wanted(open_: Open) -> None:
    new = Letters("new")
    compartment = open_(new)
    take_in(compartment, TEXTS)
    assert compartment.indexes.embedder is new
    assert list(reembed(compartment, STEP)) == []
    assert times(new) == {1}


def test_rebuilding_embeds_nothing_again(open_: Open, tmp_path: Path) -> None:
    new = Letters("new")
    take_in(open_(new), TEXTS)
    (tmp_path / "c" / "indexes-unfinished").touch()
    again = Letters("new")
    assert found(open_(again), TEXTS[5]) == TEXTS[5]
    assert again.embedded == []


def test_dense_index_that_nobody_uses_is_removed(open_: Open, tmp_path: Path) -> None:
    take_in(open_(), TEXTS)
    (tmp_path / "c" / "dense" / "left-behind").mkdir()
    compartment = open_()
    assert counts(compartment) == (len(TEXTS), len(TEXTS))
    stamp = read_stamp(tmp_path / "c" / "indexes.json")
    assert stamp is not None
    assert [path.name for path in (tmp_path / "c" / "dense").iterdir()] == [stamp.dense]
    list(reembed(open_(Letters("new")), STEP))
    open_(Letters("new")).close()
    assert len(list((tmp_path / "c" / "dense").iterdir())) == 1


def test_every_collection_is_asked_with_its_own_model_and_each_model_once(tmp_path: Path) -> None:
    models = [Letters("one"), Letters("two"), Letters("two")]
    asked: list[str] = []

    class Asked(Letters):
        def embed_query(self, text: str):  # type: ignore[no-untyped-def]  # as above
            asked.append(self.name)
            return super().embed_query(text)

    embedders = [Asked(model.name) for model in models]
    compartments = [opened(tmp_path / str(n), model, model) for n, model in enumerate(embedders)]
    for compartment, text in zip(compartments, TEXTS, strict=False):
        take_in(compartment, [text])
    hits = Searcher(compartments, BUILT_IN, ANALYSER).find(TEXTS[1], Language.RU, 5)
    assert sorted(asked) == ["one", "two"]
    assert {hit.passage.text for hit in hits} == set(TEXTS[:3])
    assert hits[0].passage.text == TEXTS[1]
    for compartment in compartments:
        compartment.close()


def test_killed_in_the_middle_it_goes_on_and_embeds_nothing_twice(tmp_path: Path) -> None:
    draw = random.Random(20261126)
    texts = [f"Протокол № {number:03}. Изъят телефон." for number in range(60)]
    folder, log = tmp_path / "c", tmp_path / "log"
    compartment = opened(folder, BUILT_IN, BUILT_IN)
    take_in(compartment, texts)
    compartment.close()
    log.touch()
    filling = len(texts) // STEP + 1  # the line that is printed when all vectors are made
    for lines in (draw.randint(1, 5), draw.randint(1, 5), filling):
        durable = kept(folder)
        before = len(log.read_text().splitlines())
        run(folder, log, kill_after=lines)
        assert not durable & set(log.read_text().splitlines()[before:])
        served = opened(folder, Letters("new"), BUILT_IN)
        assert found(served, texts[33]) == texts[33]
        served.close()
    assert run(folder, log) == "done"
    assert len(log.read_text().splitlines()) <= len(texts) + 3 * STEP  # what a kill tore out of memory
    new = Letters("new")
    compartment = opened(folder, new, BUILT_IN)
    assert compartment.disagreement() == ""
    assert compartment.indexes.embedder is new
    assert counts(compartment) == (len(texts), len(texts))
    assert new.embedded == []
    compartment.close()


def kept(folder: Path) -> set[str]:
    """Texts whose new vectors are safe."""
    ledger = Ledger(folder / "ledger.sqlite")
    missing = {passage.id for passage in ledger.vectors.missing("new", "", 1_000)}
    known = ledger.passages.get(ledger.passages.ids() - missing)
    ledger.close()
    return {embedded_text(passage).replace("\n", " ") for passage in known.values()}


def run(folder: Path, log: Path, kill_after: int = 0) -> str:
    """The last line that the program printed; killed once it has printed so many."""
    command = [sys.executable, "-m", "tests.vectorstore.reembedding", str(folder), str(log)]
    root = Path(__file__).parents[2]
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.strip())
            if len(lines) == kill_after:
                process.send_signal(signal.SIGKILL)
                break
    return lines[-1]


def test_chroma_damaged_behind_its_snapshot_is_made_again_by_who_writes(open_: Open, tmp_path: Path) -> None:
    compartment = open_()
    take_in(compartment, TEXTS[:5])
    found(compartment, TEXTS[3])
    compartment.close()
    for path in tmp_path.rglob("chroma.sqlite3"):
        path.write_bytes(b"junk" * 4_000)
    again = open_()
    assert found(again, TEXTS[3]) == TEXTS[3]
    assert again.disagreement() == "damaged"
    take_in(again, TEXTS[5:6])
    assert found(again, TEXTS[5]) == TEXTS[5] and found(again, TEXTS[3]) == TEXTS[3]
    assert again.disagreement() == ""
