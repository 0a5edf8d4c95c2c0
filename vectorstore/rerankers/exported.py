"""Scores passages for a question with a cross-encoder that was exported to ONNX or OpenVINO: no torch."""

from collections.abc import Sequence

import numpy as np

from casefile.errors import ModelUnusable
from vectorstore.exported import BATCH, Exported, Numbers
from vectorstore.model_folder import ModelFolder


class ExportedReranker:
    """Safe to share between threads."""

    def __init__(self, folder: ModelFolder) -> None:
        """Raises `ModelUnusable`, also for a model that sorts into classes instead of giving one score."""
        self._folder, self._exported = folder, Exported(folder)
        self.scores("188", ["188"])

    @property
    def name(self) -> str:
        return self._folder.identity

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """In 0..1, higher is better. Raises `ModelUnusable`."""
        found: list[float] = []
        for start in range(0, len(texts), BATCH):
            with self._exported.question():
                outputs, _ = self._exported.run([(question, text) for text in texts[start : start + BATCH]])
                found += self._likings(next(iter(outputs.values())))
        return found

    def _likings(self, logits: Numbers) -> list[float]:
        if logits.ndim != 2 or logits.shape[1] != 1:
            raise ModelUnusable(path=self._folder.path, reason="model_not_reranker")
        if not np.isfinite(logits).all():
            raise ModelUnusable(path=self._folder.path, reason="model_no_numbers")
        return [float(one) for one in 1 / (1 + np.exp(-logits[:, 0].astype(np.float64)))]
