"""A model that was exported to ONNX or OpenVINO: its words, its network, its turns. Needs no torch.

Reads what sentence-transformers keeps beside the network: tokenizer, length. Knows nothing of what the
outputs mean.
"""

import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from casefile.errors import ModelUnusable
from vectorstore.model_folder import Backend, ModelFolder
from vectorstore.runtimes import onnx, openvino
from vectorstore.turns import Turns

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 1_024  # tokens of a text that are read; a passage has at most some 2,000 characters
PACKAGES = {Backend.ONNX: "onnxruntime", Backend.OPENVINO: "openvino"}
FILES = {Backend.ONNX: onnx.FILES, Backend.OPENVINO: openvino.FILES}
BATCH = 8  # texts in one pass, as with torch on a processor

Numbers = NDArray[np.float32]
Text = str | tuple[str, str]  # a text, or a question with a text


class Network(Protocol):
    inputs: frozenset[str]
    outputs: tuple[str, ...]

    def run(self, given: Mapping[str, NDArray[np.int64]]) -> dict[str, Numbers]: ...


class Exported(Turns):
    """Used by one thread at a time."""

    def __init__(self, folder: ModelFolder) -> None:
        """Raises `ModelUnusable`."""
        super().__init__(folder.path)
        if importlib.util.find_spec(PACKAGES[folder.backend]) is None:
            raise ModelUnusable(path=folder.path, reason=f"model_no_{folder.backend}")
        files = [folder.path / name for name in FILES[folder.backend]]
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            raise ModelUnusable(path=files[0], reason="model_no_weights")
        with self.ours():
            self._tokenizer = _tokenizer(folder.path)
            self._network = _network(file, folder.backend)

    def run(self, texts: Sequence[Text]) -> tuple[dict[str, Numbers], NDArray[np.int64]]:
        """The outputs, and which tokens of each text are no padding, shape (n, tokens)."""
        read = self._tokenizer.encode_batch(list(texts))
        columns = {
            "input_ids": [one.ids for one in read],
            "attention_mask": [one.attention_mask for one in read],
            "token_type_ids": [one.type_ids for one in read],
        }
        given = {name: np.array(rows, dtype=np.int64) for name, rows in columns.items()}
        wanted = {name: rows for name, rows in given.items() if name in self._network.inputs}
        return self._network.run(wanted), given["attention_mask"]


def config(folder: Path, name: str) -> dict[str, Any]:  # Any: JSON
    """A JSON object of the folder; `{}` where there is none."""
    path = folder / name
    told = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return told if isinstance(told, dict) else {}


def _network(file: Path, backend: Backend) -> Network:
    if backend is Backend.ONNX:
        return onnx.OnnxNetwork(file)
    return openvino.OpenVinoNetwork(file)


def _tokenizer(folder: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    said = config(folder, "tokenizer_config.json")
    told = config(folder, "sentence_bert_config.json").get("max_seq_length"), said.get("model_max_length")
    tokenizer.enable_truncation(int(min(filter(None, (*told, _positions(folder), LONGEST)))))
    padding = said.get("pad_token") or "[PAD]"
    padding = padding if isinstance(padding, str) else str(padding["content"])
    tokenizer.enable_padding(pad_id=tokenizer.token_to_id(padding) or 0, pad_token=padding)
    return tokenizer


def _positions(folder: Path) -> int:
    """Tokens the network has places for, 0 if it does not say. RoBERTa's first places stand for padding."""
    told = config(folder, "config.json")
    places = int(told.get("max_position_embeddings") or 0)
    padded = "roberta" in str(told.get("model_type"))
    return places - (int(told.get("pad_token_id") or 0) + 1) if places and padded else places
