"""Runs an ONNX file with ONNX Runtime, which Chroma needs anyway. Knows nothing of text.

Operators of one's own, which would be code, are never registered.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILES = ("onnx/model.onnx", "model.onnx")


class OnnxNetwork:
    def __init__(self, file: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4  # a warning may hold words of a text
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self.inputs = frozenset(one.name for one in self._session.get_inputs())
        self.outputs = tuple(one.name for one in self._session.get_outputs())

    def run(self, given: Mapping[str, NDArray[np.int64]]) -> dict[str, NDArray[np.float32]]:
        """Every output by its name."""
        return dict(zip(self.outputs, self._session.run(None, dict(given)), strict=True))
