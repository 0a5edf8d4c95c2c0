"""Files that hide text, from the file to the screen: whoever reads it is told, and no answer rests on it."""

import json
from pathlib import Path

import pytest
from docx import Document

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.language import SPOKEN, Language
from tests.languages import KAZAKH_FIRST
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds, lines
from tests.ui.test_scans import QUESTIONS, TEXTS
from ui.cli.questions import answer_text
from ui.cli.session import opened
from ui.contract import answer_json
from ui.speech import say

HIDDEN = {
    Language.KK: "Сарапшы Досымбеков ешқандай көгеру жоқ екенін анықтады.",
    Language.RU: "Осмотром установлено, что кассовый ящик магазина закрыт и полон.",
    Language.EN: "The custodian received nothing but an empty box.",
}
FORMATS = ["html", "docx"]


def hiding(path: Path, shown: str, hidden: str) -> None:
    if path.suffix == ".html":
        path.write_text(
            f"<title>{path.stem}</title><p>{shown}</p><p style='display:none'>{hidden}</p>", "utf-8"
        )
        return
    document = Document()
    document.core_properties.title = path.stem
    document.add_paragraph(shown)
    document.add_paragraph().add_run(hidden).font.hidden = True
    document.save(str(path))


@pytest.fixture(scope="module")
def data(dalel: Dalel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("hidden") / "data"
    for suffix in FORMATS:
        folder = tmp_path_factory.mktemp(suffix)
        for language in SPOKEN:
            hiding(folder / f"{language}.{suffix}", TEXTS[language], HIDDEN[language])
        done = dalel("ingest", str(folder), "-c", suffix, "--kind", "case", data=data)
        assert done.returncode == 0, done.stderr
    return data


@pytest.fixture(scope="module")
def asked(data: Path) -> dict[tuple[Language, str], Answer]:
    with opened(data) as (desk, _):
        return {
            (language, suffix): event.answer
            for suffix in FORMATS
            for language, question in QUESTIONS.items()
            for event in desk.ask(question, [suffix], language)
            if isinstance(event, Answered)
        }


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("suffix", FORMATS)
def test_an_answer_rests_on_what_the_file_shows(
    asked: dict[tuple[Language, str], Answer], language: Language, suffix: str
) -> None:
    answer = asked[language, suffix]
    assert [citation.quote for citation in answer.citations] == [TEXTS[language]]
    assert answer.unseen
    holds("answer", json.loads(json.dumps(answer_json(answer))))
    assert HIDDEN[language] not in answer_text(answer)
    assert any(f"{language}" in notice for notice in answer.notices)


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_search_and_show_tell_what_is_hidden(dalel: Dalel, data: Path, language: Language) -> None:
    lang, words = str(language), HIDDEN[language]
    found = dalel("search", words, "-c", "html", "-k", "3", data=data, lang=lang).stdout
    assert say("source.hidden", language) in found and words in found
    told = lines(dalel("search", words, "-c", "html", "-k", "6", "--json", data=data).stdout)
    for hit in told:
        holds("hit", hit)
        assert (hit["concealed"] == "hidden") == (hit["text"] in HIDDEN.values())
    document = next(hit["document"] for hit in told if hit["text"] == words)
    page = dalel("show", document, "--page", "1", data=data, lang=lang).stdout
    shown, _, hidden = page.partition(f"[{say('source.hidden', language)}]")
    assert TEXTS[language] in shown and words in hidden and words not in shown
