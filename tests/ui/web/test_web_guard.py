"""What passes the guard, and who owns a session."""

import json

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.web.guard import Guard, refusal
from ui.web.sessions import COOKIE, LARGEST_EVENT, Sessions

HERE = "http://127.0.0.1:7860"
SAME = {"origin": HERE}


def headers(**given: str) -> Headers:
    return Headers(
        {"host": "127.0.0.1:7860"} | {key.replace("_", "-"): value for key, value in given.items()}
    )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kk/",
        "/ru/",
        "/en/theme.css",
        "/kk/assets/Index-Ab_1.js",
        "/kk/static/js/x.min.js",
        "/dalel/page",
    ],
)
def test_what_the_page_needs_passes(path: str) -> None:
    assert refusal("GET", path, headers()) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/kk/gradio_api/file=/etc/passwd",
        "/kk/gradio_api/upload",
        "/kk/gradio_api/info",
        "/kk/gradio_api/mcp/sse",
        "/kk/gradio_api/proxy=http://example.org",
        "/kk/gradio_api/heartbeat/abc",
        "/kk/config",
        "/kk/monitoring",
        "/kk/login",
        "/kk/static/../../../etc/passwd",
        "/kk/static/..",
        "/docs",
        "/openapi.json",
        "/fr/",
    ],
)
def test_what_the_page_does_not_need_does_not_exist(path: str) -> None:
    assert refusal("GET", path, headers()) == 404


@pytest.mark.parametrize(
    "host", ["dalel.example.org", "192.168.0.7:7860", "127.0.0.1.example.org", "", "[bad"]
)
def test_another_host_name_is_refused(host: str) -> None:
    assert refusal("GET", "/kk/", Headers({"host": host})) == 421


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:7860"])
def test_every_name_and_port_of_this_machine_is_served(host: str) -> None:
    assert refusal("GET", "/kk/", Headers({"host": host})) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_site_gets_nothing(method: str, site: str) -> None:
    path = "/kk/" if method == "GET" else "/dalel/upload"
    assert refusal(method, path, headers(sec_fetch_site=site, origin=HERE)) == 403


@pytest.mark.parametrize(
    "origin", ["http://example.org", "null", "http://127.0.0.1:9999", "https://127.0.0.1:7860"]
)
def test_a_change_asked_from_another_origin_is_refused(origin: str) -> None:
    assert refusal("POST", "/dalel/upload", headers(origin=origin)) == 403


def test_a_change_without_an_origin_is_refused() -> None:
    assert refusal("POST", "/dalel/upload", headers()) == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_not_exist(method: str) -> None:
    assert refusal(method, "/dalel/upload", headers(**SAME)) == 404


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse((await request.body()).decode() or "empty")


def browser() -> TestClient:
    return TestClient(APP, base_url=HERE, headers=SAME)


JOIN, DATA = "/kk/gradio_api/queue/join", "/kk/gradio_api/queue/data"
ROUTES = [Route(path, echo, methods=["GET", "POST"]) for path in ("/kk/", JOIN, DATA, "/dalel/page")]
APP = Guard(Sessions(Starlette(routes=ROUTES)), forbidden="no")


def join(client: TestClient, session: object) -> int:
    return client.post(JOIN, content=json.dumps({"session_hash": session, "data": []})).status_code


def test_a_page_brings_a_cookie_that_scripts_cannot_read() -> None:
    cookie = browser().get("/kk/").headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=") and "HttpOnly" in cookie and "SameSite=Strict" in cookie


def test_a_browser_keeps_its_cookie() -> None:
    client = browser()
    client.get("/kk/")
    assert "set-cookie" not in client.get("/kk/").headers


@pytest.mark.parametrize("path", ["/dalel/page", DATA + "?session_hash=a"])
def test_nothing_behind_the_page_answers_without_the_cookie(path: str) -> None:
    assert browser().get(path).status_code == 403


def test_a_session_answers_to_the_browser_that_began_it() -> None:
    owner = browser()
    owner.get("/kk/")
    assert join(owner, "abc") == 200
    assert owner.get(DATA, params={"session_hash": "abc"}).status_code == 200


def test_knowing_the_session_of_another_browser_gives_nothing() -> None:
    owner, other = browser(), browser()
    owner.get("/kk/")
    other.get("/kk/")
    assert join(owner, "mine") == 200
    assert join(other, "mine") == 403
    assert other.get(DATA, params={"session_hash": "mine"}).status_code == 403


@pytest.mark.parametrize("session", [None, "", 7, ["abc"]])
def test_an_event_without_a_session_is_refused(session: object) -> None:
    client = browser()
    client.get("/kk/")
    assert join(client, session) == 403


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"not json", b'{"session_hash":"' + b"a" * LARGEST_EVENT + b'"}']
)
def test_a_strange_or_huge_event_is_refused(body: bytes) -> None:
    client = browser()
    client.get("/kk/")
    assert client.post(JOIN, content=body).status_code == 403


def test_the_application_still_reads_the_whole_event() -> None:
    client = browser()
    client.get("/kk/")
    body = json.dumps({"session_hash": "whole", "data": ["сұрақ"]})
    assert client.post(JOIN, content=body).text == body
