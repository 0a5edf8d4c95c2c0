"""Two witnesses who contradict: on the terminal, in the JSON, in a file, on the page, and on record."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from ingest.outcome import Incoming
from tests.assistant.test_sides import ASKED, SEEN
from tests.ui.test_contract import holds
from ui.cli.questions import answer_text
from ui.cli.session import opened
from ui.contract import answer_json
from ui.desk import Desk
from ui.export.format import Format
from ui.export.write import export
from ui.speech import say
from ui.web.render import answered

AT = "2026-01-05T09:00:00+00:00"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A case per language with the statements of two witnesses."""
    folder = tmp_path_factory.mktemp("sides")
    with opened(folder / "data") as (desk, _):
        for language in SPOKEN:
            for n, text in enumerate(SEEN[language]):
                path = folder / f"{language}-{n}.txt"
                path.write_text(text, encoding="utf-8")
                list(desk.ingest(language, CollectionKind.CASE, [Incoming(path, str(path))], "tests"))
        yield desk


@pytest.fixture(scope="module")
def answers(desk: Desk) -> dict[Language, Answer]:
    told = {}
    for language in SPOKEN:
        *_, last = desk.ask(ASKED[language], [language], language)
        assert isinstance(last, Answered)
        told[language] = last.answer
    return told


@pytest.mark.parametrize("language", SPOKEN)
def test_both_are_shown_wherever_an_answer_is(
    desk: Desk, answers: dict[Language, Answer], language: Language
) -> None:
    given = answers[language]
    title = say("sides.title", language, matter=say("sides.time", language))
    kept = desk.kept(given.record)
    file = docx.Document(io.BytesIO(export(kept, Format.DOCX, AT)))
    for shown in (
        answer_text(given),
        "\n".join(paragraph.text for paragraph in file.paragraphs),
        answered(given, language).partition('<section class="sides">')[2],
    ):
        assert title in shown
        assert all(text in shown.partition(title)[2] for text in SEEN[language])
    assert export(kept, Format.PDF, AT).startswith(b"%PDF")


@pytest.mark.parametrize("language", SPOKEN)
def test_they_keep_the_contract_and_the_record(
    desk: Desk, answers: dict[Language, Answer], language: Language
) -> None:
    told = answer_json(answers[language])
    holds("answer", json.loads(json.dumps(told)))
    assert told["disagreements"] == [
        {"citations": [1, 2], "matter": "time", "values": [*_times(answers[language])]}
    ]
    record = answers[language].record
    assert desk.replay(record).identical and desk.verify(record).stand
    assert len(desk.verify(record).proofs) == 2


def _times(answer: Answer) -> list[str]:
    """In the order of the citations."""
    return ["21:30" if "21:30" in citation.quote else "22:15" for citation in answer.citations]


def test_a_record_of_an_earlier_version_is_exported(desk: Desk, answers: dict[Language, Answer]) -> None:
    kept = desk.kept(answers[Language.RU].record)
    searched = {key: kept.answer["searched"][key] for key in ("collections", "passages")}
    old = {key: value for key, value in kept.answer.items() if key != "disagreements"}
    older = replace(kept, answer={**old, "searched": searched})
    title = say("sides.title", Language.RU, matter=say("sides.time", Language.RU))
    told = docx.Document(io.BytesIO(export(older, Format.DOCX, AT)))
    assert title not in "\n".join(paragraph.text for paragraph in told.paragraphs)
    assert Path(older.answer["citations"][0]["path"]).name.startswith("ru-")
