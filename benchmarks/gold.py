"""Our own questions as a file for `dalel eval`: `python -m benchmarks.gold tune > tune.jsonl`."""

import json
import sys
from collections.abc import Iterator

from benchmarks.questions import HERE, Article, Half, questions

OTHERS = ("others-tune", "others-test")
SPANS = HERE / "spans.tsv"  # question, act, article, verbatim words of the article that answer


def spans() -> Iterator[tuple[str, Article, str]]:
    """Chosen by reading the question and its article, blind to what the program quotes."""
    for line in SPANS.read_text(encoding="utf-8").splitlines():
        question, act, article, words = line.split("\t")
        yield question, (act, article), words


def rows(name: str) -> Iterator[dict[str, object]]:
    """A line of the file each, of a half or of `OTHERS`; without gold the laws have no answer."""
    return _others(name) if name in OTHERS else _ours(Half(name))


def _ours(half: Half) -> Iterator[dict[str, object]]:
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


def _others(name: str) -> Iterator[dict[str, object]]:
    """Of the questions that three later authors wrote.

    They had not seen ours, and each wrote a span to every answer. Those of `others-test` were asked once
    together with the rest, a dozen of them glanced at, and again when the rules were done.
    """
    for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield {key: told[key] for key in ("id", "text", "language")} | {
            "articles": told["gold"],
            "spans": [told["span"]] if told["span"] else [],
            "answerable": bool(told["gold"]),
        }


if __name__ == "__main__":
    for row in rows(sys.argv[1]):
        print(json.dumps(row, ensure_ascii=False))
