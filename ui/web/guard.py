"""Lets through only what the page itself asks for; stands in front of the whole application.

Deny by default: the host must be this machine, another site gets nothing at all, and a route that is
not on the list does not exist. The list was made by watching what the page requests; Gradio's file,
upload, API, monitoring, login and MCP routes are not on it. Knows nothing of sessions or answers.
"""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SCREEN = r"/(?:kk|ru|en)"
ROUTES = {
    "GET": re.compile(
        rf"/|/dalel/(?:style\.css|page\.js|icon\.svg|page|export)"
        rf"|{SCREEN}/(?:|theme\.css|(?:assets|static)/(?:[\w-]+/)*[\w-][\w.-]*|gradio_api/queue/data)"
    ),
    "POST": re.compile(rf"/dalel/upload|{SCREEN}/gradio_api/queue/join"),
}


class Guard:
    def __init__(self, app: ASGIApp, forbidden: str) -> None:
        """`forbidden` is what a person reads who came by a link of another site."""
        self._app, self._forbidden = app, forbidden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        status = (
            refusal(scope["method"], scope["path"], Headers(scope=scope)) if scope["type"] == "http" else 0
        )
        if status:
            await PlainTextResponse(self._forbidden, status_code=status)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def refusal(method: str, path: str, headers: Headers) -> int:
    """HTTP status of the refusal, 0 to let pass.

    A rebound DNS name shows in Host; another site, or another port of this machine, in Sec-Fetch-Site
    and, for what changes something, in Origin.
    """
    host = headers.get("host", "")
    if _name(host) not in LOOPBACK:
        return 421
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return 403
    if method != "GET" and headers.get("origin") != f"http://{host}":
        return 403
    routes = ROUTES.get(method)
    return 0 if routes and routes.fullmatch(path) else 404


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
