"""Is a model folder safe to load, and which model is it? Reads names and JSON, runs nothing that lies in it.

A model from elsewhere is a stranger's file. Loading it must be reading numbers: safetensors, or the ONNX or
OpenVINO files of that back end. A folder that holds anything a loader could execute is refused as a whole,
also where the loader of today would pass it over. Knows nothing of how models are loaded.
"""

import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casefile.errors import ModelUnusable
from vectorstore.digests import Digests
from vectorstore.model_config import Config, read_configs

CODE = frozenset(".py .pyc .pyo .pyd .pyw .pyx .so .dll .dylib .exe .sh .bat .ps1 .js .wasm .jar".split())
PICKLES = frozenset(
    ".bin .pt .pth .pkl .pickle .ckpt .joblib .dill .cloudpickle .npy .npz .h5 .hdf5 .keras .pb .msgpack"
    " .t7 .mar .nemo .ot .zip .tar .gz .tgz .bz2 .xz .7z .whl .egg".split()
)
# What a pickle, a ZIP (as torch writes one), an ELF or a Windows program begins with, whatever its name.
OPENINGS = (*(b"\x80" + bytes([protocol]) for protocol in range(2, 6)), b"PK\x03\x04", b"\x7fELF", b"MZ")
NUMBERS = frozenset({".onnx_data", ".data", ".bin"})  # nothing but numbers, which may begin like anything
WEIGHTS = {  # suffixes of what each back end reads
    "torch": frozenset({".safetensors"}),
    "onnx": frozenset({".onnx", ".onnx_data", ".data"}),
    "openvino": frozenset({".xml", ".bin"}),
}
TOLD = frozenset({".json", ".txt", ".model", ".jinja", ".vocab", ".bpe"})  # configuration and words
DIGITS = 12  # of the digest, in a name


class Backend(StrEnum):
    TORCH = "torch"
    ONNX = "onnx"
    OPENVINO = "openvino"


class Task(StrEnum):
    EMBED = "embed"
    RERANK = "rerank"


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that was looked through. `digest`: SHA-256 of its configuration and the back end's weights."""

    path: Path
    backend: Backend
    name: str  # of the model, as people call it
    digest: str

    @property
    def identity(self) -> str:
        """Two folders have one identity only if they give the same numbers.

        >>> ModelFolder(Path("/m"), Backend.ONNX, "bge-m3", "0123456789abcdef").identity
        'bge-m3-onnx-0123456789ab'
        """
        backend = "" if self.backend is Backend.TORCH else f"-{self.backend}"
        return f"{self.name}{backend}-{self.digest[:DIGITS]}"


def examined(folder: Path, task: Task, backend: Backend, digests: Digests, name: str = "") -> ModelFolder:
    """The folder, if it may be loaded for this task. Raises `ModelUnusable`, naming the file at fault."""
    files = _files(folder)
    for file in files:
        if reason := _danger(folder / file):
            raise ModelUnusable(path=folder / file, reason=reason)
    configs = read_configs(folder, files)
    _fit(folder, task, configs)
    weights = WEIGHTS[backend]
    used = [file for file in files if Path(file).suffix.lower() in weights | TOLD]
    if not any(Path(file).suffix.lower() in weights for file in used):
        raise ModelUnusable(path=folder, reason="model_no_weights")
    try:
        digest = _digest(folder, used, digests)
    except OSError as error:
        raise ModelUnusable(path=folder, reason=error.strerror or error) from error
    return ModelFolder(folder, backend, name or folder.resolve().name, digest)


def _files(folder: Path) -> list[str]:
    """Every file below the folder. A link to a file is looked at as that file; one to a folder is refused."""
    found: list[str] = []

    def failed(error: OSError) -> None:
        raise ModelUnusable(path=folder, reason=error.strerror or error) from error

    for place, folders, names in os.walk(folder, onerror=failed):
        for name in folders:
            if Path(place, name).is_symlink():
                raise ModelUnusable(path=Path(place, name), reason="model_link")
        found += [Path(place, name).relative_to(folder).as_posix() for name in names]
    if not found:
        raise ModelUnusable(path=folder, reason="model_missing")
    return sorted(found)


def _danger(file: Path) -> str:
    """Why the file must not be in a model's folder; "" if it may."""
    try:
        if not file.is_file():  # a pipe, a device, a link that leads nowhere
            return "model_link"
        with file.open("rb") as opened:
            opening = opened.read(9)
    except OSError as error:
        return error.strerror or str(error)
    suffix = file.suffix.lower()
    if suffix in CODE:
        return "model_code"
    if suffix == ".safetensors":  # eight bytes of length, then JSON
        return "" if opening[8:] == b"{" else "model_pickle"
    if suffix in PICKLES and not _of_openvino(file):
        return "model_pickle"
    return "model_pickle" if suffix not in NUMBERS and opening.startswith(OPENINGS) else ""


def _of_openvino(file: Path) -> bool:
    """OpenVINO keeps its numbers in a .bin beside the .xml of the same name; nobody else loads that name."""
    return file.suffix == ".bin" and file.name.startswith("openvino") and file.with_suffix(".xml").is_file()


def _fit(folder: Path, task: Task, configs: dict[str, Config]) -> None:
    """A model loaded for what it was not made for would answer all the same, with noise."""
    kind = configs.get("config_sentence_transformers.json", Config({})).get("model_type")
    if task is Task.EMBED:
        if "modules.json" not in configs or kind not in (None, "SentenceTransformer"):
            raise ModelUnusable(path=folder, reason="model_not_embedder")
        return
    names = configs.get("config.json", Config({})).get("architectures")
    named = str(names[0]) if isinstance(names, list) and names else ""
    whole = "modules.json" not in configs or kind == "CrossEncoder"
    if not whole or not named.endswith(("ForSequenceClassification", "ForCausalLM")):
        raise ModelUnusable(path=folder, reason="model_not_reranker")


def _digest(folder: Path, files: list[str], digests: Digests) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file}\0{digests.of(folder / file)}\n".encode())
    return whole.hexdigest()
