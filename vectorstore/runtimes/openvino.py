"""Runs an OpenVINO file pair (.xml and .bin) with OpenVINO, if it is installed. Knows nothing of text."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILES = ("openvino/openvino_model.xml", "openvino_model.xml")


class OpenVinoNetwork:
    def __init__(self, file: Path) -> None:
        import openvino

        hints = {"INFERENCE_PRECISION_HINT": "f32"}  # the same numbers on every processor
        self._compiled = openvino.Core().compile_model(str(file), "CPU", hints)
        self.inputs = frozenset(one.get_any_name() for one in self._compiled.inputs)
        self.outputs = tuple(one.get_any_name() for one in self._compiled.outputs)

    def run(self, given: Mapping[str, NDArray[np.int64]]) -> dict[str, NDArray[np.float32]]:
        """Every output by its name."""
        found = self._compiled(dict(given))
        return {name: np.array(found[n]) for n, name in enumerate(self.outputs)}
