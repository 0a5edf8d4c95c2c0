"""What every dense index promises."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from casefile.errors import IndexUnusable
from vectorstore.chroma import ChromaIndex
from vectorstore.memory import MemoryDense
from vectorstore.ports import DenseIndex, Vectors

DIMENSION = 16


def unit_rows(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def names(count: int) -> list[str]:
    return [f"p{number:05}" for number in range(count)]


@pytest.fixture(params=["memory", "chroma", "chroma-graph"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DenseIndex]:
    makers: dict[str, Callable[[], DenseIndex]] = {
        "memory": MemoryDense,
        "chroma": lambda: ChromaIndex(tmp_path / "dense"),
        "chroma-graph": lambda: ChromaIndex(tmp_path / "dense", exact_bytes=0),
    }
    made = makers[request.param]()
    yield made
    made.close()


def test_an_empty_index_finds_nothing(index: DenseIndex) -> None:
    assert index.nearest(unit_rows(1)[0], 10) == []
    assert index.count() == 0


@pytest.mark.parametrize("limit", [1, 10, 200, 5_000])
def test_nearest_is_exact_on_a_small_collection(index: DenseIndex, limit: int) -> None:
    rows = unit_rows(200)
    index.upsert(names(200), rows)
    for asked in unit_rows(5, seed=1):
        scores = rows @ asked
        best = [row for row in np.argsort(-scores)[:limit] if scores[row] > 1e-6]
        found = index.nearest(asked, limit)
        assert [id_ for id_, _ in found] == [names(200)[row] for row in best]
        assert [score for _, score in found] == pytest.approx([scores[row] for row in best], abs=1e-5)


def test_writing_twice_is_writing_once(index: DenseIndex) -> None:
    rows = unit_rows(20)
    index.upsert(names(20), rows)
    once = index.nearest(rows[3], 20)
    index.upsert(names(20), rows)
    assert index.count() == 20
    assert index.nearest(rows[3], 20) == once


def test_the_last_vector_of_an_id_counts_even_within_one_call(index: DenseIndex) -> None:
    first, last = np.eye(2, DIMENSION, dtype=np.float32)
    index.upsert(["a", "a"], np.stack([first, last]))
    assert index.count() == 1
    assert index.nearest(last, 5) == [("a", 1.0)]
    assert index.nearest(first, 5) == []


def test_what_is_deleted_is_not_found(index: DenseIndex) -> None:
    rows = unit_rows(30)
    index.upsert(names(30), rows)
    index.delete([*names(10), "never there"])
    assert index.count() == 20
    assert not {id_ for id_, _ in index.nearest(rows[0], 30)} & set(names(10))


def test_a_zero_vector_is_counted_and_never_found(index: DenseIndex) -> None:
    rows = unit_rows(30)
    rows[::3] = 0
    index.upsert(names(30), rows)
    assert index.count() == 30
    assert not {id_ for id_, _ in index.nearest(rows[1], 30)} & set(names(30)[::3])


def test_a_zero_question_finds_nothing(index: DenseIndex) -> None:
    index.upsert(names(3), unit_rows(3))
    assert index.nearest(np.zeros(DIMENSION, np.float32), 3) == []


def test_equal_passages_come_by_id(index: DenseIndex) -> None:
    index.upsert(["b", "c", "a"], np.repeat(unit_rows(1), 3, axis=0))
    assert [id_ for id_, _ in index.nearest(unit_rows(1)[0], 3)] == ["a", "b", "c"]


def test_nothing_to_write_or_delete_is_no_error(index: DenseIndex) -> None:
    index.upsert([], np.zeros((0, DIMENSION), np.float32))
    index.delete([])
    assert index.count() == 0


def test_chroma_takes_more_than_its_own_batch_limit_and_keeps_it(tmp_path: Path) -> None:
    rows = unit_rows(6_000)
    index = ChromaIndex(tmp_path)
    index.upsert(names(6_000), rows)
    index.close()
    again = ChromaIndex(tmp_path)
    assert again.count() == 6_000
    assert again.nearest(rows[5_999], 1)[0][0] == "p05999"
    again.delete(names(6_000))
    assert again.count() == 0
    again.close()


def test_chroma_can_start_anew_in_a_folder_that_was_closed_and_removed(tmp_path: Path) -> None:
    from shutil import rmtree

    index = ChromaIndex(tmp_path / "dense")
    index.upsert(names(3), unit_rows(3))
    index.close()
    rmtree(tmp_path / "dense")
    again = ChromaIndex(tmp_path / "dense")
    assert again.count() == 0
    again.close()


def test_vectors_of_another_length_are_refused(tmp_path: Path) -> None:
    index = ChromaIndex(tmp_path)
    index.upsert(names(3), unit_rows(3))
    with pytest.raises(IndexUnusable):
        index.upsert(["x"], np.ones((1, 5), np.float32))
    with pytest.raises(IndexUnusable):
        index.nearest(np.ones(5, np.float32), 1)
    index.close()


def test_a_damaged_chroma_folder_is_reported_and_can_be_made_again(tmp_path: Path) -> None:
    index = ChromaIndex(tmp_path)
    index.upsert(names(3), unit_rows(3))
    index.close()
    (tmp_path / "chroma.sqlite3").write_bytes(b"junk" * 4_000)
    with pytest.raises(IndexUnusable) as caught:
        ChromaIndex(tmp_path)
    assert caught.value.facts["path"] == str(tmp_path)
    (tmp_path / "chroma.sqlite3").unlink()
    again = ChromaIndex(tmp_path)
    assert again.count() == 0
    again.close()


def written_and_searched(path: Path, count: int = 50) -> None:
    index = ChromaIndex(path)
    index.upsert(names(count), unit_rows(count))
    index.nearest(unit_rows(1)[0], 1)  # leaves a snapshot
    index.close()


@pytest.mark.parametrize("damage", ["none", "gone", "cut", "junk", "other"])
def test_a_snapshot_changes_nothing_but_the_time(tmp_path: Path, damage: str) -> None:
    written_and_searched(tmp_path)
    snapshot = tmp_path / "snapshot.npz"
    whole = snapshot.read_bytes()
    if damage == "gone":
        snapshot.unlink()
    elif damage != "none":
        other = whole.replace(b"p00007", b"p00107")
        snapshot.write_bytes({"cut": whole[:-50], "junk": b"junk", "other": other}[damage])
    again = ChromaIndex(tmp_path)
    assert again.count() == 50 and again.sound()
    for row in (3, 7):
        assert again.nearest(unit_rows(50)[row], 1) == [(names(50)[row], pytest.approx(1.0))]
    assert again.similar(unit_rows(50)[7], ["p00007"]) == {"p00007": pytest.approx(1.0)}
    again.close()


def test_what_is_written_after_a_snapshot_is_found_in_every_later_process(tmp_path: Path) -> None:
    written_and_searched(tmp_path)
    again = ChromaIndex(tmp_path)
    again.delete(names(10))
    again.upsert(["new"], -unit_rows(1))
    again.close()  # nobody searched: no snapshot
    later = ChromaIndex(tmp_path)
    assert later.count() == 41
    assert later.nearest(-unit_rows(1)[0], 1) == [("new", pytest.approx(1.0))]
    later.close()
    assert ChromaIndex(tmp_path).count() == 41


def test_a_snapshot_does_not_hide_from_writers_that_chroma_is_damaged(tmp_path: Path) -> None:
    written_and_searched(tmp_path)
    (tmp_path / "chroma.sqlite3").write_bytes(b"junk" * 4_000)
    index = ChromaIndex(tmp_path)
    assert index.nearest(unit_rows(50)[3], 1) == [(names(50)[3], pytest.approx(1.0))]
    assert not index.sound()
    with pytest.raises(IndexUnusable):
        index.upsert(["new"], unit_rows(1))
    index.close()


def test_chroma_is_given_no_text(tmp_path: Path) -> None:
    index = ChromaIndex(tmp_path)
    index.upsert(names(3), unit_rows(3))
    index.close()
    import sqlite3

    with sqlite3.connect(tmp_path / "chroma.sqlite3") as base:
        assert base.execute("select count(*) from embedding_metadata").fetchone() == (0,)


def test_similar_gives_the_cosines_of_those_it_has(index: DenseIndex) -> None:
    rows = unit_rows(20)
    index.upsert(names(20), rows)
    asked = unit_rows(1, seed=1)[0]
    found = index.similar(asked, [*names(3), "never there"])
    assert found == {
        name: pytest.approx(float(row @ asked), abs=1e-5) for name, row in zip(names(3), rows, strict=False)
    }
    assert index.similar(asked, []) == {}


def test_search_sees_what_was_written_after_the_last_search(index: DenseIndex) -> None:
    rows = unit_rows(2)
    index.upsert(["a"], rows[:1])
    index.nearest(rows[0], 5)
    index.upsert(["b"], rows[1:])
    assert index.nearest(rows[1], 1)[0][0] == "b"


@pytest.mark.parametrize("exact_bytes", [1 << 20, 0])
def test_search_goes_on_while_somebody_writes(tmp_path: Path, exact_bytes: int) -> None:
    rows, ids = unit_rows(1_500), names(1_500)
    index = ChromaIndex(tmp_path / "dense", exact_bytes=exact_bytes)
    index.upsert(ids[:50], rows[:50])
    with ThreadPoolExecutor(max_workers=1) as pool:
        writing = pool.submit(
            lambda: [index.upsert(ids[n : n + 50], rows[n : n + 50]) for n in range(50, 1_500, 50)]
        )
        while not writing.done():
            assert index.nearest(rows[7], 1) == [(ids[7], 1.0)]
        writing.result()
    assert index.nearest(rows[1_499], 1)[0][0] == ids[1_499]
    index.close()
