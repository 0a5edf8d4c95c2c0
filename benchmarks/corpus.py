"""The laws and treaties that are measured on: where they lie in the shared data, and their rows."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LAWS, GUIDANCE = "laws", "guidance"  # names of the two collections


@dataclass(frozen=True, slots=True)
class Article:
    doc: str
    law: str
    number: str
    title: str
    text: str
    lang: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.doc, self.number)


def files(shared: Path) -> dict[str, list[Path]]:
    """By collection."""
    laws = shared / "laws"
    return {
        LAWS: [*sorted((laws / "ru").glob("*.jsonl")), *sorted((laws / "kk").glob("*.jsonl"))],
        GUIDANCE: [shared / "guidance" / "treaties_en.jsonl"],
    }


def corpus(shared: Path) -> list[Article]:
    return list(articles(path for paths in files(shared).values() for path in paths))


def articles(paths: Iterable[Path]) -> Iterator[Article]:
    for path in paths:
        for row in rows(path):
            yield Article(row["doc"], row["law"], row["article"], row["title"], row["text"], row["lang"])


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
