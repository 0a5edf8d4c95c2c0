"""The adapter to sentence-transformers: what it takes from a model's folder, and what it refuses."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from casefile.errors import ModelUnusable
from tests.models import loaded
from tests.tiny import make_roberta
from vectorstore.digests import Digests
from vectorstore.embedders.sentence_transformers import SentenceTransformersEmbedder
from vectorstore.model_folder import Backend, Task, examined
from vectorstore.model_hub import found
from vectorstore.neural import Device


@pytest.fixture
def copy(tiny_embedder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_embedder, tmp_path / "tiny"))


def configure(folder: Path, file: str, **told: object) -> None:
    known = json.loads((folder / file).read_text())
    (folder / file).write_text(json.dumps(known | told))


def test_question_and_passage_are_embedded_with_the_prompts_of_the_model(
    tiny_embedder: Path, copy: Path
) -> None:
    prompted = loaded(tiny_embedder)
    assert not np.allclose(prompted.embed_query("кража"), prompted.embed_passages(["кража"])[0], atol=1e-3)
    configure(copy, "config_sentence_transformers.json", prompts={})
    plain = loaded(copy)
    assert np.allclose(plain.embed_query("кража"), plain.embed_passages(["кража"])[0], atol=1e-5)
    assert np.allclose(prompted.embed_query("кража"), plain.embed_query("Салық: кража"), atol=1e-5)
    assert np.allclose(
        prompted.embed_passages(["кража"]), plain.embed_passages(["Телефон: кража"]), atol=1e-5
    )


def test_real_model_finds_what_means_the_same(minilm: Path) -> None:
    model = loaded(minilm)
    dog, hound, tax = model.embed_passages(["A dog barks.", "The hound is barking.", "The law on taxes."])
    assert dog @ hound > 0.6 > 0.3 > dog @ tax
    assert model.embed_query("Which animal makes noise?") @ dog > model.embed_query("What is owed?") @ dog


def test_text_longer_than_the_positions_of_the_model_is_cut(tmp_path: Path) -> None:
    model = loaded(make_roberta(tmp_path / "roberta"))
    assert np.isfinite(model.embed_passages(["телефон " * 500])).all()


def test_model_that_loads_without_sense_is_refused(copy: Path) -> None:
    from safetensors.numpy import load_file, save_file

    weights = load_file(copy / "model.safetensors")
    broken = {name: np.full_like(numbers, np.nan) for name, numbers in weights.items()}
    save_file(broken, copy / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelUnusable) as caught:
        loaded(copy)
    assert caught.value.facts["reason"] == "model_no_numbers"


@pytest.mark.parametrize("size", [9, 1_000])
def test_weights_that_were_cut_short_are_refused(copy: Path, size: int) -> None:
    with (copy / "model.safetensors").open("r+b") as weights:
        weights.truncate(size)
    with pytest.raises(ModelUnusable) as caught:
        loaded(copy)
    assert caught.value.facts["path"] == str(copy)


def test_configuration_that_fits_no_weights_is_refused(copy: Path) -> None:
    configure(copy, "config.json", hidden_size=48, intermediate_size=96)
    with pytest.raises(ModelUnusable):
        loaded(copy)


def test_unknown_kind_of_model_is_refused(copy: Path) -> None:
    configure(copy, "config.json", model_type="of-another-time")
    with pytest.raises(ModelUnusable):
        loaded(copy)


def test_loading_leaves_the_folder_as_it_was(copy: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*")}
    loaded(copy).embed_query("кража")
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*")} == before


def test_missing_graphics_card_is_named(tiny_embedder: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("a card is here")
    with pytest.raises(ModelUnusable) as caught:
        SentenceTransformersEmbedder(
            examined(tiny_embedder, Task.EMBED, Backend.TORCH, Digests()), Device.CUDA
        )
    assert caught.value.facts["reason"] == "model_no_cuda"


def test_setting_may_name_a_folder(tiny_embedder: Path) -> None:
    assert found(str(tiny_embedder)) == (tiny_embedder, tiny_embedder.name)


def test_setting_may_name_a_model_of_the_local_cache(tiny_embedder: Path, tmp_path: Path) -> None:
    snapshot = tmp_path / "models--Some--tiny" / "snapshots" / ("a" * 40)
    shutil.copytree(tiny_embedder, snapshot)
    (tmp_path / "models--Some--tiny" / "refs").mkdir()
    (tmp_path / "models--Some--tiny" / "refs" / "main").write_text("a" * 40)
    folder, name = found("Some/tiny", cache=tmp_path)
    assert (folder.samefile(snapshot), name) == (True, "tiny")


@pytest.mark.parametrize("said", ["/no/such", "no-such", "Some/not-cached", "../..//x", "a/b/c", "~no/x"])
def test_model_that_is_nowhere_is_named(said: str) -> None:
    with pytest.raises(ModelUnusable) as caught:
        found(said)
    assert caught.value.facts == {"path": said, "reason": "model_missing"}
