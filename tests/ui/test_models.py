"""Models that are configured: what they do, and that nothing breaks where they cannot be used."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.errors import DalelError
from casefile.language import Language
from prompts.render import phrase
from tests.languages import KAZAKH_FIRST
from tests.tiny import make_embedder
from tests.ui.conftest import Dalel
from ui.desk import Desk
from ui.settings import Settings
from ui.wiring import open_desk

QUESTIONS = {
    Language.KK: "Құрылғы иесіне қашан қайтарылады?",
    Language.RU: "В какой срок устройство возвращают владельцу?",
    Language.EN: "When is the device returned to its owner?",
}
LAW = ["law"]


@pytest.fixture
def data(training: Path, tmp_path: Path) -> Path:
    """The training case, to be written to."""
    return Path(shutil.copytree(training, tmp_path / "data"))


@contextmanager
def desk_with(data: Path, told: list[DalelError] | None = None, **settings: object) -> Iterator[Desk]:
    heard = [] if told is None else told
    desk = open_desk(Settings(data=data, **settings), lambda _, error: heard.append(error))  # type: ignore[arg-type]  # validated
    with closing(desk):
        yield desk


def answer(desk: Desk, language: Language) -> Answer:
    *_, last = desk.ask(QUESTIONS[language], LAW, language)
    assert isinstance(last, Answered)
    return last.answer


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_without_its_model_search_is_the_built_in_one_and_answers_say_so(
    data: Path, tiny_reranker: Path, language: Language
) -> None:
    told: list[DalelError] = []
    with desk_with(data) as desk:
        usual = desk.search(QUESTIONS[language], LAW, 5, language)
    for wrong in ("/no/such/model", str(tiny_reranker)):
        with desk_with(data, told, embedder=wrong) as desk:
            assert desk.search(QUESTIONS[language], LAW, 5, language) == usual
            assert phrase("embedder_unusable", language) in answer(desk, language).notices
    assert [error.facts["reason"] for error in told] == ["model_missing", "model_not_embedder"]


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_without_its_reranker_the_order_stays_and_answers_say_so(
    data: Path, tiny_embedder: Path, language: Language
) -> None:
    told: list[DalelError] = []
    with desk_with(data) as desk:
        usual = desk.search(QUESTIONS[language], LAW, 5, language)
    with desk_with(data, told, reranker=str(tiny_embedder)) as desk:
        assert desk.search(QUESTIONS[language], LAW, 5, language) == usual
        assert phrase("reranker_unusable", language) in answer(desk, language).notices
    assert [error.facts["reason"] for error in told] == ["model_not_reranker"]


def test_reranker_orders_what_was_found_and_is_recorded(data: Path, tiny_reranker: Path) -> None:
    with desk_with(data) as desk:
        usual = desk.search(QUESTIONS[Language.RU], LAW, 20, Language.RU)
    with desk_with(data, reranker=str(tiny_reranker), rerank_top=4) as desk:
        hits = desk.search(QUESTIONS[Language.RU], LAW, 20, Language.RU)
        record = answer(desk, Language.RU).record
        [law] = [one for one in desk._all() if one.collection.name == "law"]
        kept = law.ledger.journal.answer(record)
    assert {hit.passage.id for hit in hits} == {hit.passage.id for hit in usual}
    assert [("reranker" in hit.channels) for hit in hits[:5]] == [True] * 4 + [False]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert kept is not None
    assert [name.rpartition("-")[0] for name in json.loads(kept[1])["searched_with"]] == [
        "static",
        "tiny-reranker",
    ]


def test_change_of_model_runs_in_the_background_and_ends_with_the_desk(
    data: Path, tiny_embedder: Path
) -> None:
    told: list[DalelError] = []
    with desk_with(data, told, embedder=str(tiny_embedder)) as desk:
        findings = {finding.collection.name: finding for finding in desk.examine(rebuild=False)}
        assert findings["law"].healthy
        assert findings["law"].embedding is not None and findings["law"].embedding[0] == 0
        desk.embed_in_background()
        while any(finding.embedding for finding in desk.examine(rebuild=False)):
            assert desk.search(QUESTIONS[Language.RU], LAW, 3, Language.RU)
            time.sleep(0.05)
        assert desk.model().startswith("tiny-")
        assert answer(desk, Language.RU).claims
    with desk_with(data, told, embedder=str(tiny_embedder)) as desk:
        assert all(finding.healthy for finding in desk.examine(rebuild=False))
        desk.embed_in_background()
    assert told == []


def test_model_that_changed_in_its_folder_is_another_model(data: Path, tiny_embedder: Path) -> None:
    copy = Path(shutil.copytree(tiny_embedder, data.parent / "tiny"))
    with desk_with(data, embedder=str(copy)) as desk:
        list(desk.embedding())
        before = desk.model()
    shutil.rmtree(copy)
    make_embedder(copy, seed=2, hidden=48)
    with desk_with(data, embedder=str(copy)) as desk:
        assert desk.search(QUESTIONS[Language.RU], LAW, 3, Language.RU)
        assert all(finding.healthy and finding.embedding for finding in desk.examine(rebuild=False))
        list(desk.embedding())
        assert desk.model() != before
        hits = desk.search(QUESTIONS[Language.RU], LAW, 50, Language.RU)
        assert any("dense" in hit.channels for hit in hits)


def test_settings_that_are_none_are_refused(dalel: Dalel, tmp_path: Path) -> None:
    for name, value in (
        ("DALEL_DEVICE", "abacus"),
        ("DALEL_EMBEDDER_BACKEND", "x"),
        ("DALEL_RERANK_TOP", "0"),
    ):
        done = dalel("collections", data=tmp_path, **{name: value})
        assert (done.returncode, name in done.stderr) == (1, True)


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_command_line_says_that_a_model_cannot_be_used(dalel: Dalel, data: Path, language: Language) -> None:
    done = dalel("embed", data=data, lang=language, DALEL_EMBEDDER="/no/such/model")
    assert done.returncode == 1
    assert done.stderr.startswith("/no/such/model: ")
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1
    found = dalel("search", QUESTIONS[language], "-c", "law", data=data, DALEL_RERANKER="/no/such/model")
    assert found.returncode == 0 and found.stdout
    assert found.stderr.startswith("/no/such/model: ")


@pytest.mark.slow
def test_command_line_makes_the_vectors_and_doctor_tells_how_far_it_is(
    dalel: Dalel, data: Path, tiny_embedder: Path
) -> None:
    model = {"DALEL_EMBEDDER": str(tiny_embedder)}
    before = dalel("doctor", data=data, **model)
    assert before.returncode == 0 and "0 of" in before.stdout
    done = dalel("embed", "--json", data=data, **model)
    assert done.returncode == 0, done.stderr
    last = json.loads(done.stdout.splitlines()[-1])
    assert last["made"] == last["passages"] > 0
    after = dalel("doctor", "--json", data=data, **model)
    assert all(json.loads(line)["embedding"] is None for line in after.stdout.splitlines())
    assert dalel("search", QUESTIONS[Language.KK], "-c", "law", data=data, **model).stdout
