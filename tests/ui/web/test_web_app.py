"""The whole application over a small desk, as a browser on this machine would talk to it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from casefile.language import SPOKEN, Language
from prompts.render import phrase
from tests.ui.web.conftest import LAW, QUOTE, SmallDesk, answer, hit
from ui.speech import say
from ui.web.app import web_app
from ui.web.page import conversation, earlier_turns, respond
from ui.web.render import answered

HERE = "http://127.0.0.1:7860"


@pytest.fixture(scope="module")
def small() -> SmallDesk:
    return SmallDesk()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def browser(small: SmallDesk, scratch: Path) -> Iterator[TestClient]:
    with TestClient(web_app(small, Language.RU, scratch), base_url=HERE, headers={"origin": HERE}) as client:
        client.get("/kk/")
        yield client


def send(
    browser: TestClient, name: str, content: bytes, collection: str, kind: str = "case"
) -> tuple[str, str]:
    """The state and the line of an uploaded file."""
    given = {"x-name": name, "x-collection": collection, "x-kind": kind, "x-language": "kk"}
    headers = {key: quote(value) for key, value in given.items()}
    reply = browser.post("/dalel/upload", content=content, headers=headers)
    return reply.headers["x-outcome"], reply.text


def test_a_first_visit_is_greeted_in_the_language_of_the_settings(browser: TestClient) -> None:
    assert browser.get("/", follow_redirects=False).headers["location"] == "/ru/"


def test_a_later_visit_is_greeted_in_the_language_last_used(browser: TestClient) -> None:
    reply = browser.get("/", headers={"cookie": "dalel_language=kk"}, follow_redirects=False)
    assert reply.headers["location"] == "/kk/"


@pytest.mark.parametrize("language", SPOKEN)
def test_the_page_is_in_its_language(browser: TestClient, language: Language) -> None:
    html = browser.get(f"/{language}/").text
    assert f'lang="{language}"' in html and say("web.title", language) in html
    assert "googleapis" not in html and "cdnjs" not in html


@pytest.mark.parametrize("path", ["/kk/", "/dalel/style.css", "/kk/theme.css", "/kk/config", "/x"])
def test_every_reply_has_the_security_headers(browser: TestClient, path: str) -> None:
    headers = browser.get(path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/kk/", "/nowhere"])
def test_nothing_with_case_material_is_stored_by_the_browser(browser: TestClient, path: str) -> None:
    assert browser.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("setting", ['"analytics_enabled":true', '"run_history":true', '"show_error":true'])
def test_what_gradio_would_tell_others_is_off(browser: TestClient, setting: str) -> None:
    assert setting not in browser.get("/kk/").text


def test_no_event_may_be_called_as_an_api(browser: TestClient) -> None:
    assert '"api_visibility":"public"' not in browser.get("/kk/").text


def test_an_uploaded_file_is_told_with_its_counts_and_its_copy_removed(
    browser: TestClient, small: SmallDesk, scratch: Path
) -> None:
    state, line = send(browser, "Хаттама №5 (көшірме).txt", b"text", "Іс 2026-15")
    assert state == "indexed" and "Хаттама №5 (көшірме).txt" in line
    assert small.received[-1][1] == b"text"
    assert [path for path in scratch.iterdir() if path.is_file()] == []


def test_the_same_file_again_is_unchanged(browser: TestClient) -> None:
    send(browser, "a.txt", b"twice", "Іс")
    assert send(browser, "a.txt", b"twice", "Іс")[0] == "unchanged"


def test_two_files_of_one_name_do_not_replace_each_other(browser: TestClient, small: SmallDesk) -> None:
    send(browser, "scan.pdf", b"one", "Іс")
    send(browser, "scan.pdf", b"two", "Іс")
    assert small.received[-1][0] != small.received[-2][0]


def test_a_file_that_cannot_be_read_is_explained(browser: TestClient) -> None:
    state, line = send(browser, "құпия.pdf", b"secret", "Іс")
    assert state == "failed" and "ұпиясөз" in line


@pytest.mark.parametrize("collection", ["", "  ", "a/b"])
def test_a_collection_without_a_proper_name_is_explained(browser: TestClient, collection: str) -> None:
    assert send(browser, "a.txt", b"x", collection)[0] == "failed"


def test_an_existing_collection_keeps_its_kind(browser: TestClient) -> None:
    assert send(browser, "заң.txt", b"law", LAW.name, kind="case")[0] == "indexed"


def test_a_hostile_file_name_is_a_label_and_no_path(browser: TestClient, scratch: Path) -> None:
    _, line = send(browser, "../../<script>.txt", b"hostile", "Іс")
    assert "<script>" not in line and ".." not in line
    assert not (scratch.parent.parent / "<script>.txt").exists()


def test_a_whole_page_is_shown_with_its_quote(browser: TestClient) -> None:
    start = len("Басы. ")
    at = start + hit().passage.text.index(QUOTE)
    reply = browser.get(
        "/dalel/page",
        params={
            "document": hit().document.id,
            "page": 2,
            "span": f"{start}-{start + 20}",
            "quotes": f"{at}-{at + 10}-1",
            "language": "kk",
        },
    )
    assert reply.status_code == 200 and "<mark" in reply.text


def test_an_unknown_page_is_explained(browser: TestClient) -> None:
    asked = {"document": "<b>", "page": "2", "span": "0-1", "language": "en"}
    reply = browser.get("/dalel/page", params=asked)
    assert reply.status_code == 404 and "no such document" in reply.text and "<b>" not in reply.text


@pytest.mark.parametrize("language", SPOKEN)
def test_sources_come_before_the_answer(small: SmallDesk, language: Language) -> None:
    screens = list(respond(small, "Ақша?", ["Іс 2026-14"], language))
    first_source = next(i for i, (_, sources) in enumerate(screens) if "<details" in sources)
    first_claim = next(i for i, (answer, _) in enumerate(screens) if "claim" in answer)
    assert first_source < first_claim == len(screens) - 2
    assert say("web.done", language, claims=1, citations=1) in screens[-1][0]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_question_needs_words_and_a_collection(small: SmallDesk, language: Language) -> None:
    assert 'role="alert"' in next(respond(small, "  ", ["Іс"], language))[0]
    assert say("web.choose_collection", language) in next(respond(small, "Ақша?", [], language))[0]


def test_a_refusal_has_no_claims(small: SmallDesk) -> None:
    answer, sources = list(respond(small, "жоқ", ["Іс 2026-14"], Language.KK))[-1]
    assert "refusal" in answer and "<details" not in sources


@pytest.mark.parametrize("language", SPOKEN)
def test_a_collection_that_is_no_longer_there_is_explained(small: SmallDesk, language: Language) -> None:
    answer, sources = list(respond(small, "Ақша?", ["Laws"], language))[-1]
    assert say("error.collection_unknown", language, name="Laws", known="Іс 2026-14, Оқу заңы") in answer
    assert "<details" not in sources


def ask(browser: TestClient, *inputs: object) -> str:
    """What Gradio streams after the inputs of the Ask button were sent."""
    config = browser.get("/ru/").text.partition("window.gradio_config = ")[2]
    found = json.JSONDecoder().raw_decode(config)[0]
    (asking,) = [event for event in found["dependencies"] if len(event["targets"]) == 2]
    event = {"data": inputs, "fn_index": asking["id"], "session_hash": "tab", "trigger_id": None}
    assert browser.post("/ru/gradio_api/queue/join", json=event).status_code == 200
    return browser.get("/ru/gradio_api/queue/data", params={"session_hash": "tab"}).text


def told(stream: str) -> str:
    return json.dumps([json.loads(line[6:]) for line in stream.splitlines() if line], ensure_ascii=False)


def test_a_tab_from_before_a_restart_is_answered(browser: TestClient) -> None:
    assert "claim supported" in told(ask(browser, "Ақша?", [LAW.name], [], [], "", False))


def test_a_tab_with_a_collection_gone_reads_why_in_its_language(browser: TestClient) -> None:
    screen = told(ask(browser, "Ақша?", ["Laws"], [], [], "", False))
    assert "Коллекции «Laws» нет" in screen and "choices" not in screen


@pytest.mark.parametrize(
    "inputs", [(None,) * 6, (7, [[]], {"a": 1}, [None], 7, 7), ("Ақша?", "x", 1, [2], "x" * 32, "x")]
)
def test_inputs_of_no_page_of_ours_are_answered_as_empty(
    browser: TestClient, inputs: tuple[object, ...]
) -> None:
    screen = told(ask(browser, *inputs))
    assert "Вопрос пуст" in screen or "хотя бы одну коллекцию" in screen


TALK = "0f" * 16


@pytest.mark.parametrize("language", SPOKEN)
def test_earlier_questions_are_shown_with_their_answers_folded(language: Language) -> None:
    desk, names = SmallDesk(), [LAW.name]
    about = conversation(TALK, names)
    list(respond(desk, "Ақша <b>?", names, language, about=about))
    shown = earlier_turns(desk, about, names, language)
    assert say("web.earlier", language) in shown and shown.count("<details>") == 1
    assert "<details open" not in shown and QUOTE in shown
    assert say("web.understood", language) in shown
    assert "<b>" not in shown and "&lt;b&gt;" in shown


def test_other_collections_are_another_conversation() -> None:
    both = conversation(TALK, ["a", "b"])
    assert both == conversation(TALK, ["b", "a"]) != conversation(TALK, ["a"])
    assert conversation("1f" * 16, ["a", "b"]) != both


@pytest.mark.parametrize("said", [None, 7, "", "x" * 32, TALK + "0", [TALK]])
def test_an_id_that_is_none_of_ours_begins_no_conversation(said: object) -> None:
    assert conversation(said, ["a"]) == ""


def test_a_second_question_of_a_tab_shows_the_first(browser: TestClient, small: SmallDesk) -> None:
    inputs = ([LAW.name], [], [], TALK, False)
    first, second = (told(ask(browser, text, *inputs)) for text in ("Ақша?", "Тағы?"))
    heading = say("web.earlier", Language.RU)
    assert heading not in first and heading in second
    assert heading not in told(ask(browser, "Тағы?", [LAW.name], [], [], "1f" * 16, False))


def test_the_box_of_a_page_asks_for_what_speaks_against(browser: TestClient) -> None:
    heading = say("against.title", Language.RU)
    off, on = (told(ask(browser, "Ақша?", [LAW.name], [], [], "", ticked)) for ticked in (False, True))
    assert heading not in off and heading in on


@pytest.mark.parametrize("language", SPOKEN)
def test_a_refusal_and_an_answer_say_how_the_question_was_understood(language: Language) -> None:
    given = replace(answer(notices=["Дәлел жоқ."]), understood="Ақша <қашан>?")
    notice = phrase("understood", given.language, question=given.understood)
    html = answered(replace(given, notices=(notice, *given.notices)), language)
    assert html.index("&lt;қашан&gt;") < html.index("Дәлел жоқ.") and html.count("&lt;қашан&gt;") == 1
