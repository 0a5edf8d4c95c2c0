"""Loads a folder that was examined with sentence-transformers: the only file that imports it, and torch.

Importing it takes seconds and some 450 MB, so it happens when a model is first needed. Nothing is fetched,
no code that comes with a model is run.
"""

import math
import os
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from casefile.errors import ModelUnusable
from vectorstore.model_folder import ModelFolder
from vectorstore.turns import Turns

LONGEST = 1_024  # tokens of a text that are read; a passage has at most some 2,000 characters
BATCH = {"cpu": 8, "cuda": 64}  # texts in one pass: on two cores 4 to 8 are quickest, 16 a fifth slower


class Device(StrEnum):
    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Loaded(Turns):
    """A model in memory, used by one thread at a time: its tokenizer cannot serve two.

    `model` is a SentenceTransformer or a CrossEncoder.
    """

    def __init__(self, kind: str, folder: ModelFolder, device: Device) -> None:
        """Raises `ModelUnusable`."""
        super().__init__(folder.path)
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # threads of our own are enough
        with self.ours():
            place = _place(device, folder)
            self.model: Any = _load(kind, folder, place)  # Any: the library is imported late
            self.batch = BATCH[place]


def _place(device: Device, folder: ModelFolder) -> str:
    import torch

    has_cuda = torch.cuda.is_available()
    if device is Device.CUDA and not has_cuda:
        raise ModelUnusable(path=folder.path, reason="model_no_cuda")
    return "cuda" if has_cuda and device is not Device.CPU else "cpu"


def _load(kind: str, folder: ModelFolder, place: str) -> Any:
    import sentence_transformers
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # untyped there
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    make: Callable[..., Any] = getattr(sentence_transformers, kind)
    # Half precision is slow on a processor.
    model = make(
        str(folder.path),
        device=place,
        trust_remote_code=False,
        local_files_only=True,
        model_kwargs={"use_safetensors": True, **({"dtype": "float32"} if place == "cpu" else {})},
    )
    said, longest = model.max_seq_length, _longest(model)
    if said is not None and not math.isinf(said):
        model.max_seq_length = longest
    return model


def _longest(model: Any) -> int:
    """Tokens the model can take, at most `LONGEST`: RoBERTa's first positions stand for padding."""
    longest = min(model.max_seq_length or LONGEST, LONGEST)
    for module in model.modules():
        positions = getattr(module, "position_embeddings", None)
        if places := getattr(positions, "num_embeddings", 0):
            padding = getattr(positions, "padding_idx", None)
            longest = min(longest, places - (0 if padding is None else padding + 1))
    return int(longest)
