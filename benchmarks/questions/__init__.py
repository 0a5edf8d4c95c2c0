"""Our own questions: the tune half is for choosing weights and floors, the test half for measuring only.

The halves share no gold article; which half an article belongs to is decided by its hash (`halves`). Nobody
who wrote the subject index, the glossary or the parallel sentences has seen the questions.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casefile.language import Language

Article = tuple[str, str]  # code of the act, number of the article

HERE = Path(__file__).parent


class Half(StrEnum):
    TUNE = "tune"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Question:
    id: str  # language and number
    language: Language
    kind: str
    text: str
    gold: frozenset[Article]  # articles that answer it, any of them; empty: nothing in the laws does
    half: Half

    @property
    def to_fit(self) -> bool:
        return self.half is Half.TUNE


def questions(half: Half | None = None) -> list[Question]:
    """Those of a half, or all."""
    return [
        _question(json.loads(line), one)
        for one in Half
        if half in (one, None)
        for line in (HERE / f"{one}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def halves(golds: Iterable[frozenset[Article]]) -> Mapping[Article, Half]:
    """Which half each article belongs to: articles that answer one question together stay together."""
    leader: dict[Article, Article] = {}

    def find(article: Article) -> Article:
        while leader.setdefault(article, article) != article:
            article = leader[article]
        return article

    for gold in golds:
        articles = sorted(gold)
        for one, other in zip(articles, articles[1:] or articles, strict=False):
            low, high = sorted((find(one), find(other)))
            leader[high] = low
    return {article: _half("\t".join(find(article))) for article in leader}


def _half(key: str) -> Half:
    return Half.TEST if hashlib.sha256(key.encode()).digest()[0] % 2 else Half.TUNE


def _question(row: dict[str, object], half: Half) -> Question:
    gold = row["gold"]
    assert isinstance(gold, list)
    return Question(
        id=str(row["id"]),
        language=Language(str(row["language"])),
        kind=str(row["kind"]),
        text=str(row["text"]),
        gold=frozenset((document, article) for document, article in gold),
        half=half,
    )
