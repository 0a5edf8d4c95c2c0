"""What the README shows of `make demo` is what the program answers."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answered import Answered
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from ingest.outcome import Incoming
from ui.desk import Desk
from ui.settings import Settings
from ui.wiring import open_desk

ROOT = Path(__file__).parents[2]
QUESTIONS = re.findall(r"^ask '(.*)'$", (ROOT / "examples" / "ask_three.sh").read_text("utf-8"), re.MULTILINE)
EXPECTED = {  # of each, words that a quotation must hold
    Language.KK: "Содан кейін ол телефоныма RemoteHelp Desk деген бағдарламаны орнатуды сұрады.",
    Language.RU: "Устройство возвращается владельцу не позднее десяти суток",
    Language.EN: "4d9baba518972bf5680d3137356b741e0ec21c44afe26c141cf90e3aada1e128",
}
SHELVES = {"training-law": "law", "training-guidance": "guidance", "training-case": "case"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = open_desk(Settings(data=tmp_path_factory.mktemp("demo")))
    for name, kind in SHELVES.items():
        paths = sorted(path for path in (ROOT / "examples" / kind).iterdir() if path.is_file())
        files = [Incoming(path, path.name) for path in paths]
        list(opened.ingest(name, CollectionKind(kind), files, received_by="test"))
    with closing(opened):
        yield opened


@pytest.mark.parametrize(("question", "language"), list(zip(QUESTIONS, SPOKEN, strict=True)), ids=SPOKEN)
def test_the_three_questions_of_the_demo_are_answered(desk: Desk, question: str, language: Language) -> None:
    *_, last = desk.ask(question, list(SHELVES), Language.RU)
    assert isinstance(last, Answered)
    assert last.answer.language is language
    quotes = [" ".join(citation.quote.split()) for citation in last.answer.citations]
    assert any(EXPECTED[language] in quote for quote in quotes), quotes
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert question in readme and EXPECTED[language] in readme
