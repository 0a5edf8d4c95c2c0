"""Retry, rest, turns and leaving: with a clock of the tests and, for leaving, a real server."""

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import pytest

from assistant.answered import Claimed, Sources
from assistant.models.breaker import FAILURES, REST, Breaker
from assistant.models.openai_like import OpenAILikeModel
from assistant.models.scripted import ScriptedModel
from assistant.models.steady import Steady
from assistant.pace import TooSlow, paced
from assistant.ports import Message
from casefile.errors import ModelServerBusy, ModelServerFailed, ModelServerRefused
from casefile.language import SPOKEN, Language
from prompts.render import phrase
from tests.assistant.material import HITS, QUESTIONS, answer, events
from tests.assistant.server import claims_for

DOWN = ModelServerFailed(url="u", reason="ConnectError")
TIMEOUT = ModelServerFailed(url="u", reason="timeout")
REFUSED = ModelServerRefused(url="u", reason="HTTP 401")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Held:
    """A model whose replies wait until they are let go; `started` counts them."""

    name = "held"

    def __init__(self) -> None:
        self.go = threading.Event()
        self.started = threading.Semaphore(0)

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        del messages, schema
        self.started.release()
        yield "first"
        self.go.wait(5)
        yield "last"


pytestmark = pytest.mark.usefixtures("loaded", "no_pause")


def said(model: Steady) -> str:
    return "".join(model.complete([], {}))


def fails(model: Steady, reason: str) -> None:
    with pytest.raises(ModelServerFailed) as failed:
        said(model)
    assert failed.value.facts["reason"] == reason


def test_a_failure_before_the_first_piece_is_tried_once_more() -> None:
    inner = ScriptedModel(DOWN, "answer")
    assert said(Steady(inner, "u")) == "answer"
    assert len(inner.asked) == 2


@pytest.mark.parametrize(("error", "times"), [(DOWN, 2), (TIMEOUT, 1), (REFUSED, 1)])
def test_no_error_is_tried_more_often_than_may_help(error: ModelServerFailed, times: int) -> None:
    inner = ScriptedModel(error)
    fails(Steady(inner, "u"), error.facts["reason"])
    assert len(inner.asked) == times


def test_a_failure_after_the_first_piece_is_not_tried_again() -> None:
    class Broken:
        name, times = "broken", 0

        def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
            del messages, schema
            self.times += 1
            yield "first"
            raise DOWN

    inner = Broken()
    fails(Steady(inner, "u"), "ConnectError")
    assert inner.times == 1


def test_a_server_that_keeps_failing_is_left_alone_and_then_tried_by_one() -> None:
    clock, inner = Clock(), ScriptedModel(*[TIMEOUT] * (FAILURES + 1), "answer")
    model = Steady(inner, "u", clock=clock)
    for _ in range(FAILURES):
        fails(model, "timeout")
    clock.now = REST - 1
    fails(model, "resting")
    assert len(inner.asked) == FAILURES
    clock.now = REST + 1
    fails(model, "timeout")
    fails(model, "resting")
    clock.now = 2 * REST + 2
    assert [said(model), said(model)] == ["answer", "answer"]


def test_only_one_tries_a_server_that_may_have_recovered() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.admits()
        breaker.failed()
    clock.now = REST + 1
    assert [breaker.admits(), breaker.admits()] == [True, False]
    breaker.abandoned()
    assert breaker.admits()
    breaker.succeeded()
    assert all(breaker.admits() for _ in range(5))


def test_requests_that_are_refused_do_not_open_the_breaker() -> None:
    inner = ScriptedModel(REFUSED)
    model = Steady(inner, "u")
    for _ in range(2 * FAILURES):
        fails(model, "HTTP 401")
    assert len(inner.asked) == 2 * FAILURES


def test_so_many_replies_at_a_time_and_so_many_waiting() -> None:
    inner = Held()
    model = Steady(inner, "u", at_once=2, waiting=1)
    told: list[str] = []
    threads = [threading.Thread(target=lambda: told.append(said(model))) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert inner.started.acquire(timeout=2) and inner.started.acquire(timeout=2)
    _until(lambda: len(model._turns._line) == 1)
    fails(model, "busy")
    assert not inner.started.acquire(blocking=False)
    inner.go.set()
    for thread in threads:
        thread.join(5)
    assert told == ["firstlast"] * 3


def test_patience_ends() -> None:
    inner = Held()
    model = Steady(inner, "u", patience=0.1)
    with_the_turn = model.complete([], {})
    next(with_the_turn)
    with pytest.raises(ModelServerBusy):
        said(model)
    with_the_turn.close()
    inner.go.set()
    assert said(model) == "firstlast"


def test_waiting_counts_against_the_time() -> None:
    inner = Held()
    model = Steady(inner, "u")
    with_the_turn = model.complete([], {})
    next(with_the_turn)
    began = time.monotonic()
    with pytest.raises(TooSlow):
        list(paced(model.complete([], {}), 0.2, 100))
    assert time.monotonic() - began < 1
    _until(lambda: not model._turns._line)
    assert inner.started.acquire(blocking=False) and not inner.started.acquire(blocking=False)
    with_the_turn.close()


@pytest.mark.parametrize("language", SPOKEN)
def test_a_busy_model_leaves_the_extractive_answer(language: Language) -> None:
    model = Steady(Held(), "u", waiting=0)
    with_the_turn = model.complete([], {})
    next(with_the_turn)
    given = answer(QUESTIONS[language], list(HITS.values()), model=model)
    assert given.notices[0] == phrase("model_busy", language)
    assert given.claims
    with_the_turn.close()


def test_silence_counts_as_failure_and_leaving_does_not(serve: Any) -> None:
    def mute(handler: Any, asked: Any) -> None:
        time.sleep(2)

    url, _ = serve(mute)
    model = Steady(OpenAILikeModel(url, model="m"), url, at_once=9)
    for _ in range(FAILURES):
        _leave_unanswered(model)
    assert not model._breaker.open
    for _ in range(FAILURES):
        with pytest.raises(TooSlow):
            list(paced(model.complete([], {}), 0.1, 100))
    _until(lambda: model._breaker.open)


def _leave_unanswered(model: Steady) -> None:
    reply = model.complete([], {})
    reader = threading.Thread(target=_read, args=(reply,))
    reader.start()
    _until(lambda: model._turns._running > 0)
    time.sleep(0.05)
    reply.cancel()
    reader.join(2)
    assert not reader.is_alive()


def _read(reply: Iterator[str]) -> None:
    with suppress(ModelServerFailed):
        list(reply)


@pytest.mark.parametrize("begun", [True, False], ids=["in mid-stream", "before the first piece"])
def test_the_server_sees_at_once_that_the_user_has_left(serve: Any, begun: bool) -> None:
    noticed = threading.Event()

    def waiting(handler: Any, asked: Any) -> None:
        if begun:
            handler.begin()
            handler.say("first")
        handler.connection.settimeout(5)
        if handler.connection.recv(1) == b"":
            noticed.set()

    url, posts = serve(waiting)
    reply = paced(Steady(OpenAILikeModel(url, model="m"), url).complete([], {}), 0.3 if not begun else 9, 100)
    if begun:
        assert next(reply) == "first"
        reply.close()
    else:
        with pytest.raises(TooSlow):
            next(reply)
    assert noticed.wait(1)
    assert len(posts) == 1


def test_leaving_an_answer_that_is_being_written_reaches_the_server(serve: Any) -> None:
    noticed = threading.Event()

    def unending(handler: Any, asked: Any) -> None:
        handler.begin()
        handler.say(json.dumps({"claims": claims_for(asked)}).removesuffix("]}"))
        handler.connection.settimeout(5)
        if handler.connection.recv(1) == b"":
            noticed.set()

    url, _ = serve(unending)
    model = Steady(OpenAILikeModel(url, model="m"), url)
    happening = events(QUESTIONS[Language.EN], list(HITS.values()), model=model, seconds=9)
    assert isinstance(next(happening), Sources)
    assert isinstance(next(happening), Claimed)
    happening.close()  # type: ignore[attr-defined]  # it is a generator
    assert noticed.wait(1)


def _until(claim: Any) -> None:  # Any: a function without arguments
    deadline = time.monotonic() + 3
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.01)
