"""Reads the JSON files of a model folder and refuses what would make a loader run or fetch something.

What is refused was read off sentence-transformers 6.2 and transformers 5.23: names of classes to import,
files to load and kernels to download. Knows nothing of weights.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from casefile.errors import ModelUnusable

Config = dict[str, Any]  # Any: JSON

WORDS = frozenset(
    {"tokenizer.json", "vocab.json"}
)  # large, read by the tokenizer alone, which imports nothing
LARGEST = 4_000_000  # bytes of any other JSON file
# Modules that turn text into one vector, or into a score, without naming classes of their own.
MODULE = re.compile(
    r"sentence_transformers(\.[a-z_]+)*\."
    r"(Transformer|Pooling|Normalize|Dense|LayerNorm|Dropout|StaticEmbedding|WeightedLayerPooling|LogitScore)"
)
ACTIVATION = re.compile(r"torch\.nn\.modules\.[a-z]+\.[A-Z][A-Za-z0-9]*")
ASKING = frozenset({"auto_map", "trust_remote_code", "custom_pipelines"})  # for code that comes along
ACTIVATIONS = frozenset({"activation_function", "activation_fn", "sbert_ce_default_activation_function"})


def read_configs(folder: Path, files: Sequence[str]) -> dict[str, Config]:
    """The configuration at the top of the folder, by file name. Raises `ModelUnusable`."""
    if adapter := [file for file in files if PurePosixPath(file).name == "adapter_config.json"]:
        raise ModelUnusable(path=folder / adapter[0], reason="model_adapter")  # names another model to load
    found: dict[str, Config] = {}
    for file in files:
        name = PurePosixPath(file).name
        if not name.lower().endswith(".json") or name in WORDS:
            continue
        told = _read(folder / file)
        if reason := _danger(name, told, files):
            raise ModelUnusable(path=folder / file, reason=reason)
        if file == name:
            found[name] = told if isinstance(told, dict) else {}
    return found


def _read(path: Path) -> object:
    try:
        if path.stat().st_size > LARGEST:
            raise ModelUnusable(path=path, reason="model_json")
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ModelUnusable(path=path, reason=error.strerror or error) from error
    except (ValueError, RecursionError) as error:
        raise ModelUnusable(path=path, reason="model_json") from error


def _danger(name: str, told: object, files: Sequence[str]) -> str:
    """Why a loader must not read this; "" if it may."""
    for key, value in _pairs(told):
        if key in ASKING and value:
            return "model_foreign"
        if key in ACTIVATIONS and isinstance(value, str) and "." in value and not ACTIVATION.fullmatch(value):
            return "model_foreign"
        if key.endswith("_implementation") and "/" in json.dumps(value):
            return "model_foreign"  # a kernel, to be fetched and run
    if name == "modules.json" and not _plain_modules(told):
        return "model_foreign"
    if name.endswith(".index.json") and not _shards_are_here(told, files):
        return "model_shards"
    return ""


def _pairs(told: object) -> Iterator[tuple[str, object]]:
    """Every key with its value, however deep."""
    waiting = [told]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield from one.items()
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _plain_modules(told: object) -> bool:
    return isinstance(told, list) and bool(told) and all(_plain(module) for module in told)


def _plain(module: object) -> bool:
    if not isinstance(module, dict):
        return False
    kind, path = module.get("type"), module.get("path")
    if not isinstance(kind, str) or not isinstance(path, str) or not MODULE.fullmatch(kind):
        return False
    return not path.startswith(("/", "\\")) and ".." not in path and ":" not in path


def _shards_are_here(told: object, files: Sequence[str]) -> bool:
    """Weights in several files: each one that is named is a safetensors file of this folder."""
    shards = told.get("weight_map") if isinstance(told, dict) else None
    return isinstance(shards, dict) and all(
        isinstance(shard, str) and shard.endswith(".safetensors") and shard in files
        for shard in shards.values()
    )
