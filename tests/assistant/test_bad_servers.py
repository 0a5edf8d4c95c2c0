"""Whatever a model server does, the extractive answer stands: in time, in the language of the question."""

import socket
import time
from dataclasses import replace
from typing import Any

import pytest

from assistant.models.openai_like import OpenAILikeModel
from assistant.models.steady import Steady
from casefile.errors import ModelContextExceeded, ModelServerRefused
from casefile.language import SPOKEN, Language
from prompts.render import phrase
from tests.assistant.material import HITS, QUESTIONS, Notebook, answer, by_letters
from tests.assistant.server import (
    Behaviour,
    dropping,
    endless,
    failing,
    forbidding,
    html,
    late,
    overloaded,
    small,
    too_small,
)

ENOUGH, SLOW = 8.0, 0.5  # seconds for a server that answers at once, and for one that does not
QUOTED = {
    Language.KK: "мүлкі тәркіленіп",
    Language.RU: "наказывается лишением свободы",
    Language.EN: "Faraday bag within 15 minutes",
}
BAD: list[tuple[Behaviour, str, int]] = [  # what it does, what the answer says of it, how often it is asked
    (failing, "model_failed", 2),
    (overloaded, "model_failed", 2),
    (late, "model_slow", 1),
    (html, "model_nonsense", 1),
    (endless, "model_nonsense", 1),
    (dropping, "model_failed", 1),
    (too_small, "model_failed", 2),
    (forbidding, "model_failed", 1),
]


pytestmark = pytest.mark.usefixtures("loaded", "no_pause")


def steady(url: str, seconds: float = ENOUGH) -> Steady:
    return Steady(OpenAILikeModel(url, model="m", timeout=seconds), url)


def stands(url: str, language: Language, notice: str) -> None:
    seconds = SLOW if notice == "model_slow" else ENOUGH
    began = time.monotonic()
    given = answer(QUESTIONS[language], list(HITS.values()), model=steady(url, 20), seconds=seconds)
    assert time.monotonic() - began < seconds + 2
    assert given.language is language
    assert given.notices[0] == phrase(notice, language)
    assert any(QUOTED[language] in claim.text for claim in given.claims)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(("behaviour", "notice", "times"), BAD, ids=[bad[0].__name__ for bad in BAD])
def test_the_extractive_answer_stands(
    serve: Any, behaviour: Behaviour, notice: str, times: int, language: Language
) -> None:
    url, posts = serve(behaviour)
    stands(url, language, notice)
    assert len(posts) == times


@pytest.mark.parametrize("language", SPOKEN)
def test_the_extractive_answer_stands_where_there_is_no_server(language: Language) -> None:
    stands("http://127.0.0.1:9/v1", language, "model_failed")


@pytest.mark.parametrize("language", SPOKEN)
def test_the_extractive_answer_stands_where_nobody_accepts_the_connection(language: Language) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(1)
        stands(f"http://127.0.0.1:{deaf.getsockname()[1]}/v1", language, "model_slow")


def test_a_model_without_room_is_asked_with_half_of_the_evidence(serve: Any) -> None:
    url, posts = serve(small)
    records = Notebook()
    best = replace(HITS["guidance_en"], score=0.9)
    hits = [best, *(hit for name, hit in HITS.items() if name != "guidance_en")]
    given = answer(QUESTIONS[Language.EN], hits, model=steady(url), records=records)
    assert given.notices == ()
    shown = [post["messages"][-1]["content"].count("\n[P") for post in posts]
    assert shown[0] == len(hits) and 0 < shown[1] < len(hits)
    assert len(records.kept[0][1]["ids"]) == shown[1]  # type: ignore[arg-type]  # the record is JSON
    assert all("response_format" in post for post in posts), "a long request says nothing about schemas"


@pytest.mark.parametrize(
    ("behaviour", "error"), [(forbidding, ModelServerRefused), (too_small, ModelContextExceeded)]
)
def test_a_request_that_is_refused_is_told_from_a_server_that_fails(
    serve: Any, behaviour: Behaviour, error: type[Exception]
) -> None:
    url, _ = serve(behaviour)
    with pytest.raises(error):
        list(OpenAILikeModel(url, model="m").complete([], {}))


def test_context_that_overflows_in_mid_stream_is_not_asked_for_again(serve: Any) -> None:
    """Statements were shown already, and their citations have numbers."""

    def overflowing(handler: Any, asked: Any) -> None:
        handler.begin()
        handler.say('{"claims":[')
        handler.wfile.write(b'data: {"error":{"code":500,"message":"Context size has been exceeded."}}\n\n')

    url, posts = serve(overflowing)
    stands(url, Language.RU, "model_failed")
    assert len(posts) == 1


def test_the_identifier_of_these_tests_knows_their_questions() -> None:
    assert all(by_letters(text) is language for language, text in QUESTIONS.items())
