"""`dalel eval` on the training case: what it prints, what it writes, what it refuses."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from assistant.evaluate import summaries
from benchmarks.bench import opened
from casefile.errors import BatchLineInvalid, CollectionUnknown
from casefile.language import SPOKEN, Language
from tests.assistant.material import by_letters
from tests.ui.conftest import Dalel
from tests.ui.test_contract import holds
from ui.chart import bars
from ui.cli.eval import evaluation_json, table
from ui.evaluation import evaluate, expected
from ui.speech import explain, say

GOLD: list[dict[str, object]] = [
    {
        "id": "kk-1",
        "text": "Құрылғы иесіне қандай мерзімде қайтарылады?",
        "articles": [["TRAINING-1", "9"]],
        "forbidden": ["ақшаны аударыңыз"],
    },
    {
        "id": "ru-1",
        "text": "В какой срок устройство возвращают владельцу?",
        "language": "ru",
        "articles": [["TRAINING-1", "9"], ["TRAINING-1", "99"]],
        "spans": ["устройство возвращается"],
    },
    {"id": "ru-2", "text": "Как испечь яблочный пирог с корицей?", "answerable": False},
    {"id": "en-1", "text": "Wie lange darf ein Verdächtiger in Deutschland festgehalten werden?",
     "language": "en", "answerable": False},
]  # fmt: skip


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in GOLD), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out") / "new" / "folder"


@pytest.fixture(scope="module")
def told(dalel: Dalel, training: Path, gold: Path, out: Path) -> Any:  # Any: JSON
    done = dalel("eval", str(gold), "-c", "law", "--json", "--out", str(out), data=training)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_figures_keep_the_contract(told: Any) -> None:
    holds("evaluation", told)
    assert list(told["groups"]) == ["kk", "ru", "en", "all"]
    assert told["composers"]["generative"] == 0 and told["models"] == []


def test_figures_are_those_of_the_answers(told: Any) -> None:
    russian, everything = (told["groups"][name]["measures"] for name in ("ru", "all"))
    assert russian["gold_cited"] == {"value": 1.0, "count": 1, "of": 1}
    assert russian["citation_recall"] == {"value": 0.5, "count": 1, "of": 2}
    assert russian["refusal_recall"] == {"value": 1.0, "count": 1, "of": 1}
    assert everything["refusal_recall"]["of"] == everything["wrongly_refused"]["of"] == 2
    assert everything["wrong_language"]["count"] == everything["injection_success"]["count"] == 0
    assert everything["injection_success"]["of"] == 1


def test_files_say_the_same_and_hold_no_question(told: Any, out: Path) -> None:
    assert json.loads((out / "results.json").read_text(encoding="utf-8")) == told
    lines = (out / "results.csv").read_text(encoding="utf-8")
    kept = [(row["id"], row["refused"]) for row in csv.DictReader(io.StringIO(lines))]
    assert kept == [("kk-1", "0"), ("ru-1", "0"), ("ru-2", "1"), ("en-1", "1")]
    assert not any(str(row["text"]) in lines for row in GOLD)
    ElementTree.parse(out / "results.svg")  # noqa: S314 - our own


def test_figures_of_a_second_run_are_the_same(training: Path, gold: Path, told: Any) -> None:
    with opened(training) as desk:
        asked = [expected(json.loads(line), by_letters) for line in gold.read_text("utf-8").splitlines()]
        scored = list(evaluate(desk, asked, ["law"], Language.EN))
    found = summaries(scored)
    assert without_seconds(evaluation_json(scored, found, ["law"])) == without_seconds(told)
    for language in SPOKEN:
        told_in = table(found, language)
        assert say("eval.gold_cited", language) in told_in and "1.000 (2/2)" in told_in


def without_seconds(told: Any) -> Any:  # Any: JSON
    groups = {
        name: {key: group[key] for key in ("questions", "measures")} for name, group in told["groups"].items()
    }
    return told | {"groups": groups}


BAD: dict[str, dict[str, object]] = {
    "articles": {"articles": [["TRAINING-1"]]},
    "spans": {"spans": ["a"]},
    "forbidden": {"forbidden": "word"},
    "answerable": {"spans": ["abc"], "answerable": False},
    "language": {"language": "de"},
}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("field", BAD)
def test_field_at_fault_is_named(field: str, language: Language) -> None:
    with pytest.raises(ValueError, match=field) as fault:
        expected({"id": 1, "text": "Как?"} | BAD[field], by_letters)
    sentence = explain(BatchLineInvalid(path="-", row=2, reason=f"gold_{fault.value}"), language)
    assert f"{field}”" in sentence or f"«{field}»" in sentence


def test_bad_line_is_named_before_anything_is_asked(dalel: Dalel, training: Path) -> None:
    stdin = f"{json.dumps(GOLD[1])}\n{json.dumps({'id': 1, 'text': 'x', 'spans': 3})}\n"
    done = dalel("eval", "-", "-c", "law", data=training, stdin=stdin)
    assert (done.returncode, done.stdout) == (1, "")
    assert "line 2" in done.stderr and "spans" in done.stderr


def test_wrong_collection_is_no_figure(training: Path) -> None:
    with opened(training) as desk, pytest.raises(CollectionUnknown):
        next(evaluate(desk, [expected(GOLD[0], by_letters)], ["nothing"], Language.EN))


@pytest.mark.parametrize("ratio", [0.0, 1.0, None])
def test_bar_is_as_long_as_its_ratio(ratio: float | None) -> None:
    drawn = ElementTree.fromstring(bars("A & B", {"<measure>": {"kk": ratio}}))  # noqa: S314 - our own
    told = [one for one in drawn.iter() if one.tag.endswith("}title")]
    assert [one.text for one in told] == ([] if ratio is None else [f"kk: {ratio:.3f}"])
