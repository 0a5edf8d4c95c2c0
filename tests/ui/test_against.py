"""What speaks against an answer: on the terminal, in the JSON, in a file, on the page, and on record."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from ingest.outcome import Incoming
from tests.assistant.test_sides import ASKED, SEEN
from tests.ui.test_contract import holds, lines
from ui.cli.app import app
from ui.cli.questions import answer_text
from ui.cli.session import opened
from ui.contract import answer_json
from ui.desk import Desk
from ui.export.format import Format
from ui.export.write import export
from ui.speech import opposes, say
from ui.web.page import respond
from ui.web.render import answered

AT = "2026-01-05T09:00:00+00:00"
ALONE = "alone"
ARTICLE = {"law": "Учебный закон", "doc": "TRAINING-9", "article": "50", "title": "Арест", "lang": "ru"}
RULE = "1. Административный арест устанавливается в исключительных случаях на срок до тридцати суток."
EXCEPTION = "2. Административный арест не применяется к беременным женщинам и инвалидам."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A case per language with two witnesses, one with the first of them alone, and a law of one article."""
    folder = tmp_path_factory.mktemp("against")
    kept = [
        (str(language), f"{language}-{n}.txt", text) for language in SPOKEN for n, text in _said(language)
    ]
    kept += [(f"{ALONE}-{language}", f"{language}.txt", SEEN[language][0]) for language in SPOKEN]
    with opened(folder / "data") as (desk, _):
        for name, file, text in kept:
            (folder / file).write_text(text, encoding="utf-8")
            incoming = Incoming(folder / file, str(folder / file))
            list(desk.ingest(name, CollectionKind.CASE, [incoming], "tests"))
        law = folder / "law.jsonl"
        law.write_text(json.dumps({**ARTICLE, "text": f"{RULE}\n{EXCEPTION}"}), encoding="utf-8")
        list(desk.ingest("law", CollectionKind.LAW, [Incoming(law, str(law))], "tests"))
        yield desk


def _said(language: Language) -> list[tuple[int, str]]:
    return list(enumerate(SEEN[language]))


def asked(desk: Desk, name: str, question: str, language: Language) -> Answer:
    *_, last = desk.ask(question, [name], language, against=True)
    assert isinstance(last, Answered)
    return last.answer


def shown(desk: Desk, given: Answer, language: Language) -> Iterator[str]:
    """What stands under the heading, wherever an answer is shown."""
    title = say("against.title", language)
    file = docx.Document(io.BytesIO(export(desk.kept(given.record), Format.DOCX, AT)))
    for whole in (
        answer_text(given),
        "\n".join(paragraph.text for paragraph in file.paragraphs),
        answered(given, language),
    ):
        yield whole.partition(title)[2]
    assert export(desk.kept(given.record), Format.PDF, AT).startswith(b"%PDF")


@pytest.mark.parametrize("language", SPOKEN)
def test_the_quote_against_is_shown_wherever_an_answer_is(desk: Desk, language: Language) -> None:
    given = asked(desk, str(language), ASKED[language], language)
    assert given.against
    [one] = given.against.found
    quote = next(citation.quote for citation in given.citations if citation.n == one.citation)
    for text in shown(desk, given, language):
        assert opposes(one.against, one.matter, language) in text
        assert quote in text


@pytest.mark.parametrize("language", SPOKEN)
def test_that_nothing_was_found_is_said_everywhere(desk: Desk, language: Language) -> None:
    given = asked(desk, f"{ALONE}-{language}", ASKED[language], language)
    assert given.against and given.against.note
    assert all(given.against.note in text for text in shown(desk, given, language))


@pytest.mark.parametrize("language", SPOKEN)
def test_it_keeps_the_contract_and_the_record(desk: Desk, language: Language) -> None:
    given = asked(desk, str(language), ASKED[language], language)
    told = json.loads(json.dumps(answer_json(given)))
    holds("answer", told)
    [one] = told["against"]["found"]
    assert one["matter"] == "time" and {one["citation"], one["against"]} == {1, 2}
    assert desk.replay(given.record).identical and desk.verify(given.record).stand


def test_an_exception_speaks_as_the_law_it_stands_in(desk: Desk) -> None:
    given = asked(desk, "law", "На какой срок устанавливается административный арест?", Language.RU)
    assert given.against
    [one] = given.against.found
    assert given.citations[-1].n == one.citation and given.citations[-1].quote == EXCEPTION
    file = docx.Document(io.BytesIO(export(desk.kept(given.record), Format.DOCX, AT)))
    assert say("export.sources.case", Language.RU) not in [paragraph.text for paragraph in file.paragraphs]
    assert desk.verify(given.record).stand


def test_a_record_without_the_request_is_exported_without_the_heading(desk: Desk) -> None:
    kept = desk.kept(asked(desk, "ru", ASKED[Language.RU], Language.RU).record)
    older = replace(
        kept,
        answer={key: value for key, value in kept.answer.items() if key != "against"},
        provenance={key: value for key, value in kept.provenance.items() if key != "opposed"},
    )
    file = docx.Document(io.BytesIO(export(older, Format.DOCX, AT)))
    title = say("against.title", Language.RU)
    assert title not in [paragraph.text for paragraph in file.paragraphs]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_page_looks_for_it_only_if_the_box_is_ticked(desk: Desk, language: Language) -> None:
    title = say("against.title", language)
    for ticked in (True, False):
        *_, (screen, _) = respond(desk, ASKED[language], [str(language)], language, against=ticked)
        assert (title in screen) is ticked


def test_the_command_line_asks_for_it(tmp_path: Path) -> None:
    file, question = tmp_path / "one.txt", ASKED[Language.RU]
    file.write_text(SEEN[Language.RU][0], encoding="utf-8")
    with opened(tmp_path / "data") as (desk, _):
        list(desk.ingest("case", CollectionKind.CASE, [Incoming(file, str(file))], "tests"))
    common = ["-c", "case", "--against", "--data", str(tmp_path / "data"), "--json"]
    batch = json.dumps({"id": 1, "text": question})
    run = CliRunner().invoke
    (row,) = lines(run(app, ["ask", "--batch", "-", *common], input=batch).stdout)
    (turn,) = lines(run(app, ["chat", *common], input=f"{question}\n").stdout)
    for told in (row["answer"], turn):
        holds("answer", told)
        assert told["against"]["note"]
