"""An HTTP client for model servers: no proxy, no redirect, and every reply has an end. httpx lives here."""

import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.cancel import Cancellation
from assistant.models.loopback import UNIX

if TYPE_CHECKING:
    import httpx

CONNECT = 5.0  # seconds
LARGEST = 8_000_000  # bytes of one reply, protocol and all


def base_address(url: str) -> str:
    """The address as HTTP has it; a Unix socket stands behind a fixed one."""
    return "http://localhost/v1" if urlsplit(url).scheme == UNIX else url.rstrip("/")


def bounded_client(
    url: str, seconds: float, cancellation: Cancellation, largest: int = LARGEST
) -> "httpx.Client":
    """A client whose replies end after `seconds` and `largest` bytes, however the server behaves.

    Cancelling cuts its connections, also one on which another thread waits. The environment
    is not asked: a proxy would carry case material away.
    """
    import httpx

    class Ending(httpx.SyncByteStream):
        def __init__(self, stream: httpx.SyncByteStream, deadline: float) -> None:
            self._stream, self._deadline = stream, deadline

        def __iter__(self) -> Iterator[bytes]:
            left = largest
            for chunk in self._stream:
                left -= len(chunk)
                if left < 0:
                    raise httpx.ReadError(f"more than {largest} bytes")
                if time.monotonic() > self._deadline:
                    raise httpx.ReadTimeout(f"more than {seconds:g} seconds")
                yield chunk

        def close(self) -> None:
            self._stream.close()

    def connected(event: str, facts: Mapping[str, object]) -> None:
        """httpcore tells what it does; a finished step may return the connection."""
        connection = getattr(facts.get("return_value"), "get_extra_info", None)
        if connection and event.endswith(".complete"):
            cancellation.then(partial(_cut, connection("socket")))

    class Bounded(httpx.BaseTransport):
        def __init__(self) -> None:
            parts = urlsplit(url)
            self._inner = httpx.HTTPTransport(
                uds=parts.path if parts.scheme == UNIX else None,
                verify=parts.scheme == "https",  # certificates take a moment to read
                limits=httpx.Limits(max_keepalive_connections=0),  # one left idle may be dead when it is used
                trust_env=False,
            )

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            deadline = time.monotonic() + seconds
            request.extensions = {**request.extensions, "trace": connected}
            request.headers["accept-encoding"] = "identity"  # a small reply cannot unfold into a large one
            response = self._inner.handle_request(request)
            if not isinstance(response.stream, httpx.SyncByteStream):
                raise httpx.ReadError("a reply without a body")
            response.stream = Ending(response.stream, deadline)
            return response

        def close(self) -> None:
            self._inner.close()

    return httpx.Client(
        transport=Bounded(),
        timeout=httpx.Timeout(seconds, connect=min(CONNECT, seconds)),
        follow_redirects=False,
        trust_env=False,
    )


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # closed already
        connection.shutdown(socket.SHUT_RDWR)  # wakes who reads from it, which close() does not
