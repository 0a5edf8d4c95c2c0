"""The answer as a file from the browser: for whoever was given it, and nobody else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response
from starlette.testclient import TestClient

from casefile.language import SPOKEN, Language
from tests.ui.web.conftest import SmallDesk, answer
from tests.ui.web.test_web_app import HERE, ask, told
from ui.export.format import MEDIA_TYPES, Format
from ui.speech import say
from ui.web.app import web_app
from ui.web.passes import Passes
from ui.web.render import answered

BUTTON = re.compile(r'data-format=\\?"(\w+)\\?" data-record=\\?"(\w+)\\?" data-pass=\\?"(\w+)\\?"')


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def browser(scratch: Path) -> Iterator[TestClient]:
    app = web_app(SmallDesk(), Language.RU, scratch)
    with TestClient(app, base_url=HERE, headers={"origin": HERE}) as client:
        client.get("/kk/")
        yield client


@pytest.fixture(scope="module")
def given(browser: TestClient) -> dict[str, str]:
    """Record and pass of the answer this browser was given."""
    buttons = BUTTON.findall(told(ask(browser, "Ақша?", [], [], ["Іс 2026-14"], "", False)))
    assert {wanted for wanted, _, _ in buttons} == set(Format)
    ((record, shown),) = {(record, shown) for _, record, shown in buttons}
    return {"record": record, "pass": shown}


def fetch(browser: TestClient, **asked: str) -> Response:
    return browser.get("/dalel/export", params={"format": "json", **asked})


@pytest.mark.parametrize("wanted", Format)
def test_own_record_is_served_as_a_file(browser: TestClient, given: dict[str, str], wanted: Format) -> None:
    reply = fetch(browser, **given, format=wanted)
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith(MEDIA_TYPES[wanted])
    assert reply.headers["content-disposition"] == f'attachment; filename="dalel-r1.{wanted}"'
    assert reply.headers["cache-control"] == "no-store"
    assert reply.content


def test_it_is_the_record_that_is_served(browser: TestClient, given: dict[str, str]) -> None:
    assert json.loads(fetch(browser, **given).content)["answer"]["record"] == "r1"


@pytest.mark.parametrize(
    "changed", [{"record": "r2"}, {"pass": ""}, {"pass": "0" * 64}, {"pass": "қ"}, {"record": "r"}]
)
def test_any_other_record_does_not_exist(
    browser: TestClient, given: dict[str, str], changed: dict[str, str]
) -> None:
    assert fetch(browser, **given | changed).status_code == 404


def test_another_browser_cannot_use_the_pass(browser: TestClient, given: dict[str, str]) -> None:
    own = dict(browser.cookies)
    browser.cookies.clear()
    try:
        assert fetch(browser, **given).status_code == 403  # no cookie at all
        browser.cookies.update({"dalel_browser": "another"})
        assert fetch(browser, **given).status_code == 404
    finally:
        browser.cookies.clear()
        browser.cookies.update(own)
    assert fetch(browser, **given).status_code == 200


def test_another_site_cannot_fetch_it(browser: TestClient, given: dict[str, str]) -> None:
    asked = {"format": "json", **given}
    reply = browser.get("/dalel/export", params=asked, headers={"sec-fetch-site": "cross-site"})
    assert reply.status_code == 403


def test_a_format_there_is_not_is_refused(browser: TestClient, given: dict[str, str]) -> None:
    assert fetch(browser, **given, format="html").status_code == 422


def test_a_pass_of_another_process_is_worth_nothing() -> None:
    assert not Passes().hold("browser", "r1", Passes().issue("browser", "r1"))


def test_nobody_is_issued_a_pass_without_a_cookie() -> None:
    assert Passes().issue("", "r1") == "" and not Passes().hold("", "r1", "")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_refusal_has_its_buttons_too(language: Language) -> None:
    html = answered(answer(notices=["Дәлел жоқ."]), language, "pass")
    assert html.count('class="export"') == 3 and say("web.export", language) in html
    assert 'class="export"' not in answered(answer(), language)
