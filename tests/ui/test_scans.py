"""A scan with recognised text, from the file to the page: whoever reads a quote of it is told."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import docx
import pytest

from assistant.answered import Answered
from assistant.turn import Turn
from casefile.answer import Answer
from casefile.language import SPOKEN, Language
from tests.scanned import scanned
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds
from tests.ui.test_export import AT, pdf_pages, squeezed
from ui.cli.questions import answer_text
from ui.cli.session import opened
from ui.contract import answer_json
from ui.export.format import Format
from ui.export.write import export
from ui.history import Told
from ui.records import Kept
from ui.speech import say
from ui.web.cards import cards
from ui.web.earlier import earlier

TEXTS = {
    Language.KK: "Сарапшы Досымбеков сол жақ иықта көлемі 4х3 см көгеру бар екенін анықтады.",
    Language.RU: "Осмотром установлено, что кассовый ящик магазина выдвинут и пуст, витрина разбита.",
    Language.EN: "The custodian received one roll of copper cable and a pair of working gloves.",
}
QUESTIONS = {
    Language.KK: "Сарапшы Досымбеков нені анықтады?",
    Language.RU: "Что установлено осмотром кассового ящика магазина?",
    Language.EN: "What did the custodian receive?",
}


@dataclass(frozen=True, slots=True)
class Asked:
    answer: Answer
    kept: Kept


@pytest.fixture(scope="module")
def asked(
    dalel: Dalel, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[tuple[Language, str], Asked]]:
    """An answer in each language about a scan and about the same words typed."""
    data = tmp_path_factory.mktemp("scans") / "data"
    for kind, mode in (("scan", 3), ("typed", 0)):
        folder = tmp_path_factory.mktemp(kind)
        for language, text in TEXTS.items():
            scanned(folder / f"{language}.pdf", [text], mode=mode)
        done = dalel("ingest", str(folder), "-c", kind, "--kind", "case", data=data)
        assert done.returncode == 0, done.stderr
    with opened(data) as (desk, _):
        told = {}
        for language, question in QUESTIONS.items():
            for kind in ("scan", "typed"):
                (answer,) = [
                    e.answer for e in desk.ask(question, [kind], language) if isinstance(e, Answered)
                ]
                told[language, kind] = Asked(answer, desk.kept(answer.record))
    yield told


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("kind", ["scan", "typed"])
def test_a_source_says_that_its_text_was_recognised(
    asked: dict[tuple[Language, str], Asked], language: Language, kind: str
) -> None:
    answer, kept = asked[language, kind].answer, asked[language, kind].kept
    remark, wanted = say("source.recognised", language), kind == "scan"
    assert [citation.quote for citation in answer.citations] == [TEXTS[language]]
    told = json.loads(json.dumps(answer_json(answer)))
    holds("answer", told)
    assert [citation["recognised"] for citation in told["citations"]] == [wanted]
    assert (remark in answer_text(answer)) == wanted
    hits = [citation.hit for citation in answer.citations]
    assert (remark in cards(hits, answer.citations, language)) == wanted
    assert (remark in earlier([Told(Turn("?", language), "?", told)], language)) == wanted
    word = docx.Document(io.BytesIO(export(kept, Format.DOCX, AT)))
    assert (remark[1:] in "\n".join(paragraph.text for paragraph in word.paragraphs)) == wanted
    assert (squeezed(remark[1:]) in squeezed("".join(pdf_pages(export(kept, Format.PDF, AT))))) == wanted


@pytest.mark.parametrize("language", SPOKEN)
def test_a_record_of_before_does_not_tell(
    asked: dict[tuple[Language, str], Asked], language: Language
) -> None:
    kept = asked[language, "scan"].kept
    citations = [{k: v for k, v in one.items() if k != "recognised"} for one in kept.answer["citations"]]
    older = replace(kept, answer={**kept.answer, "citations": citations})
    text = "".join(pdf_pages(export(older, Format.PDF, AT)))
    assert squeezed(TEXTS[language]) in squeezed(text)
    assert squeezed(say("source.recognised", language)[1:]) not in squeezed(text)
