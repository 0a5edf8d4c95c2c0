"""Exported models give what the same model gives with torch, and say what is wrong with them."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from casefile.errors import ModelUnusable
from tests.tiny import export_onnx, export_openvino, make_embedder, make_reranker
from vectorstore.digests import Digests
from vectorstore.embedders.exported import ExportedEmbedder, pooled
from vectorstore.embedders.sentence_transformers import SentenceTransformersEmbedder
from vectorstore.model_folder import Backend, ModelFolder, Task, examined
from vectorstore.rerankers.cross_encoder import CrossEncoderReranker
from vectorstore.rerankers.exported import ExportedReranker

TEXTS = [
    "Ұрлық, яғни бөтен мүлікті жасырын жымқыру.",
    "Следователь изъял телефон. " * 40,
    "The investigator seized a telephone.",
    "",
    "?!",
    "188",
]
QUESTIONS = ["Кім ұрлады?", "Кто украл телефон?", "Who stole the telephone?"]
EXPORTED = [Backend.ONNX, Backend.OPENVINO]


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("onnx", reason="the onnx package, which writes the file, is not installed")
    pytest.importorskip("openvino", reason="openvino is an extra")
    folder = make_embedder(
        tmp_path_factory.mktemp("exported") / "tiny", prompts={"query": "Салық: ", "document": "Телефон: "}
    )
    export_openvino(export_onnx(folder))
    return folder


@pytest.fixture(scope="module")
def reranker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("onnx", reason="the onnx package, which writes the file, is not installed")
    pytest.importorskip("openvino", reason="openvino is an extra")
    folder = make_reranker(tmp_path_factory.mktemp("exported") / "ranks")
    export_openvino(export_onnx(folder))
    return folder


@pytest.fixture
def copy(embedder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(embedder, tmp_path / "copy"))


def look(folder: Path, backend: Backend, task: Task = Task.EMBED) -> ModelFolder:
    return examined(folder, task, backend, Digests())


@pytest.mark.parametrize("backend", EXPORTED)
def test_vectors_are_those_of_torch(embedder: Path, backend: Backend) -> None:
    usual = SentenceTransformersEmbedder(look(embedder, Backend.TORCH))
    exported = ExportedEmbedder(look(embedder, backend))
    assert exported.dimension == usual.dimension
    assert exported.name != usual.name, "vectors of another back end are never mixed"
    np.testing.assert_allclose(exported.embed_passages(TEXTS), usual.embed_passages(TEXTS), atol=1e-4)
    for question in QUESTIONS:
        np.testing.assert_allclose(exported.embed_query(question), usual.embed_query(question), atol=1e-4)


@pytest.mark.parametrize("backend", EXPORTED)
def test_scores_are_those_of_torch(reranker: Path, backend: Backend) -> None:
    usual = CrossEncoderReranker(look(reranker, Backend.TORCH, Task.RERANK))
    exported = ExportedReranker(look(reranker, backend, Task.RERANK))
    texts = [text for text in TEXTS if text] * 3
    for question in QUESTIONS:
        np.testing.assert_allclose(exported.scores(question, texts), usual.scores(question, texts), atol=1e-4)
    assert exported.scores(QUESTIONS[0], []) == []


def test_a_real_english_model_gives_the_same(minilm: Path, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="the onnx package, which writes the file, is not installed")
    folder = Path(shutil.copytree(minilm, tmp_path / "minilm"))
    export_onnx(folder)
    usual = SentenceTransformersEmbedder(look(folder, Backend.TORCH))
    exported = ExportedEmbedder(look(folder, Backend.ONNX))
    texts = [TEXTS[2], "A phone was taken by police.", "The weather is fine today."]
    np.testing.assert_allclose(exported.embed_passages(texts), usual.embed_passages(texts), atol=1e-4)
    near = exported.embed_passages(texts) @ exported.embed_query("police took the phone")
    assert near.argmax() == 1


@pytest.mark.parametrize("how", ["mean", "cls", "lasttoken"])
def test_padding_counts_for_nothing(how: str) -> None:
    tokens = np.arange(12, dtype=np.float32).reshape(1, 4, 3)
    padded = np.concatenate([tokens, np.full((1, 2, 3), 99, dtype=np.float32)], axis=1)
    mask = np.array([[1, 1, 1, 1, 0, 0]])
    expected = {"mean": [4.5, 5.5, 6.5], "cls": [0, 1, 2], "lasttoken": [9, 10, 11]}[how]
    assert pooled(padded, mask, how).tolist() == [expected]


@pytest.mark.parametrize("backend", EXPORTED)
@pytest.mark.parametrize("damage", [b"", b"\x08\x07 nonsense"])
def test_a_damaged_network_is_refused(copy: Path, backend: Backend, damage: bytes) -> None:
    name = {Backend.ONNX: "onnx/model.onnx", Backend.OPENVINO: "openvino/openvino_model.xml"}[backend]
    (copy / name).write_bytes(damage)
    with pytest.raises(ModelUnusable):
        ExportedEmbedder(look(copy, backend))


def test_a_network_that_is_not_there_is_named(copy: Path) -> None:
    (copy / "onnx" / "model.onnx").rename(copy / "onnx" / "model_quantized.onnx")
    with pytest.raises(ModelUnusable) as caught:
        ExportedEmbedder(look(copy, Backend.ONNX))
    assert caught.value.facts == {"path": str(copy / "onnx" / "model.onnx"), "reason": "model_no_weights"}


def test_pooling_that_is_not_known_is_refused(copy: Path) -> None:
    (copy / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode": "weightedmean"}))
    with pytest.raises(ModelUnusable) as caught:
        ExportedEmbedder(look(copy, Backend.ONNX))
    assert caught.value.facts["reason"] == "model_pooling"


def test_a_reranker_that_sorts_into_classes_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="the onnx package, which writes the file, is not installed")
    folder = make_reranker(tmp_path / "classes", labels=3)
    export_onnx(folder)
    with pytest.raises(ModelUnusable) as caught:
        ExportedReranker(look(folder, Backend.ONNX, Task.RERANK))
    assert caught.value.facts["reason"] == "model_not_reranker"
