"""`make bench-retrieval`: methods by sets, with nDCG@10, recall@10, hit@1, milliseconds and index size."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bench import Bench, opened, take_in
from benchmarks.methods import Ranked, plain, product
from benchmarks.pools import Set, own, public
from benchmarks.process import run
from benchmarks.quality import mean, ndcg, percentile, recall
from benchmarks.questions import Half
from benchmarks.result import Measured, Result
from ui.desk import Desk

STOCK = "LlamaIndex stock hybrid (MiniLM)"


def measure(bench: Bench) -> Result:
    pools, sets = public(bench.shared, bench.work)
    told: dict[str, dict[str, dict[str, float]]] = {}
    with opened(bench.work / "methods") as desk:
        for pool in pools:
            take_in(desk, pool.name, pool.kind, [pool.path])
        _all(desk, bench, sets, told)
    with bench.desk() as desk:
        _all(desk, bench, list(own(Half.TEST)), told)
    print(_table(told))
    bars = {one.name: one.bar for one in [*sets, *own(Half.TEST)]}
    return Result("methods", tuple(_rows(told, bars)), {"sets": told})


def _all(desk: Desk, bench: Bench, sets: Sequence[Set], told: dict[str, dict[str, dict[str, float]]]) -> None:
    for pool in dict.fromkeys(one.pool for one in sets):
        asking = [one for one in sets if one.pool == pool]
        ranked = plain(desk, asking)
        stock = _stock(desk, bench, asking)
        for one in asking:
            found = ranked[one.name] | product(desk, one) | {STOCK: stock[one.name]}
            told[one.name] = {method: _figures(one, each) for method, each in found.items()}


def _stock(desk: Desk, bench: Bench, sets: Sequence[Set]) -> dict[str, Ranked]:
    """LlamaIndex in a process of its own, over the same articles or pages, which it cuts as it likes."""
    texts: dict[str, list[str]] = {}
    for compartment in desk._compartments(list(sets[0].pool)):
        for document in compartment.ledger.documents.all():
            for passage in compartment.ledger.passages.of(document.id):
                said = texts.setdefault(repr(sets[0].key(passage)), [passage.context])
                said.append(passage.text)
    keys = {
        repr(sets[0].key(p)): sets[0].key(p)
        for compartment in desk._compartments(list(sets[0].pool))
        for document in compartment.ledger.documents.all()
        for p in compartment.ledger.passages.of(document.id)
    }
    folder = bench.work / f"stock-{abs(hash(sets[0].pool))}"
    folder.mkdir()
    given = {
        "texts": {key: "\n".join(said) for key, said in texts.items()},
        "asked": {one.name: [asked.text for asked in one.asked] for one in sets},
    }
    (folder / "given.json").write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    done = run([sys.executable, "-m", "benchmarks.stock_hybrid", "--folder", str(folder)])
    found = json.loads(done.output.splitlines()[-1])
    return {
        name: Ranked([[keys[key] for key in each] for each in told["rankings"]], told["ms"], found["size"])
        for name, told in found["sets"].items()
    }


def _figures(one: Set, ranked: Ranked) -> dict[str, float]:
    pairs = [(ranking, asked.gold) for ranking, asked in zip(ranked.rankings, one.asked, strict=True)]
    return {
        "ndcg@10": round(mean(ndcg(ranking, gold) for ranking, gold in pairs), 4),
        "recall@10": round(mean(recall(ranking, gold) for ranking, gold in pairs), 4),
        "hit@1": round(mean(float(bool(ranking) and ranking[0] in gold) for ranking, gold in pairs), 4),
        "p50_ms": round(percentile(ranked.milliseconds, 0.5), 2),
        "p95_ms": round(percentile(ranked.milliseconds, 0.95), 2),
        "index_mb": round(ranked.size / 1e6, 1),
    }


def _rows(told: dict[str, dict[str, dict[str, float]]], bars: dict[str, float | None]) -> list[Measured]:
    rows = []
    for name, methods in told.items():
        what = "hit@1" if name.startswith("Tatoeba") else "ndcg@10"
        ours, theirs = methods["fusion"][what], methods[STOCK][what]
        bar = bars[name]
        verdict = f"bar {bar}: {'met' if ours >= bar else 'MISSED'}; " if bar is not None else ""
        rows.append(Measured(f"{name}, {what}", ours, note=f"{verdict}stock {theirs:.2f}"))
    return rows


def _table(told: dict[str, dict[str, dict[str, float]]]) -> str:
    lines = []
    for name, methods in told.items():
        lines += ["", name, f"  {'method':44}  nDCG@10  rec@10  hit@1     p50     p95   index"]
        lines += [
            f"  {method:44}  {f['ndcg@10']:7.3f} {f['recall@10']:7.3f} {f['hit@1']:6.3f} {f['p50_ms']:6.1f}ms"
            f" {f['p95_ms']:6.1f}ms {f['index_mb']:5.1f}MB"
            for method, f in methods.items()
        ]
    return "\n".join(lines)


def sizes(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
