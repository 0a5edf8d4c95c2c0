"""Scores passages for a question with any sentence-transformers CrossEncoder in a folder.

Knows nothing of how the folder was found and checked, nor of what the scores are used for.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from casefile.errors import ModelUnusable
from vectorstore.model_folder import ModelFolder
from vectorstore.neural import Device, Loaded


class CrossEncoderReranker:
    """Safe to share between threads."""

    def __init__(self, folder: ModelFolder, device: Device = Device.AUTO) -> None:
        """Raises `ModelUnusable`, also for a model that sorts into classes instead of giving one score."""
        self._folder, self._loaded = folder, Loaded("CrossEncoder", folder, device)
        if self._loaded.model.num_labels != 1:
            raise ModelUnusable(path=folder.path, reason="model_not_reranker")
        self.scores("188", ["188"])

    @property
    def name(self) -> str:
        return self._folder.identity

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """In 0..1, higher is better. Raises `ModelUnusable`."""
        if not texts:
            return []
        with self._loaded.question():
            scores = self._loaded.model.predict(
                [(question, text) for text in texts],
                batch_size=self._loaded.batch,
                activation_fn=_logistic,  # some models keep their scores as they are
                show_progress_bar=False,
            )
        if not np.isfinite(scores).all():
            raise ModelUnusable(path=self._folder.path, reason="model_no_numbers")
        return [float(score) for score in scores]


def _logistic(scores: Any) -> Any:  # Any: a tensor of torch's
    return scores.sigmoid()
