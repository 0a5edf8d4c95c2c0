"""Gives every browser Gradio sessions of its own.

Gradio makes session hashes with `Math.random`, puts them in addresses, and gives whoever knows one the
answers of that session. So a page comes with a random cookie, everything behind the page asks for it,
and the hash Gradio sees is the browser's hash keyed with its cookie: another cookie is another session.
There is no table of owners, so nothing to fill, to evict or to lose in a restart. Knows nothing of
Gradio but where it puts the hash.
"""

import hmac
import json
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dalel_browser"
OPEN = ("/assets/", "/static/", "/theme.css", "/style.css", "/page.js", "/icon.svg")  # hold no case material
JOIN, DATA = "/gradio_api/queue/join", "/gradio_api/queue/data"
LARGEST_EVENT = 1 << 20  # bytes: a question and the names of collections


class Sessions:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or any(part in path for part in OPEN):
            await self._app(scope, receive, send)
            return
        browser = browser_of(Headers(scope=scope))
        if path.endswith(JOIN):
            event = _event(await _body(receive))
            session = _own(browser, event.get("session_hash"))
            body = json.dumps(event | {"session_hash": session}).encode()
            allowed, scope, receive = bool(session), _sized(scope, len(body)), _again(body, receive)
        elif path.endswith(DATA):
            asked = parse_qs(scope["query_string"].decode("latin-1")).get("session_hash", [""])
            session = _own(browser, asked[0])
            # The whole query is ours: of a hash given twice, we and Gradio could read different ones.
            allowed, scope = bool(session), {**scope, "query_string": f"session_hash={session}".encode()}
        elif path.startswith("/dalel/"):
            allowed = bool(browser)
        else:  # a page
            allowed, send = True, send if browser else _introducing(send)
        await (self._app if allowed else Response(status_code=403))(scope, receive, send)


def _own(browser: str, session: object) -> str:
    """The hash Gradio sees; "" where the browser has no cookie or gave no hash."""
    if not browser or not isinstance(session, str) or not session:
        return ""
    return hmac.new(browser.encode(), session.encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def browser_of(headers: Mapping[str, str]) -> str:
    """The cookie that makes a browser this one; "" where it has none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _introducing(send: Send) -> Send:
    """Give a browser its cookie together with the page."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            value = f"{COOKIE}={secrets.token_urlsafe(32)}; HttpOnly; SameSite=Strict; Path=/"
            MutableHeaders(scope=message).append("set-cookie", value)
        await send(message)

    return sending


async def _body(receive: Receive) -> bytes:
    """The whole body, or b"" where it is larger than any event of ours."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST_EVENT or message["type"] == "http.disconnect":
            return b""
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """`receive` for an application that has not seen the body we have read."""
    unread = [body]

    async def receiving() -> Message:
        if unread:
            return {"type": "http.request", "body": unread.pop(), "more_body": False}
        return await receive()

    return receiving


def _sized(scope: Scope, length: int) -> Scope:
    """`scope` for a body of this length."""
    kept = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
    return {**scope, "headers": [*kept, (b"content-length", str(length).encode())]}


def _event(body: bytes) -> dict[str, object]:
    """What the browser asks of Gradio; nothing where that is no JSON object."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}
