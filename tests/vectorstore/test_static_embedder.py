"""The numpy loader of the built-in table."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.errors import ModelUnusable
from vectorstore.embedders.static import StaticEmbedder

FOLDER = Path(__file__).parents[2] / "vectorstore" / "static_table"
TYPED = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
TEXTS = [
    "Ұрлық, яғни бөтен мүлікті жасырын жымқыру, айыппұл салуға жазаланады.",
    "Кража, то есть тайное хищение чужого имущества, наказывается штрафом.",
    "Theft, i.e. the secret stealing of another's property, is punished by a fine.",
    "бiлгiм келмейдi\n\tЁлка\u00a0во дворе; 188-бап, ст. 188 УК РК (2014)",
    "ұрлық",
]


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder.built_in()


@pytest.fixture(scope="module")
def reference() -> np.ndarray:
    """What sentence-transformers makes of the same tokenizer and rows."""
    from safetensors.numpy import load_file
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    held = load_file(FOLDER / "model.safetensors")
    rows = held["embedding.weight"].astype(np.float32) * held["embedding.scale"][:, np.newaxis]
    module = StaticEmbedding(Tokenizer.from_file(str(FOLDER / "tokenizer.json")), embedding_weights=rows)
    means = module(module.preprocess(TEXTS))["sentence_embedding"].detach().numpy().astype(np.float32)
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def test_agrees_with_sentence_transformers(embedder: StaticEmbedder, reference: np.ndarray) -> None:
    assert np.allclose(embedder.embed_passages(TEXTS), reference, atol=1e-3)


def test_reads_a_table_of_sentence_transformers_too(embedder: StaticEmbedder, tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    held = load_file(FOLDER / "model.safetensors")
    rows = held["embedding.weight"].astype(np.float32) * held["embedding.scale"][:, np.newaxis]
    copy = Path(shutil.copytree(FOLDER, tmp_path / "copy"))
    save_file({"embedding.weight": rows}, copy / "model.safetensors")
    assert np.allclose(StaticEmbedder(copy).embed_passages(TEXTS), embedder.embed_passages(TEXTS), atol=1e-6)


def test_rows_have_length_one(embedder: StaticEmbedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


@pytest.mark.parametrize("text", ["", "   \n", "!!! …", "漢字"])
def test_a_text_without_known_words_is_the_zero_vector(embedder: StaticEmbedder, text: str) -> None:
    assert not embedder.embed_query(text).any()


@settings(deadline=None)  # the first example loads the table
@given(st.lists(st.text(max_size=60), max_size=8))
def test_a_batch_equals_its_texts_one_by_one(texts: list[str]) -> None:
    embedder = _shared_embedder()
    batch = embedder.embed_passages(texts)
    assert batch.shape == (len(texts), embedder.dimension)
    for text, vector in zip(texts, batch, strict=True):
        assert np.array_equal(embedder.embed_query(text), vector)


@settings(deadline=None)  # the first example loads the table
@given(st.text(alphabet=st.sampled_from("әғқңөұүһіабвгеиыт ӘҒҚҢӨҰҮҺІ-"), max_size=80))
def test_kazakh_without_its_letters_gives_the_same_vector(text: str) -> None:
    embedder = _shared_embedder()
    assert np.array_equal(embedder.embed_query(text), embedder.embed_query(text.translate(TYPED)))


def test_look_alike_letters_inside_cyrillic_words_are_folded(embedder: StaticEmbedder) -> None:
    assert np.array_equal(embedder.embed_query("тiркеу"), embedder.embed_query("тіркеу"))
    assert not np.array_equal(embedder.embed_query("this"), embedder.embed_query("тхис"))


def test_more_texts_than_one_batch_keep_their_order(embedder: StaticEmbedder) -> None:
    texts = [f"статья {number} о краже" for number in range(2_500)]
    vectors = embedder.embed_passages(texts)
    assert np.array_equal(vectors[2_345], embedder.embed_query(texts[2_345]))


def test_a_translation_is_nearer_than_another_sentence(embedder: StaticEmbedder) -> None:
    kazakh, russian, english, *_ = embedder.embed_passages(TEXTS)
    other = embedder.embed_query("Погода завтра будет солнечной и тёплой")
    assert kazakh @ russian > kazakh @ other
    assert kazakh @ english > kazakh @ other
    assert russian @ english > english @ other


def test_the_name_tells_the_model(embedder: StaticEmbedder, tmp_path: Path) -> None:
    assert embedder.name == StaticEmbedder.built_in().name
    copy = Path(shutil.copytree(FOLDER, tmp_path / "copy"))
    tokenizer = copy / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert StaticEmbedder(copy).name != embedder.name


def test_the_folder_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) <= 20_000_000


def test_a_missing_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        StaticEmbedder(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_damaged_folder_is_a_clear_error(tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "copy"))
    damaged = copy / name
    damaged.write_bytes(damaged.read_bytes()[:10_000])
    with pytest.raises(ModelUnusable):
        StaticEmbedder(copy)


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from vectorstore.embedders.static import StaticEmbedder\n"
        "early = {'tokenizers', 'safetensors'} & set(sys.modules)\n"
        "StaticEmbedder.built_in().embed_query('ұрлық')\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'scipy'} & set(sys.modules)\n"
        "sys.exit(str(early | heavy) if early | heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


_EMBEDDERS: list[StaticEmbedder] = []


def _shared_embedder() -> StaticEmbedder:
    """One for all examples: hypothesis refuses fixtures of function scope, and loading takes a while."""
    if not _EMBEDDERS:
        _EMBEDDERS.append(StaticEmbedder.built_in())
    return _EMBEDDERS[0]
