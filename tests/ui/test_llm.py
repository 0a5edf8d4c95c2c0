"""`dalel llm check`: a model server is told fit or unfit, with what to do, in the user's language."""

import json
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import ui.cli.llm
from casefile.errors import ModelUnusable
from casefile.language import SPOKEN, Language
from prompts.render import render
from tests.assistant.server import Behaviour, Handler, forbidding, html, noise, serving
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds
from ui.settings import Settings
from ui.speech import explain, say
from ui.wiring import chat_model

pytestmark = pytest.mark.usefixtures("no_pause")
PASSAGES = {language: render("check", language).split("\n\n")[1] for language in SPOKEN}


def sentences(passage: str) -> list[str]:
    return [f"{sentence}." for sentence in passage.rstrip(".").split(". ")]


def honest(handler: Handler, asked: dict[str, Any]) -> None:
    """Quotes the passage of the question's own language."""
    _quote(handler, asked, True)


def russian_only(handler: Handler, asked: dict[str, Any]) -> None:
    """Speaks Russian whatever it is asked, with the words of the passage it has."""
    _quote(handler, asked, False)


def _quote(handler: Handler, asked: dict[str, Any], in_its_language: bool) -> None:
    text = asked["messages"][-1]["content"]
    language = next(language for language, passage in PASSAGES.items() if passage in text)
    before = text[: text.index(PASSAGES[language])]
    id_ = re.findall(r"\[(P\d+)\]", before)[-1]
    said = sentences(PASSAGES[language if in_its_language else Language.RU])
    quoted = sentences(PASSAGES[language])
    claims = [
        {"text": own, "quotes": [{"id": id_, "quote": quote}]}
        for own, quote in zip(said, quoted, strict=True)
    ]
    handler.begin()
    reply = json.dumps({"claims": claims}, ensure_ascii=False)
    for start in range(0, len(reply), 20):
        handler.say(reply[start : start + 20])
    handler.wfile.write(b"data: [DONE]\n\n")


Check = Callable[..., tuple[int, str]]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """The command in this process: what it imports takes seconds. Gives its status and its output."""

    def run(url: str, language: Language = Language.EN, *, as_json: bool = False) -> tuple[int, str]:
        monkeypatch.setenv("DALEL_LLM_URL", url)
        monkeypatch.setenv("DALEL_LANG", language)
        status = ui.cli.llm.check(as_json=as_json)
        return status, capsys.readouterr().out

    return run


def as_told(check: Check, behaviour: Behaviour) -> tuple[int, Any]:
    with serving(behaviour) as (url, _):
        status, out = check(url, as_json=True)
    told = json.loads(out)
    holds("llm_check", told)
    return status, told


def test_an_honest_model_is_fit(check: Check) -> None:
    status, told = as_told(check, honest)
    assert status == 0 and told["usable"] and told["model"] == "first-model"
    assert [trial["answered_in"] for trial in told["languages"]] == list(SPOKEN)
    assert all(trial["keeps_schema"] and trial["first_seconds"] > 0 for trial in told["languages"])
    assert [(trial["supported"], trial["statements"]) for trial in told["languages"]] == [(2, 2)] * 3


def test_a_model_of_one_language_is_unfit(check: Check) -> None:
    status, told = as_told(check, russian_only)
    assert status == 1 and not told["usable"]
    assert [trial["passed"] for trial in told["languages"]] == [False, True, False]
    assert {trial["answered_in"] for trial in told["languages"]} == {"ru"}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("behaviour", "key"),
    [(noise, "llm.model_nonsense"), (html, "llm.model_nonsense"), (forbidding, "error.model_server_refused")],
)
def test_a_failure_comes_once_with_the_next_step(
    check: Check, behaviour: Behaviour, key: str, language: Language
) -> None:
    with serving(behaviour) as (url, _):
        status, out = check(url, language)
    assert status == 1
    assert out.count(say(key, language, url=url, reason="HTTP 401")) == 1
    assert say("llm.unusable", language) in out


@pytest.mark.parametrize("language", SPOKEN)
def test_a_server_that_is_not_there_is_named(check: Check, language: Language) -> None:
    status, out = check("http://127.0.0.1:9/v1", language)
    reason = say("fact.reason.ConnectError", language)
    assert status == 1
    assert say("error.model_server_failed", language, url="http://127.0.0.1:9/v1", reason=reason) in out


@pytest.mark.parametrize("language", SPOKEN)
def test_without_a_model_the_setting_is_named(dalel: Dalel, language: Language) -> None:
    done = dalel("llm", "check", lang=language, DALEL_LLM_URL="")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.strip() == say("llm.none", language)
    assert "DALEL_LLM_URL" in done.stderr


@pytest.mark.parametrize("language", SPOKEN)
def test_without_the_extra_a_gguf_file_is_refused_with_the_package_to_install(
    tmp_path: Path, language: Language
) -> None:
    if find_spec("llama_cpp"):
        pytest.skip("llama-cpp-python is installed")
    with pytest.raises(ModelUnusable) as unusable:
        chat_model(Settings(llm_gguf=tmp_path / "model.gguf"))
    told = explain(unusable.value, language)
    assert "model.gguf" in told and "dalel[llamacpp]" in told
