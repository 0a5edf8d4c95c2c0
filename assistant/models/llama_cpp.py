"""A GGUF file in this process, through llama-cpp-python (the extra `llamacpp`), which lives here.

One reply at a time: the library keeps one context.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from assistant.ports import Message
from casefile.errors import ModelContextExceeded, ModelServerFailed, ModelUnusable

MOST_TOKENS = 3_000  # of a reply
MAGIC = b"GGUF"


class LlamaCppModel:
    """Our `ChatModel`. Reads the file when first asked."""

    def __init__(self, path: Path, *, context: int) -> None:
        """`context`: tokens, of question and reply together. Raises `ModelUnusable`."""
        if find_spec("llama_cpp") is None:
            raise ModelUnusable(path=path, reason="model_no_llamacpp")
        try:
            with path.open("rb") as file:
                known = file.read(len(MAGIC)) == MAGIC
        except OSError as error:
            raise ModelUnusable(path=path, reason=error.strerror or "missing") from error
        if not known:
            raise ModelUnusable(path=path, reason="model_not_gguf")
        self._path, self._context = path, context
        self._loading, self._speaking = Lock(), Lock()
        self._llama: Any = None  # of an untyped library

    @property
    def name(self) -> str:
        return self._path.name

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        """Pieces of the reply. Raises `ModelServerFailed`. The first call reads the file: seconds."""
        with self._loading:
            if self._llama is None:
                self._llama = self._read()
        return self._told(messages, schema)

    def _read(self) -> Any:  # Any: likewise
        from llama_cpp import Llama

        try:
            return Llama(str(self._path), n_ctx=self._context, n_gpu_layers=-1, verbose=False)
        except (ValueError, OSError, RuntimeError) as error:
            raise self._failed(error) from error

    def _told(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        said = [{"role": message.role, "content": message.text} for message in messages]
        form = {"type": "json_object", "schema": dict(schema)}
        with self._speaking:
            try:
                for chunk in self._llama.create_chat_completion(
                    said, response_format=form, max_tokens=MOST_TOKENS, temperature=0.0, stream=True
                ):
                    if piece := chunk["choices"][0]["delta"].get("content"):
                        yield piece
            except (ValueError, OSError, RuntimeError) as error:
                raise self._failed(error) from error

    def _failed(self, error: Exception) -> ModelServerFailed:
        if "context window" in str(error):  # "Requested tokens (9000) exceed context window of 8192"
            return ModelContextExceeded(url=self._path, reason="context")
        return ModelServerFailed(url=self._path, reason=type(error).__name__)
