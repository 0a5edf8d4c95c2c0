"""Security headers, and the Gradio page made ours: its language, its scripts by hash, nothing external.

Gradio writes its configuration as inline scripts that differ from page to page. Their SHA-256 go into
the Content-Security-Policy, so that no other inline script can run. What Gradio needs beyond that:
- `'unsafe-eval'`: its components compile their templates with `Function`. Evidence never reaches a
  template, only a value; and no attacker's script could start to use it.
- `style-src 'unsafe-inline'`: Svelte sets style attributes and Gradio adds style elements.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casefile.language import Language
from ui.speech import say

KEPT = ("/static/", "/assets/", "/theme.css")  # parts of addresses that hold no case material
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
SHARING = re.compile(r"<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>\s*|<link rel=\"manifest\"[^>]*>\s*")
TITLE = re.compile(r"<title>.*?</title>\s*", re.DOTALL)


class SecureHeaders:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fixed = any(part in scope["path"] for part in KEPT)
        language = _language_of(scope["path"])
        page = scope["method"] == "GET" and language is not None

        start: Message | None = None
        body = b""

        async def sending(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _set(headers, fixed=fixed, scripts=())
                if page and headers.get("content-type", "").startswith("text/html"):
                    start = message
                else:
                    await send(message)
            elif start is None or language is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_page(send, start, body, language)

        await self._app(_uncompressed(scope) if page else scope, receive, sending)


def dress(html: str, language: Language) -> str:
    """The page Gradio made, in its language, with our style and script, without its share metadata."""
    bare = TITLE.sub("", SHARING.sub("", html)).replace('lang="en"', f'lang="{language}"', 1)
    ours = (
        f"<title>{escape(say('web.title', language))}</title>"
        '<link rel="icon" href="/dalel/icon.svg" type="image/svg+xml">'
        '<link rel="stylesheet" href="/dalel/style.css">'
        '<script src="/dalel/page.js" defer></script>'
    )
    return bare.replace("</head>", f"{ours}</head>", 1)


def policy(scripts: Iterable[str]) -> str:
    """Content-Security-Policy that runs these inline scripts and no others."""
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'unsafe-eval' {hashes}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
            "form-action 'none'",
        )
    )


async def _send_page(send: Send, start: Message, body: bytes, language: Language) -> None:
    html = dress(body.decode("utf-8", "replace"), language)
    headers = MutableHeaders(scope=start)
    _set(headers, fixed=False, scripts=SCRIPT.findall(html))
    content = html.encode()
    headers["content-length"] = str(len(content))
    await send(start)
    await send({"type": "http.response.body", "body": content})


def _set(headers: MutableHeaders, *, fixed: bool, scripts: Iterable[str]) -> None:
    headers["content-security-policy"] = policy(scripts)
    headers["referrer-policy"] = "no-referrer"
    headers["x-content-type-options"] = "nosniff"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["cross-origin-resource-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=()"
    headers["cache-control"] = "private, max-age=3600" if fixed else "no-store"


def _language_of(path: str) -> Language | None:
    """The language of a Gradio page, None for any other address."""
    match = re.fullmatch(r"/(kk|ru|en)/", path)
    return Language(match[1]) if match else None


def _uncompressed(scope: Scope) -> Scope:
    """Gradio compresses for whoever accepts it; we must read the page."""
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
