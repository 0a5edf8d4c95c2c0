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


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_not_exist(method: str) -> None:
    assert refusal(method, "/dalel/upload", headers(**SAME)) == 404


@pytest.mark.parametrize("path", ["/kk/", "/ru/gradio_api/queue/data"])
def test_head_is_refused_as_the_page_never_asks_it(path: str) -> None:
    assert refusal("HEAD", path, headers(**SAME)) == 404


async def echo(request: Request) -> PlainTextResponse:
    """The event or query as Gradio would read it."""
    return PlainTextResponse((await request.body()).decode() or str(request.query_params))


def browser() -> TestClient:
    return TestClient(APP, base_url=HERE, headers=SAME)


JOIN, DATA = "/kk/gradio_api/queue/join", "/kk/gradio_api/queue/data"
ROUTES = [Route(path, echo, methods=["GET", "POST"]) for path in ("/kk/", JOIN, DATA, "/dalel/page")]
APP = Guard(Sessions(Starlette(routes=ROUTES)), forbidden="no")


def visitor() -> TestClient:
    """A browser that has been given its cookie."""
    client = browser()
    client.get("/kk/")
    return client


def join(client: TestClient, session: object) -> int:
    return client.post(JOIN, content=json.dumps({"session_hash": session, "data": []})).status_code


def joined(client: TestClient, session: str) -> str:
    """The session Gradio sees where an event is sent."""
    return str(client.post(JOIN, content=json.dumps({"session_hash": session})).json()["session_hash"])


def listened(client: TestClient, query: str) -> str:
    """The session Gradio sees where answers are asked for."""
    told = client.get(f"{DATA}?{query}").text
    assert told.startswith("session_hash=") and "&" not in told
    return told.removeprefix("session_hash=")


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
    owner = visitor()
    assert joined(owner, "abc") == listened(owner, "session_hash=abc") != "abc"


def test_two_tabs_of_a_browser_are_two_sessions() -> None:
    owner = visitor()
    assert joined(owner, "one") != joined(owner, "two")


def test_knowing_the_session_of_another_browser_gives_nothing() -> None:
    owner, other = visitor(), visitor()
    mine = joined(owner, "mine")
    assert mine not in (joined(other, "mine"), listened(other, "session_hash=mine"))
    assert mine not in (joined(other, mine), listened(other, f"session_hash={mine}"))


def test_no_number_of_sessions_makes_one_change_hands() -> None:
    owner, other = visitor(), visitor()
    before = joined(owner, "mine")
    others = {listened(other, f"session_hash=e{n}") for n in range(300)}
    assert joined(owner, "mine") == before
    assert before not in others | {joined(other, "mine")}


def test_a_session_outlives_the_server() -> None:
    owner = visitor()
    before = joined(owner, "mine")
    restarted = Guard(Sessions(Starlette(routes=ROUTES)), forbidden="no")
    again = TestClient(restarted, base_url=HERE, headers=SAME, cookies=owner.cookies)
    assert joined(again, "mine") == before


def test_a_session_given_twice_is_no_way_to_that_of_another_browser() -> None:
    owner, other = visitor(), visitor()
    mine = joined(owner, "mine")
    for query in (
        f"session_hash=a&session_hash={mine}",
        f"session_hash={mine}&session_hash=a",
        "session_hash=a&b=c",
    ):
        assert listened(other, query) != mine
    body = f'{{"session_hash": "a", "session_hash": "{mine}"}}'
    assert mine not in other.post(JOIN, content=body).text


@pytest.mark.parametrize("session", [None, "", 7, ["abc"]])
def test_an_event_without_a_session_is_refused(session: object) -> None:
    client = visitor()
    assert join(client, session) == 403


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"not json", b"[" * 100_000, b'{"session_hash":"' + b"a" * LARGEST_EVENT + b'"}'],
)
def test_a_strange_or_huge_event_is_refused(body: bytes) -> None:
    client = visitor()
    assert client.post(JOIN, content=body).status_code == 403


def test_the_application_still_reads_the_whole_event() -> None:
    event = {"session_hash": "whole", "data": ["сұрақ", ["Іс 2026-14"], "\ud800"], "fn_index": 2}
    read = visitor().post(JOIN, content=json.dumps(event)).json()
    assert read | {"session_hash": "whole"} == event
