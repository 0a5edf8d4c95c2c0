"""Built-in embedder alone: which of all English sentences does a Kazakh one find first?"""

from pathlib import Path

import numpy as np

from benchmarks.bench import Bench
from benchmarks.result import Measured, Result
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.ports import Vectors

FILES = {"kaz-eng": "tatoeba_kaz_eng.tsv", "rus-eng": "tatoeba_rus_eng.tsv"}
KNOWN = {"kaz-eng": "bar 0.68; 0.58 with two minutes of training"}


def measure(bench: Bench) -> Result:
    embedder = StaticEmbedder.built_in()
    figures = []
    for pair, name in FILES.items():
        left, right = _sides(bench.shared / "eval" / name)
        found = first_hits(embedder.embed_passages(left), embedder.embed_passages(right), right)
        figures.append(Measured(f"Tatoeba {pair}, hit@1", found, note=KNOWN.get(pair, "")))
    return Result("tatoeba", tuple(figures), {"model": embedder.name})


def first_hits(asked: Vectors, offered: Vectors, texts: list[str]) -> float:
    """Share whose nearest is its own translation, or one with the same words."""
    nearest = np.argmax(asked @ offered.T, axis=1)
    return float(np.mean([texts[found] == texts[own] for own, found in enumerate(nearest)]))


def _sides(path: Path) -> tuple[list[str], list[str]]:
    pairs = [line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines()]
    return [left for left, _ in pairs], [right for _, right in pairs]
