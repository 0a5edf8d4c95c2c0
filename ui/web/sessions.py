"""Binds each Gradio session to the first browser that used it.

Gradio makes session hashes with `Math.random`, puts them in addresses, and gives whoever knows one the
answers of that session. So a page comes with a random cookie, everything behind the page asks for it,
and a session answers to its first cookie only. Knows nothing of Gradio but where it puts the hash.
"""

import json
import secrets
from collections import OrderedDict
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dalel_browser"
OPEN = ("/assets/", "/static/", "/theme.css", "/style.css", "/page.js", "/icon.svg")  # hold no case material
JOIN, DATA = "/gradio_api/queue/join", "/gradio_api/queue/data"
LARGEST_EVENT = 1 << 20  # bytes: a question and the names of collections
MOST = 10_000  # sessions remembered


class Sessions:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._owners: OrderedDict[str, str] = OrderedDict()  # session hash -> cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or any(part in path for part in OPEN):
            await self._app(scope, receive, send)
            return
        browser = _cookie(Headers(scope=scope))
        if path.endswith(JOIN):
            body = await _body(receive)
            allowed, receive = self._owns(browser, _hash_in(body)), _again(body, receive)
        elif path.endswith(DATA):
            query = parse_qs(scope["query_string"].decode("latin-1"))
            allowed = self._owns(browser, query.get("session_hash", [""])[0])
        elif path.startswith("/dalel/"):
            allowed = bool(browser)
        else:  # a page
            allowed, send = True, send if browser else _introducing(send)
        await (self._app if allowed else Response(status_code=403))(scope, receive, send)

    def _owns(self, browser: str, session: str) -> bool:
        if not browser or not session:
            return False
        owner = self._owners.setdefault(session, browser)
        self._owners.move_to_end(session)
        while len(self._owners) > MOST:
            self._owners.popitem(last=False)
        return secrets.compare_digest(owner.encode(), browser.encode())


def _cookie(headers: Headers) -> str:
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


def _hash_in(body: bytes) -> str:
    try:
        event = json.loads(body)
    except ValueError:
        return ""
    session = event.get("session_hash") if isinstance(event, dict) else None
    return session if isinstance(session, str) else ""
