"""A model server of the tests: HTTP on the loopback, behaving as well or as badly as it is told."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Posts = list[dict[str, Any]]  # Any: JSON
Behaviour = Callable[["Handler", dict[str, Any]], None]


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[tuple[str, Posts]]:
    """The server's address, and what it has been asked."""
    posts: Posts = []
    handler = type("Scripted", (Handler,), {"behaviour": staticmethod(behaviour), "posts": posts})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", posts
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    behaviour: Behaviour
    posts: list[dict[str, Any]]

    def do_GET(self) -> None:  # the name http.server calls
        self.reply(200, "application/json", json.dumps({"object": "list", "data": [{"id": "first-model"}]}))

    def do_POST(self) -> None:  # the name http.server calls
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.posts.append({**asked, "authorization": self.headers.get("authorization")})
        try:
            type(self).behaviour(self, asked)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def reply(self, status: int, kind: str, body: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()

    def say(self, text: str) -> None:
        piece = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}],
        }
        self.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name http.server gives it
        """Silent."""


def claims_for(asked: dict[str, Any]) -> list[dict[str, Any]]:
    """One statement that the guidance proves, where the prompt holds it."""
    text = asked["messages"][-1]["content"]
    found = re.search(
        r"\[(P\d+)\] [^\n]*\n[^[]*?(A seized phone is placed in a Faraday bag within 15 minutes\.)", text
    )
    if not found:
        return []
    quotes = [{"id": found[1], "quote": found[2]}]
    return [{"text": "A seized phone is placed in a Faraday bag within 15 minutes.", "quotes": quotes}]


def good(handler: Handler, asked: dict[str, Any]) -> None:
    """Quotes the passage that holds the word it looks for, as the prompt's ids allow."""
    handler.begin()
    reply = json.dumps({"claims": claims_for(asked)})
    for start in range(0, len(reply), 20):
        handler.say(reply[start : start + 20])
    handler.wfile.write(b"data: [DONE]\n\n")


def without_schema(handler: Handler, asked: dict[str, Any]) -> None:
    if "response_format" in asked:
        handler.reply(400, "application/json", '{"error":{"message":"response_format is not supported"}}')
    else:
        good(handler, asked)


def noise(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    for word in ("}{][", "кğ☃", '"claims"', "\\u00", "[DONE]", "{{{{", "0x1F"):
        handler.say(word)
    handler.wfile.write(b"data: [DONE]\n\n")


def broken_events(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    handler.wfile.write(b"data: {not json\n\n\x00\xff\n")


def html(handler: Handler, asked: dict[str, Any]) -> None:
    handler.reply(200, "text/html", "<html><body>Welcome to the router</body></html>")


def failing(handler: Handler, asked: dict[str, Any]) -> None:
    handler.reply(500, "application/json", '{"error":{"message":"out of memory"}}')


def endless(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    while True:
        handler.say("и так далее " * 50)


def endless_line(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    handler.wfile.write(b"data: ")
    while True:
        handler.wfile.write(b"x" * 100_000)


def silent(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    handler.say('{"claims":[')
    time.sleep(4)


def elsewhere(handler: Handler, asked: dict[str, Any]) -> None:
    handler.reply(302, "text/plain", "", location="http://192.0.2.1/v1/chat/completions")


def hanging_up(handler: Handler, asked: dict[str, Any]) -> None:
    handler.begin()
    handler.say('{"claims":[{"text":"A seized')
    handler.close_connection = True


def late(handler: Handler, asked: dict[str, Any]) -> None:
    time.sleep(4)
    good(handler, asked)


def overloaded(handler: Handler, asked: dict[str, Any]) -> None:
    handler.reply(503, "application/json", '{"error":{"message":"Loading model"}}')


def forbidding(handler: Handler, asked: dict[str, Any]) -> None:
    handler.reply(401, "application/json", '{"error":{"message":"Invalid API Key"}}')


def dropping(handler: Handler, asked: dict[str, Any]) -> None:
    """Promises a body, sends a part of it and hangs up."""
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.send_header("content-length", "100000")
    handler.end_headers()
    handler.say('{"claims":[{"text":"A seized')
    handler.close_connection = True


def too_small(handler: Handler, asked: dict[str, Any]) -> None:
    """Any request is longer than its context."""
    told = {"code": 400, "type": "exceed_context_size_error", "message": TOO_LONG}
    handler.reply(400, "application/json", json.dumps({"error": told}))


def small(handler: Handler, asked: dict[str, Any]) -> None:
    """Has room for some of the evidence."""
    if asked["messages"][-1]["content"].count("\n[P") > 3:
        too_small(handler, asked)
    else:
        good(handler, asked)


TOO_LONG = "request (4390 tokens) exceeds the available context size (4096 tokens), try increasing it"
