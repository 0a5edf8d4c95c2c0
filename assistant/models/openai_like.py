"""A local server that speaks the OpenAI protocol (llama.cpp, Ollama, vLLM, LM Studio), through llama-index.

Every failure of the server becomes `ModelServerFailed`, whose reason never holds what was said.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.models.bounded import base_address, bounded_client
from assistant.models.loopback import loopback_only
from assistant.ports import Message
from casefile.errors import ModelServerFailed

LONGEST_REPLY = 60_000  # characters
MOST_TOKENS = 3_000  # asked of the server
CONTEXT = 32_768  # tokens; llama-index wants a number, the server keeps its own
SCHEMA_REFUSED = (400, 404, 415, 422, 501)


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
        self._client = bounded_client(url, timeout)
        self._timeout = timeout
        self._takes_schema = True

    @property
    def name(self) -> str:
        """The model's name; empty until the server has been asked for it."""
        return self._model

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        """Pieces of the reply. Raises `ModelServerFailed`. The first call loads llama-index: seconds."""
        import llama_index.llms.openai_like  # noqa: F401  # here, so that no reply waits for it

        return self._told(messages, schema)

    def _told(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        import httpx
        import openai

        try:
            yield from self._reply(messages, schema)
        except openai.APIStatusError as error:
            raise self._failed(f"HTTP {error.status_code}") from error
        except openai.APITimeoutError as error:
            raise self._failed("timeout") from error
        except openai.OpenAIError as error:
            raise self._failed(type(error.__cause__ or error).__name__) from error
        except httpx.TimeoutException as error:
            raise self._failed("timeout") from error
        except (httpx.HTTPError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
            # The last five: what llama-index meets in a reply that is no chat completion.
            raise self._failed(type(error).__name__) from error

    def _reply(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        import openai

        if not self._model:
            self._model = self._first_model()
        if self._takes_schema:
            wanted = {"name": "claims", "strict": True, "schema": dict(schema)}
            pieces = self._stream(messages, response_format={"type": "json_schema", "json_schema": wanted})
            try:
                yield from pieces
            except openai.APIStatusError as error:
                if error.status_code not in SCHEMA_REFUSED:
                    raise
                self._takes_schema = False
            else:
                return
        yield from self._stream(messages)

    def _stream(
        self, messages: Sequence[Message], **options: Any
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
            http_client=self._client,
        )
        said = [ChatMessage(role=message.role, content=message.text) for message in messages]
        length = 0
        for piece in server.stream_chat(said, **options):
            length += len(piece.delta or "")
            if length > LONGEST_REPLY:
                raise self._failed(f"more than {LONGEST_REPLY} characters")
            if piece.delta:
                yield piece.delta

    def _first_model(self) -> str:
        response = self._client.get(base_address(self._url) + "/models", headers=self._authorization())
        if response.status_code != 200:
            raise self._failed(f"HTTP {response.status_code} for /models")
        return str(response.json()["data"][0]["id"])

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    def _failed(self, reason: str) -> ModelServerFailed:
        return ModelServerFailed(url=base_address(self._url), reason=reason)
