"""What every embedder keeps to, whatever is behind it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.models import loaded
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.ports import Embedder

TEXTS = [
    "Ұрлық, яғни бөтен мүлікті жасырын жымқыру.",
    "Кража, то есть тайное хищение чужого имущества.",
    "Theft, that is the secret stealing of another's property.",
    "ст. 188 УК РК",
    "телефон " * 3_000,
]
Numbers = Callable[[str], Embedder]


@pytest.fixture(scope="module", params=["static", "tiny", "minilm"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "static":
        return StaticEmbedder.built_in()
    folder: Path = request.getfixturevalue({"tiny": "tiny_embedder"}.get(request.param, request.param))
    return loaded(folder)


def test_one_row_of_length_one_a_text(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_question_is_one_row_of_length_one(embedder: Embedder) -> None:
    vector = embedder.embed_query(TEXTS[1])
    assert vector.shape == (embedder.dimension,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("text", ["", "   \n", "!!! …", "—"])
def test_text_without_words_is_the_zero_vector(embedder: Embedder, text: str) -> None:
    assert not embedder.embed_query(text).any()
    assert not embedder.embed_passages([text]).any()


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def test_text_has_the_same_vector_whatever_it_is_embedded_with(embedder: Embedder) -> None:
    together = embedder.embed_passages([*TEXTS[:2], "", *TEXTS[2:]])
    alone = [embedder.embed_passages([text])[0] for text in TEXTS]
    assert np.allclose(np.delete(together, 2, axis=0), alone, atol=1e-4)


def test_more_texts_than_one_batch_keep_their_order(embedder: Embedder) -> None:
    texts = [f"статья {number} " + "о краже " * (number % 7) for number in range(70)]
    vectors = embedder.embed_passages(texts)
    assert np.allclose(vectors[33], embedder.embed_passages([texts[33]])[0], atol=1e-4)


def test_threads_may_share_it(embedder: Embedder) -> None:
    def one(number: int) -> bool:
        if number % 2:
            return bool(embedder.embed_passages([f"кража {number}", "налог"]).any())
        return bool(embedder.embed_query(f"theft {number}").any())

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(64)))


def test_name_and_dimension_stay(embedder: Embedder) -> None:
    assert embedder.name == embedder.name != ""
    assert embedder.dimension > 0
