"""The model server is a real one: HTTP on the loopback, behaving as badly as servers do."""

import json
import re
import time
from typing import Any

import pytest

from assistant.models.openai_like import OpenAILikeModel
from casefile.answer import Answer
from casefile.errors import ModelServerFailed, ModelServerRemote, SettingInvalid
from casefile.language import SPOKEN, Language
from prompts.render import phrase
from tests.assistant.material import HITS, QUESTIONS, answer
from tests.assistant.server import (
    Behaviour,
    Handler,
    broken_events,
    elsewhere,
    endless,
    endless_line,
    failing,
    good,
    hanging_up,
    html,
    noise,
    silent,
    without_schema,
)

KEY = "key"


BAD: list[tuple[Behaviour, str]] = [
    (noise, "model_nonsense"),
    (broken_events, "model_failed"),
    (html, "model_nonsense"),
    (failing, "model_failed"),
    (endless, "model_nonsense"),
    (endless_line, "model_failed"),
    (silent, "model_slow"),
    (elsewhere, "model_failed"),
    (hanging_up, "model_nonsense"),
]


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """The library, before any test looks at the clock."""
    OpenAILikeModel("http://127.0.0.1:9/v1").complete([], {})


def test_a_good_server_gives_a_verified_answer(serve: Any) -> None:
    url, posts = serve(good)
    model = OpenAILikeModel(url, key=KEY)
    given = answer(QUESTIONS[Language.EN], list(HITS.values()), model=model)
    assert [claim.text for claim in given.claims] == [
        "A seized phone is placed in a Faraday bag within 15 minutes."
    ]
    assert given.notices == ()
    assert model.name == "first-model"
    assert posts[0]["model"] == "first-model" and posts[0]["authorization"] == "Bearer key"


def test_the_schema_names_the_ids_that_were_given(serve: Any) -> None:
    url, posts = serve(good)
    answer(QUESTIONS[Language.EN], list(HITS.values()), model=OpenAILikeModel(url))
    schema = json.dumps(posts[0]["response_format"]["json_schema"]["schema"])
    ids = set(re.findall(r"\[(P\d+)\]", posts[0]["messages"][-1]["content"]))
    assert len(ids) == len(HITS)
    assert all(f'"{id_}"' in schema for id_ in ids)


def test_a_server_without_schemas_is_asked_once_with_one(serve: Any) -> None:
    url, posts = serve(without_schema)
    model = OpenAILikeModel(url)
    for _ in range(2):
        assert answer(QUESTIONS[Language.EN], list(HITS.values()), model=model).notices == ()
    assert ["response_format" in post for post in posts] == [True, False, False]


@pytest.mark.parametrize(("behaviour", "notice"), BAD, ids=[behaviour.__name__ for behaviour, _ in BAD])
def test_the_extractive_answer_stands_whatever_the_server_does(
    serve: Any, behaviour: Behaviour, notice: str
) -> None:
    url, posts = serve(behaviour)
    began = time.monotonic()
    given = answer(
        QUESTIONS[Language.EN], list(HITS.values()), model=OpenAILikeModel(url, timeout=8), seconds=2
    )
    assert time.monotonic() - began < 4
    assert phrase(notice, Language.EN) in given.notices
    assert any("Faraday bag within 15 minutes" in claim.text for claim in given.claims)
    assert len(posts) == 1, "asked once: no storm of retries"


@pytest.mark.parametrize("language", SPOKEN)
def test_the_notice_speaks_the_language_of_the_question(serve: Any, language: Language) -> None:
    url, _ = serve(failing)
    given: Answer = answer(QUESTIONS[language], list(HITS.values()), model=OpenAILikeModel(url))
    assert given.language is language
    assert given.notices[0] == phrase("model_failed", language)
    assert given.claims


def test_a_server_that_is_not_there_is_told_by_address_and_reason() -> None:
    model = OpenAILikeModel("http://127.0.0.1:9/v1", model="m")
    with pytest.raises(ModelServerFailed) as failed:
        list(model.complete([], {}))
    assert failed.value.facts["url"] == "http://127.0.0.1:9/v1"
    assert failed.value.facts["reason"]


def test_a_slow_trickle_ends_with_the_time(serve: Any) -> None:
    def trickle(handler: Handler, asked: dict[str, Any]) -> None:
        handler.begin()
        while True:
            handler.say("x")
            time.sleep(0.1)

    url, _ = serve(trickle)
    began = time.monotonic()
    with pytest.raises(ModelServerFailed, match="timeout"):
        list(OpenAILikeModel(url, model="m", timeout=1).complete([], {}))
    assert time.monotonic() - began < 3


def test_proxies_of_the_environment_are_not_used(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    url, _ = serve(good)
    given = answer(QUESTIONS[Language.EN], list(HITS.values()), model=OpenAILikeModel(url))
    assert given.notices == ()


@pytest.mark.parametrize(
    "url", ["http://10.0.0.5:8080/v1", "https://api.example.com/v1", "http://127.0.0.1.nip.io/v1"]
)
def test_another_host_is_refused_unless_allowed(url: str) -> None:
    with pytest.raises(ModelServerRemote):
        OpenAILikeModel(url)
    OpenAILikeModel(url, allow_remote=True)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:1/v1", "unix:///run/x"]
)
def test_this_machine_is_allowed(url: str) -> None:
    assert OpenAILikeModel(url, model="named").name == "named"


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:8080", "file:///etc/passwd", "http://", "http://127.0.0.1:port/v1"]
)
def test_what_is_no_address_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(SettingInvalid):
        OpenAILikeModel(url)
