"""What retrieval is measured on: pools of texts, and sets of questions with what answers them.

A pool is a collection of the product; a set asks it. The public sets and the test half of our own questions
are for measuring only.
"""

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import GUIDANCE, LAWS, rows
from benchmarks.questions import Half, questions
from benchmarks.spellings import latin_2021, russian_keyboard
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.passage import Passage


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    language: Language
    gold: frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Set:
    """Questions to one pool. `key` tells of a passage what it counts as."""

    name: str
    pool: tuple[str, ...]  # names of collections
    key: Callable[[Passage], Hashable]
    asked: Sequence[Asked]
    bar: float | None = None  # nDCG@10 the product is held to


@dataclass(frozen=True, slots=True)
class Pool:
    """One collection besides the laws and treaties, and the file that fills it."""

    name: str
    kind: CollectionKind
    path: Path


def article(passage: Passage) -> Hashable:
    law = passage.locator.law
    return (law.act, law.article) if law else ("", "")


def page(passage: Passage) -> Hashable:
    return passage.locator.page


OWN_BARS = {Language.RU: 0.65, Language.KK: 0.60, Language.EN: 0.55}


def own(half: Half) -> Iterator[Set]:
    """Our questions over all laws and treaties, the Kazakh ones in two more spellings."""
    pool = (LAWS, GUIDANCE)
    for language in (Language.RU, Language.KK, Language.EN):
        asked = [
            Asked(q.text, language, q.gold) for q in questions(half) if q.gold and q.language is language
        ]
        yield Set(f"own {language}", pool, article, asked, OWN_BARS[language])
        if language is Language.KK:
            for name, spelt in (("Russian keyboard", russian_keyboard), ("Latin of 2021", latin_2021)):
                respelt = [Asked(spelt(one.text), language, one.gold) for one in asked]
                yield Set(f"own kk, {name}", pool, article, respelt)


def public(shared: Path, work: Path) -> tuple[list[Pool], list[Set]]:
    """The sixteen titles, KazQAD, XQuAD across languages, Tatoeba; their pools are written to `work`."""
    code = Pool("criminal code", CollectionKind.LAW, shared / "laws" / "ru" / "criminal_code.jsonl")
    kazqad = list(rows(shared / "eval" / "kazqad_rc_dev.jsonl"))
    contexts = sorted({row["context"] for row in kazqad})
    at = {text: number for number, text in enumerate(contexts, 1)}
    pairs = [
        line.split("\t")[:2]
        for line in (shared / "eval" / "tatoeba_kaz_eng.tsv").read_text(encoding="utf-8").splitlines()
    ]
    english = list(dict.fromkeys(right for _, right in pairs))
    place = {text: number for number, text in enumerate(english, 1)}
    squad = {language: _squad(shared, language) for language in (Language.RU, Language.EN)}
    pools = [
        code,
        _pool(work, "kazqad", contexts, Language.KK),
        _pool(work, "tatoeba", english, Language.EN),
        *(_pool(work, f"xquad {language}", texts, language) for language, (texts, _) in squad.items()),
    ]
    titles = [
        Asked(row["title"], Language.KK, frozenset({(row["doc"], row["article"])}))
        for row in rows(shared / "laws" / "criminal_code_kk_ru_16.jsonl")
        if row["lang"] == "kk"
    ]
    sets = [
        Set("kk title to ru article", (code.name,), article, titles, 0.92),
        Set(
            "KazQAD kk",
            ("kazqad",),
            page,
            [Asked(row["question"], Language.KK, frozenset({at[row["context"]]})) for row in kazqad],
            0.74,
        ),
        *(
            Set(f"XQuAD {a} to {b}", (f"xquad {b}",), page, squad[a][1], 0.60)
            for a, b in ((Language.RU, Language.EN), (Language.EN, Language.RU))
        ),
        Set(
            "Tatoeba kk to en",
            ("tatoeba",),
            page,
            [Asked(left, Language.KK, frozenset({place[right]})) for left, right in pairs],
        ),  # its bar is the table's: benchmarks/tatoeba.py
    ]
    return pools, sets


def _squad(shared: Path, language: Language) -> tuple[list[str], list[Asked]]:
    """Paragraphs, and questions with the number of their paragraph, from 1."""
    data = json.loads((shared / "eval" / f"xquad.{language}.json").read_text(encoding="utf-8"))["data"]
    paragraphs = [paragraph for document in data for paragraph in document["paragraphs"]]
    asked = [
        Asked(qa["question"], language, frozenset({number}))
        for number, paragraph in enumerate(paragraphs, 1)
        for qa in paragraph["qas"]
    ]
    return [paragraph["context"] for paragraph in paragraphs], asked


def _pool(work: Path, name: str, texts: Sequence[str], language: Language) -> Pool:
    """Each text a page of one file without titles: nothing but the text itself may help to find it."""
    path = work / f"{name}.jsonl"
    kept = (
        {"law": name, "article": str(n), "text": text, "lang": language} for n, text in enumerate(texts, 1)
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept), encoding="utf-8")
    return Pool(name, CollectionKind.GUIDANCE, path)
