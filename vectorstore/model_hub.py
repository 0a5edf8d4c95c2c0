"""From what a setting says, a folder or a name such as `BAAI/bge-m3`, to a folder on this machine.

A name is looked up in the local Hugging Face cache; only where that is allowed is a missing model fetched,
and then only files that may be loaded. Everything behind this sees a folder. Knows nothing of models.
"""

import re
from pathlib import Path

from casefile.errors import ModelUnusable

NAME = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")
FETCHED = ["*.safetensors", "*.json", "*.txt", "*.model", "*.jinja", "*.onnx", "*.onnx_data", "openvino/*"]


def found(said: str, *, fetch: bool = False, cache: Path | None = None) -> tuple[Path, str]:
    """The folder and the model's name. `cache`: another one than Hugging Face's. Raises `ModelUnusable`."""
    folder = Path(said)
    if folder.is_dir():
        return folder, folder.resolve().name
    if not NAME.fullmatch(said):
        raise ModelUnusable(path=said, reason="model_missing")
    return _cached(said, fetch, cache), said.partition("/")[2]


def _cached(name: str, fetch: bool, cache: Path | None) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(
            snapshot_download(name, allow_patterns=FETCHED, local_files_only=not fetch, cache_dir=cache)
        )
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise ModelUnusable(path=name, reason="model_missing") from error
    except (HfHubHTTPError, OSError) as error:
        raise ModelUnusable(path=name, reason="model_not_fetched") from error
