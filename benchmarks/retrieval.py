"""Retrieval quality through the real product: two public sets and our own development questions."""

import json
from collections.abc import Hashable
from pathlib import Path

from benchmarks.bench import BOTH, Bench, article_of, opened, take_in
from benchmarks.corpus import rows
from benchmarks.questions import Question, questions
from benchmarks.ranking import DEEP, Judged, rankings, row, scores
from benchmarks.result import Measured, Result
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.search import Hit
from ui.desk import Desk


def measure(bench: Bench) -> Result:
    with opened(bench.work / "pools") as desk:
        titles = scores(_criminal_code(desk, bench.shared))
        kazqad = scores(_kazqad(desk, bench))
    with bench.desk() as desk:
        asked = [(question, _judged(desk, question)) for question in questions() if question.gold]
    own = {
        f"{half}, {language}": scores(
            judged
            for question, judged in asked
            if question.to_fit is (half == "fit") and language in ("all", question.language)
        )
        for half in ("fit", "check")
        for language in ("all", *(spoken.value for spoken in SPOKEN))
    }
    return Result(
        "retrieval",
        (
            row("Kazakh title to Russian article, 16 of 502", titles, "0.38 with two minutes of training"),
            row("KazQAD question to passage", kazqad, "0.64 with two minutes of training"),
            *(row(f"own questions, {name}", found) for name, found in own.items()),
            *(
                Measured(f"own questions, {half}, recall@10", own[f"{half}, all"]["fused"]["recall@10"])
                for half in ("fit", "check")
            ),
        ),
        {"criminal_code": titles, "kazqad": kazqad, "own": own},
    )


def _judged(desk: Desk, question: Question) -> Judged:
    hits = desk.search(question.text, list(BOTH), DEEP, question.language)
    return rankings(hits, article_of), question.gold


def _criminal_code(desk: Desk, shared: Path) -> list[Judged]:
    """The Kazakh titles of sixteen articles against all articles of the code in Russian."""
    name = "criminal code"
    take_in(desk, name, CollectionKind.LAW, [shared / "laws" / "ru" / "criminal_code.jsonl"])
    judged: list[Judged] = []
    for asked in rows(shared / "laws" / "criminal_code_kk_ru_16.jsonl"):
        if asked["lang"] == "kk":
            hits = desk.search(asked["title"], [name], DEEP, Language.KK)
            judged.append((rankings(hits, article_of), {(asked["doc"], asked["article"])}))
    return judged


def _kazqad(desk: Desk, bench: Bench) -> list[Judged]:
    """Questions against their distinct contexts; a context is a page of one file, known by its number."""
    asked = list(rows(bench.shared / "eval" / "kazqad_rc_dev.jsonl"))
    pool = {text: number for number, text in enumerate(sorted({row["context"] for row in asked}), 1)}
    path = bench.work / "kazqad.jsonl"
    path.write_text("".join(_page(number, text) for text, number in pool.items()), encoding="utf-8")
    take_in(desk, "kazqad", CollectionKind.GUIDANCE, [path])
    return [
        (
            rankings(desk.search(row["question"], ["kazqad"], DEEP, Language.KK), _page_of),
            {pool[row["context"]]},
        )
        for row in asked
    ]


def _page(number: int, text: str) -> str:
    """A row without a title: nothing but the context itself may help to find it."""
    kept = {"law": "KazQAD", "article": str(number), "text": text, "lang": "kk"}
    return json.dumps(kept, ensure_ascii=False) + "\n"


def _page_of(hit: Hit) -> Hashable:
    return hit.passage.locator.page
