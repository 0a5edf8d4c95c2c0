"""A local server that speaks the OpenAI protocol (llama.cpp, Ollama, vLLM, LM Studio), through llama-index.

Every failure of the server becomes `ModelServerFailed`, whose reason never holds what was said.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.cancel import Cancellable, Cancellation
from assistant.models.bounded import base_address, bounded_client
from assistant.models.loopback import loopback_only
from assistant.ports import Message
from casefile.errors import ModelContextExceeded, ModelServerFailed, ModelServerRefused

if TYPE_CHECKING:
    import httpx
    import openai

LONGEST_REPLY = 60_000  # characters
MOST_TOKENS = 3_000  # asked of the server
CONTEXT = 32_768  # tokens; llama-index wants a number, the server keeps its own
SCHEMA_REFUSED = (400, 404, 415, 422, 501)
_OVERFLOW = re.compile(r"context|too long|too many tokens", re.IGNORECASE)
"""llama.cpp: "exceeds the available context size", with status 400, 500, or in a stream that began;
vLLM: "maximum context length is"; OpenAI: `context_length_exceeded`."""


class OpenAILikeModel:
    """Our `ChatModel`. Connects when asked, not when made."""

    def __init__(
        self,
        url: str,
        *,
        model: str = "",
        key: str = "",
        timeout: float = 60.0,
        allow_remote: bool = False,
    ) -> None:
        """`timeout`: seconds for a whole reply. Raises `ModelServerRemote`, `SettingInvalid`."""
        loopback_only(url, allow_remote=allow_remote)
        self._url, self._model, self._key = url, model, key
        self._timeout = timeout
        self._takes_schema = True

    @property
    def name(self) -> str:
        """The model's name; empty until the server has been asked for it."""
        return self._model

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Cancellable:
        """Pieces of the reply. Raises `ModelServerFailed`. The first call loads llama-index: seconds."""
        import httpcore  # noqa: F401  # these three here, so that no reply waits for them
        import llama_index.llms.openai_like  # noqa: F401
        import openai.resources.chat  # noqa: F401

        cancellation = Cancellation()
        return Cancellable(self._told(messages, schema, cancellation), cancellation)

    def _told(
        self, messages: Sequence[Message], schema: Mapping[str, object], cancellation: Cancellation
    ) -> Generator[str, None, None]:
        import httpx
        import openai

        try:
            with bounded_client(self._url, self._timeout, cancellation) as client:
                yield from self._reply(client, messages, schema)
        except openai.APITimeoutError as error:
            raise self._failed("timeout") from error
        except openai.APIConnectionError as error:
            raise self._failed(type(error.__cause__ or error).__name__) from error
        except openai.APIError as error:
            raise self._told_off(error) from error
        except openai.OpenAIError as error:
            raise self._failed(type(error).__name__) from error
        except httpx.TimeoutException as error:
            raise self._failed("timeout") from error
        except (httpx.HTTPError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
            # The last five: what llama-index meets in a reply that is no chat completion.
            raise self._failed(type(error).__name__) from error

    def _reply(
        self, client: "httpx.Client", messages: Sequence[Message], schema: Mapping[str, object]
    ) -> Iterator[str]:
        import openai

        if not self._model:
            self._model = self._first_model(client)
        if self._takes_schema:
            wanted = {"name": "claims", "strict": True, "schema": dict(schema)}
            form = {"type": "json_schema", "json_schema": wanted}
            try:
                yield from self._stream(client, messages, response_format=form)
            except openai.APIStatusError as error:
                if error.status_code not in SCHEMA_REFUSED or _overflows(error):
                    raise
            else:
                return
        for piece in self._stream(client, messages):
            self._takes_schema = False  # it was the schema, then
            yield piece

    def _stream(
        self, client: "httpx.Client", messages: Sequence[Message], **options: Any
    ) -> Iterator[str]:  # Any: the protocol's own
        from llama_index.core.base.llms.types import ChatMessage
        from llama_index.llms.openai_like import OpenAILike

        server = OpenAILike(
            model=self._model,
            api_base=base_address(self._url),
            api_key=self._key or "none",
            context_window=CONTEXT,
            max_tokens=MOST_TOKENS,
            temperature=0.0,
            timeout=self._timeout,
            max_retries=0,
            is_chat_model=True,
            http_client=client,
        )
        said = [ChatMessage(role=message.role, content=message.text) for message in messages]
        length = 0
        for piece in server.stream_chat(said, **options):
            length += len(piece.delta or "")
            if length > LONGEST_REPLY:
                raise self._failed(f"more than {LONGEST_REPLY} characters")
            if piece.delta:
                yield piece.delta

    def _first_model(self, client: "httpx.Client") -> str:
        response = client.get(base_address(self._url) + "/models", headers=self._authorization())
        if response.status_code != 200:
            raise self._failed(f"HTTP {response.status_code} for /models", response.status_code)
        return str(response.json()["data"][0]["id"])

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    def _told_off(self, error: "openai.APIError") -> ModelServerFailed:
        """What the server says is wrong: by a status, or in a stream that had begun."""
        status = getattr(error, "status_code", 0)
        if _overflows(error):
            return ModelContextExceeded(url=base_address(self._url), reason="context")
        return self._failed(f"HTTP {status}" if status else type(error).__name__, status)

    def _failed(self, reason: str, status: int = 0) -> ModelServerFailed:
        refused = 400 <= status < 500 and status not in (408, 429)  # asking again would not help
        return (ModelServerRefused if refused else ModelServerFailed)(
            url=base_address(self._url), reason=reason
        )


def _overflows(error: "openai.APIError") -> bool:
    return bool(_OVERFLOW.search(error.message))
