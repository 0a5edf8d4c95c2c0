"""Search in collections larger than the laws: the laws, and articles put together from their sentences.

100,000 passages unless DALEL_BENCH_PASSAGES says otherwise. Made-up articles have real sentences in a random
order, so words are as common as they are and no two articles are alike; nothing is asked about them.
"""

import json
import os
import random
import time
from pathlib import Path

import psutil

from benchmarks.bench import BOTH, Bench, opened, take_in
from benchmarks.corpus import articles, files
from benchmarks.ingest import size
from benchmarks.quality import percentile
from benchmarks.queries import queries, timed
from benchmarks.result import Measured, Result
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.sentences import sentences

PASSAGES = int(os.environ.get("DALEL_BENCH_PASSAGES", "100_000"))
MORE = "made-up laws"
SENTENCES = 9  # of an article, and a title
A_FILE = 4_000  # articles
BAR = 40 if PASSAGES <= 100_000 else None  # ms


def measure(bench: Bench) -> Result:
    data = bench.work / "scale"
    with opened(data) as desk:
        for name, paths in files(bench.shared).items():
            kind = CollectionKind.LAW if name == BOTH[0] else CollectionKind.GUIDANCE
            take_in(desk, name, kind, paths)
        began, n = time.perf_counter(), 0
        while (held := sum(shelf.passages for shelf in desk.collections())) < PASSAGES:
            count = min(A_FILE, (PASSAGES - held) // SENTENCES + 1)
            take_in(desk, MORE, CollectionKind.LAW, [_made_up(bench, n, count)])
            n += 1
        took = time.perf_counter() - began
    with opened(data) as desk:
        names = [shelf.collection.name for shelf in desk.collections()]
        began = time.perf_counter()
        desk.search("кража", names, 10, Language.RU)
        first = time.perf_counter() - began
        times = timed(lambda text: desk.search(text, names, 10, Language.RU), queries(bench.shared))
        memory = psutil.Process().memory_info().rss / 1e6
    of = f"{held:,} passages"
    return Result(
        f"scale-{PASSAGES}",
        (
            Measured(f"search among {of}, median", percentile(times, 0.5), "ms"),
            Measured(f"search among {of}, p95", percentile(times, 0.95), "ms", bar=BAR),
            Measured("first search after opening", first, "s"),
            Measured("memory of the process", memory, "MB"),
            Measured("data directory", size(data) / 1e6, "MB"),
            Measured("taking the made-up part in", took, "s"),
        ),
        {"passages": held, "searches": len(times), "slowest_ms": round(max(times), 1)},
    )


def _made_up(bench: Bench, n: int, count: int) -> Path:
    """One file of articles in Russian and Kazakh, by the shares in which they are there."""
    draw = random.Random(n)
    known: dict[str, list[str]] = {}
    for article in articles(path for paths in files(bench.shared).values() for path in paths):
        if article.lang in ("ru", "kk"):
            spans = sentences(article.text, Language(article.lang))
            known.setdefault(article.lang, []).extend(article.text[a:b].strip() for a, b in spans)
    path = bench.work / f"made-up-{n}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, count + 1):
            language = draw.choice(("ru", "ru", "ru", "kk"))
            texts = draw.sample(known[language], SENTENCES)
            row = {
                "lang": language,
                "law": f"Made-up act {n}",
                "doc": f"X{n:09}",
                "article": str(number),
                "title": texts[0][:90],
                "text": "\n".join(f"{part}. {text}" for part, text in enumerate(texts[1:], 1)),
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
