"""The JSON that scripts rely on, against the schema and against golden outputs."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from casefile.collection import CollectionKind
from casefile.lawref import LawRef
from casefile.locator import Locator
from tests.languages import KAZAKH_FIRST
from tests.ui.conftest import Dalel
from ui.contract import locator_json

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
QUESTIONS = {
    "kk": "Құрылғы иесіне қандай мерзімде қайтарылады?",
    "ru": "В какой срок устройство возвращают владельцу?",
    "en": "What is the SHA-256 of the image of the suspect's telephone?",
}
EVERYWHERE = ("-c", "law", "-c", "guidance", "-c", "case")


def holds(name: str, told: Any) -> None:  # Any: JSON
    schema = json.loads((ROOT / "docs" / "contract.schema.json").read_text())
    jsonschema.validate(told, {"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


def lines(text: str) -> list[Any]:  # Any: JSON
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_hits_keep_the_contract(dalel: Dalel, training: Path, language: str) -> None:
    hits = lines(dalel("search", QUESTIONS[language], *EVERYWHERE, "--json", data=training).stdout)
    assert [hit["rank"] for hit in hits] == list(range(1, 11))
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        holds("hit", hit)


@pytest.mark.parametrize("language", KAZAKH_FIRST)
def test_answers_keep_the_contract(dalel: Dalel, training: Path, language: str) -> None:
    (answer,) = lines(dalel("ask", QUESTIONS[language], *EVERYWHERE, "--json", data=training).stdout)
    holds("answer", answer)
    assert answer["language"] == language
    assert not answer["refused"]
    assert {n for claim in answer["claims"] for n in claim["citations"]} == {
        c["n"] for c in answer["citations"]
    }


def test_every_hit_is_exactly_its_span_of_its_page(dalel: Dalel, training: Path) -> None:
    for hit in lines(dalel("search", "телефон", *EVERYWHERE, "-k", "3", "--json", data=training).stdout):
        at = hit["locator"]
        shown = dalel("show", hit["document"], "--page", str(at["page"]), "--json", data=training)
        assert json.loads(shown.stdout)["page"]["text"][at["start"] : at["end"]] == hit["text"]


def test_batches_answer_line_by_line_and_go_on_after_a_bad_one(dalel: Dalel, training: Path) -> None:
    asked = [{"id": n, "text": text} for n, text in enumerate(QUESTIONS.values())]
    stdin = "\n".join([*map(json.dumps, asked), '{"id": "empty", "text": " "}', "not json"])
    for command, key in (("search", "hits"), ("ask", "answer")):
        done = dalel(command, "--batch", "-", *EVERYWHERE, "--json", data=training, stdin=stdin)
        told = lines(done.stdout)
        assert [line["id"] for line in told] == [0, 1, 2, "empty", None]
        assert all(key in line for line in told[:3])
        assert [line["error"] for line in told[3:]] == ["question_empty", "batch_line_invalid"]
        assert done.returncode == 1
        for line in told:
            holds("batch", line)


def test_collections_and_outcomes_keep_the_contract(dalel: Dalel, training: Path, tmp_path: Path) -> None:
    for shelf in lines(dalel("collections", "--json", data=training).stdout):
        holds("collection", shelf)
    (tmp_path / "a.txt").write_text("A telephone was seized.")
    (tmp_path / "b.bin").write_bytes(bytes(range(256)))
    told = []
    for _ in range(2):
        done = dalel(
            "ingest",
            str(tmp_path / "a.txt"),
            str(tmp_path / "b.bin"),
            "-c",
            "x",
            "--json",
            data=tmp_path / "d",
        )
        told += lines(done.stdout)
    assert sorted(line["outcome"] for line in told) == ["failed", "failed", "indexed", "unchanged"]
    for line in told:
        holds("outcome", line)


def test_golden_hit_and_answer(dalel: Dalel, training: Path) -> None:
    """The whole of one hit and one answer, to the letter; scores and ids of this run left out."""
    (hit,) = lines(
        dalel("search", "TRAINING-1 статья 9", "-c", "law", "-k", "1", "--json", data=training).stdout
    )
    (answer,) = lines(dalel("ask", QUESTIONS["ru"], "-c", "law", "--json", data=training).stdout)
    told = json.dumps(
        {"hit": steady(hit), "answer": steady(answer)}, ensure_ascii=False, indent=1, sort_keys=True
    )
    golden = GOLDEN / "contract.json"
    assert json.loads(told) == json.loads(golden.read_text())


def steady(told: Any) -> Any:  # Any: JSON
    """Without what differs between two runs or two machines."""
    if isinstance(told, list):
        return [steady(item) for item in told]
    if not isinstance(told, dict):
        return told
    changing = {"score", "evidence", "channels", "record", "path"}
    return {key: "…" if key in changing else steady(value) for key, value in told.items()}


def test_a_case_file_never_speaks_as_law(dalel: Dalel, training: Path) -> None:
    asked = ("search", "статья 190 Уголовного кодекса", "-c", "case", "-k", "10", "--json")
    answered = ("ask", "Какая статья 190 Уголовного кодекса указана в деле?", "-c", "case", "--json")
    charged = Locator(1, 0, 9, LawRef("K1400000226", "190", "2", "4"))
    assert locator_json(charged, CollectionKind.LAW)["article"] == "190"
    assert locator_json(charged, CollectionKind.CASE) == locator_json(Locator(1, 0, 9), CollectionKind.CASE)
    hits = lines(dalel(*asked, data=training).stdout)
    (answer,) = lines(dalel(*answered, data=training).stdout)
    assert any("190" in hit["text"] for hit in hits)
    for found in (*hits, *answer["citations"]):
        law = {level: found["locator"][level] for level in ("act", "article", "part", "point", "subpoint")}
        assert set(law.values()) == {""}
    assert all(hit["evidence"] < 1 and "reference" not in hit["channels"] for hit in hits)
