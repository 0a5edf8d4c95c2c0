"""Conversations over the real program: they survive a restart and never carry words between cases."""

import getpass
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.language import Language
from tests.languages import KAZAKH_FIRST
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds, lines
from ui.desk import Desk
from ui.settings import Settings
from ui.wiring import open_desk

RU = Language.RU
FIRST = "В какой срок устройство возвращают владельцу?"
FOLLOW_UPS = {
    "kk": ("Құрылғы иесіне қандай мерзімде қайтарылады?", "Сол мерзімді кім ұзартады?", "толығырақ"),
    "ru": (FIRST, "Кто продлевает этот срок?", "подробнее"),
    "en": ("When is the device returned to its owner?", "Who extends that term?", "more"),
}


@pytest.fixture
def data(training: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(training, tmp_path / "data"))


@pytest.mark.parametrize("lang", KAZAKH_FIRST)
def test_chat_answers_line_by_line_and_understands_what_follows(dalel: Dalel, data: Path, lang: str) -> None:
    stdin = "\n".join([*FOLLOW_UPS[lang], "", "Wie lange darf ein Verdächtiger festgehalten werden?"]) + "\n"
    done = dalel("chat", "-c", "law", "--json", data=data, stdin=stdin, lang=lang)
    first, second, third, refused = lines(done.stdout)
    for told in (first, second, third):
        holds("answer", told)
    assert "understood" not in first
    assert second["understood"].startswith(FOLLOW_UPS[lang][1].rstrip("?"))
    assert second["understood"] in second["notices"][0]
    assert third["understood"] == second["understood"]
    assert {c["passage"] for c in second["citations"]}.isdisjoint(c["passage"] for c in third["citations"])
    assert refused["error"] == "language_unsupported" and done.returncode == 1


def test_ask_continues_a_conversation_after_a_restart(dalel: Dalel, data: Path) -> None:
    with closing(open_desk(Settings(data=data))) as desk:
        said(desk, FIRST, ["law"], getpass.getuser())
    asked = ("ask", "Кто продлевает этот срок?", "-c", "law", "--conversation", "talk", "--json")
    (told,) = lines(dalel(*asked, data=data).stdout)
    assert told["understood"]


def said(desk: Desk, text: str, names: list[str], user: str = "") -> Answer:
    *_, last = desk.ask(text, names, RU, "talk", user)
    assert isinstance(last, Answered)
    return last.answer


def test_words_of_a_collection_that_is_not_open_stay_away(data: Path) -> None:
    follow = "Кто продлевает этот срок?"
    with closing(open_desk(Settings(data=data))) as desk:
        said(desk, FIRST, ["law", "case"])
        for names in (["law"], ["guidance", "law"], ["case"]):
            assert "владельцу" not in said(desk, follow, names).understood
            assert FIRST not in [told.asked for told in desk.turns("talk", names)]
        assert FIRST in [told.asked for told in desk.turns("talk", ["case", "law", "guidance"])]


def test_another_user_continues_nothing(data: Path) -> None:
    with closing(open_desk(Settings(data=data))) as desk:
        said(desk, FIRST, ["law"], "aigul")
        assert said(desk, "Кто продлевает этот срок?", ["law"], "yerlan").understood == ""
        assert said(desk, "Кто продлевает этот срок?", ["law"], "aigul").understood
