"""Our own questions as a file for `dalel eval`: `python -m benchmarks.gold tune > tune.jsonl`."""

import json
import sys
from collections.abc import Iterator

from benchmarks.questions import HERE, Article, Half, questions

SPANS = HERE / "spans.tsv"  # question, act, article, verbatim words of the article that answer


def spans() -> Iterator[tuple[str, Article, str]]:
    """Chosen by reading the question and its article, blind to what the program quotes."""
    for line in SPANS.read_text(encoding="utf-8").splitlines():
        question, act, article, words = line.split("\t")
        yield question, (act, article), words


def rows(half: Half) -> Iterator[dict[str, object]]:
    """A line of the file each; a question without gold has no answer in the laws."""
    words: dict[str, list[str]] = {}
    for question, _, span in spans():
        words.setdefault(question, []).append(span)
    for one in questions(half):
        told: dict[str, object] = {"id": one.id, "text": one.text, "language": one.language}
        yield told | {
            "articles": sorted(map(list, one.gold)),
            "spans": words.get(one.id, []),
            "answerable": bool(one.gold),
        }


if __name__ == "__main__":
    for row in rows(Half(sys.argv[1])):
        print(json.dumps(row, ensure_ascii=False))
