"""`dalel index-terms`: what a site adds is found, what it hides is not, and drafts are marked."""

import json
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.models.scripted import ScriptedModel
from assistant.ports import Message
from casefile.errors import CollectionUnknown, ModelServerFailed, NoModel, PlaceUnclear
from casefile.language import SPOKEN, Language
from tests.languages import KAZAKH_FIRST
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds, lines
from ui.desk import Desk
from ui.settings import Settings
from ui.wiring import open_desk
from vectorstore.subject_index.phrases import Phrase, State

KK, RU, EN = SPOKEN
PLACES = {"en": "Article 188 of the Criminal Code", "ru": "ст. 188 УК", "kk": "ҚК 188-бабы"}
THEFT = {
    KK: "Подъездден самокатымды жымқырып кетті",
    RU: "стырили самокат у подъезда",
    EN: "somebody nicked my scooter outside",
}
CODE = "K1400000226"
TEXTS = {
    "9001": ("Пересадка деревьев", "1. Пересадка дерева без разрешения садовника наказывается штрафом."),
    "9002": ("Окраска забора", "1. Окраска чужого забора без согласия владельца наказывается штрафом."),
}
ARTICLES = [
    {
        "lang": "ru",
        "law": "Уголовный кодекс РК",
        "doc": CODE,
        "article": article,
        "title": title,
        "text": text,
    }
    for article, (title, text) in TEXTS.items()
]


@pytest.mark.parametrize("lang", KAZAKH_FIRST)
def test_phrases_are_added_shown_and_removed_in_every_language(
    dalel: Dalel, tmp_path: Path, lang: str
) -> None:
    data = tmp_path / "data"
    for language, text in THEFT.items():
        done = dalel("index-terms", "add", PLACES[lang], text, "--json", data=data, lang=lang)
        assert done.returncode == 0, done.stderr
        [kept] = lines(done.stdout)
        holds("term", kept)
        assert (kept["act"], kept["article"], kept["language"]) == (CODE, "188", language)
    assert dalel("index-terms", "add", f"{CODE}/188", THEFT[RU], data=data, lang=lang).returncode == 0
    shown = lines(dalel("index-terms", "show", PLACES[lang], "--json", data=data).stdout)
    assert [term["text"] for term in shown].count(THEFT[RU]) == 1
    assert set(THEFT.values()) < {term["text"] for term in shown}
    for _, status in ((1, 0), (2, 1)):
        gone = dalel("index-terms", "remove", PLACES[lang], THEFT[RU], data=data, lang=lang)
        assert gone.returncode == status and len((gone.stdout + gone.stderr).splitlines()) == 1


def test_what_cannot_be_done_is_said_in_one_line(dalel: Dalel, tmp_path: Path) -> None:
    for arguments in (
        ("add", "УК", "украли велосипед"),
        ("add", "ст. 188 УК и ст. 190 УК", "украли велосипед"),
        ("add", f"{CODE}/../x", "украли велосипед"),
        ("add", "ст. 188 УК", "a | b"),
        ("draft", CODE, "-c", "law"),
    ):
        done = dalel("index-terms", *arguments, data=tmp_path / "data")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


def test_a_damaged_line_is_named_and_mended(dalel: Dalel, tmp_path: Path, training: Path) -> None:
    data = Path(shutil.copytree(training, tmp_path / "data"))
    (data / "index-terms").mkdir()
    (data / "index-terms" / f"{CODE}.tsv").write_text("188\tde\tDiebstahl im Bus\n", encoding="utf-8")
    done = dalel("search", "телефон", "-c", "law", data=data)
    assert done.returncode == 1 and f"{CODE}.tsv" in done.stderr and "1" in done.stderr
    (data / "index-terms" / f"{CODE}.tsv").write_text("188\tru\tкража в автобусе\n", encoding="utf-8")
    assert dalel("search", "телефон", "-c", "law", data=data).returncode == 0


@pytest.fixture(scope="module")
def two_articles(dalel: Dalel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a law of two articles. To be read only."""
    folder = tmp_path_factory.mktemp("articles")
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ARTICLES)
    (folder / "law.jsonl").write_text(rows, encoding="utf-8")
    done = dalel("ingest", str(folder / "law.jsonl"), "-c", "law", "--kind", "law", data=folder / "data")
    assert done.returncode == 0, done.stderr
    return folder / "data"


@pytest.fixture
def data(two_articles: Path, tmp_path: Path) -> Path:
    """The same, to be written to."""
    return Path(shutil.copytree(two_articles, tmp_path / "data"))


def drafts(messages: Sequence[Message]) -> str:
    asked = messages[-1].text
    if "в виде JSON" in asked:
        said = "сосед перекрасил наш штакетник" if "забора" in asked else "выкопали яблоню во дворе"
    elif "JSON түрінде" in asked:
        said = "көршім біздің шарбақты бояп тастады" if "забора" in asked else "ауладағы алманы қазып алды"
    else:
        said = "neighbour repainted our picket fence" if "забора" in asked else "dug out our apple tree"
    return f"```json\n{json.dumps({'phrases': [said, said.upper(), 'two words', 7, 'x | ' + said]})}\n```"


def desk(data: Path, model: ScriptedModel | None) -> Desk:
    opened = open_desk(Settings(data=data))
    opened._parts = replace(opened._parts, model=model)
    return opened


QUESTIONS = (
    "көршім шарбақты боямақ болды",
    "сосед перекрасил штакетник",
    "neighbour repainted the picket fence",
)


def test_drafts_of_a_model_are_kept_marked_and_find(data: Path) -> None:
    with closing(desk(data, ScriptedModel(drafts))) as opened:
        made = list(opened.draft_terms(CODE, ["law"]))
        kept = opened.terms.of((CODE, "9002"))
        assert not list(opened.draft_terms(CODE, ["law"])), "an article that has phrases needs no drafts"
    assert {phrase.article[1] for phrase in made} == {"9001", "9002"}
    assert {phrase.language for phrase in kept} == set(SPOKEN)
    assert all(phrase.state is State.DRAFT and 3 <= len(phrase.text.split()) <= 9 for phrase in made)
    assert Phrase((CODE, "9002"), RU, "сосед перекрасил наш штакетник", State.DRAFT) in kept
    with closing(open_desk(Settings(data=data))) as opened:
        laws = [opened.search(asked, ["law"], 1, RU)[0].passage.locator.law for asked in QUESTIONS]
    assert [law.article if law else "" for law in laws] == ["9002"] * 3


@pytest.mark.parametrize("reply", ["", "never JSON", '{"phrases": "кража"}', '{"phrases": [["a b c"]]}'])
def test_a_model_that_makes_no_sense_drafts_nothing(data: Path, reply: str) -> None:
    with closing(desk(data, ScriptedModel(reply))) as opened:
        assert list(opened.draft_terms(f"{CODE}/9001", ["law"])) == []
        assert opened.terms.of((CODE, "9001")) == []


def test_what_was_drafted_before_a_failure_is_kept(data: Path) -> None:
    model = ScriptedModel(drafts, ModelServerFailed(url="", reason="gone"))
    with closing(desk(data, model)) as opened, pytest.raises(ModelServerFailed):
        list(opened.draft_terms(f"{CODE}/9001", ["law"]))
    with closing(open_desk(Settings(data=data))) as opened:
        assert [phrase.language for phrase in opened.terms.of((CODE, "9001"))][:1] == [KK]


def test_drafting_wants_a_model_an_article_and_a_collection(data: Path) -> None:
    with closing(desk(data, None)) as opened, pytest.raises(NoModel):
        list(opened.draft_terms(CODE, ["law"]))
    with closing(desk(data, ScriptedModel(drafts))) as opened:
        for place in ("", "ст. 9999 УК", "K1400000231"):
            with pytest.raises(PlaceUnclear):
                list(opened.draft_terms(place, ["law"]))
        with pytest.raises(CollectionUnknown):
            list(opened.draft_terms(CODE, ["no such"]))


def test_language_is_recognised_where_it_is_not_given(data: Path) -> None:
    with closing(open_desk(Settings(data=data))) as opened:
        found = {language: opened.language(text, Language.EN) for language, text in THEFT.items()}
    assert found == {language: language for language in THEFT}
