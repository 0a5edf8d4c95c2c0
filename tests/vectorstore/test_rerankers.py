"""What every reranker keeps to, and what is done with its scores."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.clock import now
from casefile.collection import Collection, CollectionKind
from casefile.document import Document, DocumentState
from casefile.errors import ModelUnusable
from casefile.language import Language
from casefile.locator import Locator
from casefile.passage import Passage
from casefile.search import Hit
from tests.tiny import make_reranker
from vectorstore.digests import Digests
from vectorstore.lazily import Lazily
from vectorstore.model_folder import Backend, ModelFolder, Task, examined
from vectorstore.ports import Reranker
from vectorstore.rerank import Reranking, reranked
from vectorstore.rerankers.cross_encoder import CrossEncoderReranker
from vectorstore.rerankers.memory import MemoryReranker

QUESTION = "Следователь изъял телефон?"
TEXTS = ["Следователь изъял телефон.", "Налог уплачен.", "Theft of property", "", "телефон " * 3_000]


def cross_encoder(folder: Path) -> CrossEncoderReranker:
    return CrossEncoderReranker(examined(folder, Task.RERANK, Backend.TORCH, Digests()))


@pytest.fixture(scope="module", params=["memory", "cross-encoder"])
def reranker(request: pytest.FixtureRequest) -> Reranker:
    if request.param == "memory":
        return MemoryReranker()
    return cross_encoder(request.getfixturevalue("tiny_reranker"))


def test_one_score_a_text_between_nought_and_one(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION, TEXTS)
    assert len(scores) == len(TEXTS)
    assert all(0 <= score <= 1 for score in scores)


def test_score_does_not_depend_on_the_other_texts(reranker: Reranker) -> None:
    alone = [reranker.scores(QUESTION, [text])[0] for text in TEXTS]
    assert reranker.scores(QUESTION, TEXTS) == pytest.approx(alone, abs=1e-4)


def test_no_texts_get_no_scores(reranker: Reranker) -> None:
    assert reranker.scores(QUESTION, []) == []


def test_question_without_words_is_no_obstacle(reranker: Reranker) -> None:
    assert len(reranker.scores("", TEXTS)) == len(TEXTS)


def test_threads_may_share_it(reranker: Reranker) -> None:
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(reranker.scores, QUESTION, TEXTS) for _ in range(12)]
    assert all(one.result() == pytest.approx(asked[0].result(), abs=1e-4) for one in asked)


def test_memory_reranker_prefers_the_words_of_the_question() -> None:
    first, second, *_ = MemoryReranker().scores(QUESTION, TEXTS)
    assert first > second


def test_reranker_that_sentence_transformers_saved_is_accepted(tiny_reranker: Path, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(tiny_reranker), device="cpu").save_pretrained(str(tmp_path / "saved"))
    scores = cross_encoder(tmp_path / "saved").scores(QUESTION, TEXTS)
    assert scores == pytest.approx(cross_encoder(tiny_reranker).scores(QUESTION, TEXTS), abs=1e-4)


def test_model_that_sorts_into_classes_is_no_reranker(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable) as caught:
        cross_encoder(make_reranker(tmp_path / "classes", labels=3))
    assert caught.value.facts["reason"] == "model_not_reranker"


def hit(place: int, text: str = "", **channels: float) -> Hit:
    """The hit at this place of a list, with a score that falls from hit to hit."""
    passage = Passage(f"p{place}", "d", Locator(1, 0, len(text)), text, Language.RU, "")
    document = Document(
        id="d",
        title="",
        media_type="text/plain",
        language=Language.RU,
        size=1,
        received_at=now(),
        state=DocumentState.INDEXED,
        reason="",
        paths=(),
    )
    collection = Collection("c", "c", CollectionKind.CASE, now())
    return Hit(
        passage, document, collection, 1 - place / 100, 0.3 + place / 100, channels or {"lexical": 1.0}
    )


class Given:
    """Scores texts, which are numbers, by what they say."""

    name = "given"

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [float(text) for text in texts] if question else []


def texts(hits: Sequence[Hit]) -> list[str]:
    return [one.passage.text for one in hits]


def test_order_is_that_of_the_reranker() -> None:
    hits = [hit(place, text) for place, text in enumerate(["0.1", "0.9", "0.5"])]
    assert texts(reranked("?", hits, Given(), 3)) == ["0.9", "0.5", "0.1"]


def test_only_the_foremost_are_looked_at() -> None:
    hits = [hit(place, text) for place, text in enumerate(["0.1", "0.5", "0.9"])]
    assert texts(reranked("?", hits, Given(), 2)) == ["0.5", "0.1", "0.9"]


@pytest.mark.parametrize("channel", ["reference", "identifier"])
def test_what_was_named_keeps_its_place(channel: str) -> None:
    hits = [hit(0, "0", **{channel: 1.0}), hit(1, "0.1"), hit(2, "0", **{channel: 0.1}), hit(3, "0.9")]
    assert [one.passage.id for one in reranked("?", hits, Given(), 4)] == ["p0", "p3", "p2", "p1"]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=20), st.integers(1, 20))
def test_reranking_only_changes_order(given_: list[tuple[float, bool]], top: int) -> None:
    hits = [
        hit(place, repr(score), **({"reference": 1.0} if named else {"dense": 0.5}))
        for place, (score, named) in enumerate(given_)
    ]
    ordered = reranked("?", hits, Given(), top)
    assert sorted(one.passage.id for one in ordered) == sorted(one.passage.id for one in hits)
    assert {one.passage.id: one.evidence for one in ordered} == {h.passage.id: h.evidence for h in hits}
    assert [one.score for one in ordered] == [one.score for one in hits]  # still falling
    looked_at = {h.passage.id for h in hits[:top] if "reference" not in h.channels}
    assert {one.passage.id for one in ordered if "reranker" in one.channels} == looked_at
    assert ordered[top:] == hits[top:]


def test_equally_good_hits_stay_in_order() -> None:
    hits = [hit(place, "0.5") for place in range(5)]
    assert [one.passage.id for one in reranked("?", hits, Given(), 5)] == [h.passage.id for h in hits]


FOLDER = ModelFolder(Path("/model"), Backend.TORCH, "model", "0" * 64)


class GivesOut:
    name = "gives-out"

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        raise ModelUnusable(path="/model", reason=f"no memory for {question} and {len(texts)} texts")


def test_reranker_that_gives_out_leaves_the_order_and_is_told_once() -> None:
    told: list[ModelUnusable] = []
    model = Lazily[Reranker](lambda: FOLDER, lambda _: GivesOut(), told.append)
    reranking, hits = Reranking(model), [hit(0, "0.1"), hit(1, "0.9")]
    assert reranking.name == "gives-out"
    for _ in range(2):
        assert reranking.order("?", hits) == hits
    assert told == [model.trouble()]
    assert reranking.name == ""
