"""Models are looked at and loaded once, when needed; the built-in one stands in for one that fails."""

from pathlib import Path

import numpy as np
import pytest

from casefile.errors import ModelUnusable
from tests.models import Letters
from vectorstore.embedders.fallback import WithFallback
from vectorstore.lazily import Lazily
from vectorstore.model_folder import Backend, ModelFolder
from vectorstore.ports import Embedder

FOLDER = ModelFolder(Path("/model"), Backend.TORCH, "model", "0" * 64)


class Steps:
    """Examines and loads, or fails at the step that `fails` names."""

    def __init__(self, fails: str = "") -> None:
        self._fails = fails
        self.taken: list[str] = []
        self.told: list[ModelUnusable] = []
        self.model = Lazily[Embedder](self.examine, self.load, self.told.append)

    def examine(self) -> ModelFolder:
        self._take("examine")
        return FOLDER

    def load(self, folder: ModelFolder) -> Embedder:
        self._take("load")
        return Letters(folder.name)

    def _take(self, step: str) -> None:
        self.taken.append(step)
        if step == self._fails:
            raise ModelUnusable(path="/model", reason="model_code")


def test_nothing_is_done_before_it_is_needed() -> None:
    steps = Steps()
    WithFallback(steps.model, Letters("built-in"))
    assert steps.taken == []


def test_whether_a_model_can_be_used_is_seen_without_loading_it() -> None:
    steps = Steps()
    assert steps.model.trouble() is None
    assert steps.taken == ["examine"]


def test_model_is_loaded_once() -> None:
    steps = Steps()
    embedder = WithFallback(steps.model, Letters("built-in"))
    assert [embedder.name, embedder.name] == ["model", "model"]
    assert steps.taken == ["examine", "load"]


@pytest.mark.parametrize("fails", ["examine", "load"])
def test_built_in_one_stands_in_and_why_is_told_once(fails: str) -> None:
    steps, built_in = Steps(fails), Letters("built-in")
    embedder = WithFallback(steps.model, built_in)
    assert embedder.name == built_in.name
    assert embedder.dimension == built_in.dimension
    assert np.array_equal(embedder.embed_query("кража"), built_in.embed_query("кража"))
    assert np.array_equal(embedder.embed_passages(["кража"]), built_in.embed_passages(["кража"]))
    assert steps.taken[-1] == fails
    assert steps.told == [steps.model.trouble()]
