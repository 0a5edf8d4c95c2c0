"""Reads the training material: translated pairs, articles of law, and what we wrote ourselves.

Our own: the glossary, the parallel sentences and the subject index. Knows nothing of models. Refuses
everything under `eval/`, the sixteen aligned articles of the Criminal Code and the development questions:
those are for measuring only.
"""

import hashlib
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from vectorstore.subject_index.phrases import Phrase, State, built_in

OWN = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")  # the columns of our files

_PAIR_FILES = {("kk", "ru"): "kk-ru.tsv.xz", ("kk", "en"): "kk-en.tsv.xz", ("ru", "en"): "ru-en.tsv.xz"}
_THINNED = {"tech_phpdoc_ruen": 5}  # the PHP manual is a third of all pairs and says little about law
_HELD_OUT_OF = 50
_PHRASE_TEXT = 400  # characters of an article
_LONGEST = 600  # characters of one side; a mean of vectors says little about more
_EDITORIAL = re.compile(r"^\s*(Сноска|Примечание|Ескерту|ЗҚАИ|Статья|\d+-бап).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that mean the same (or, for articles, speak of the same)."""

    left: str
    right: str
    left_language: str
    right_language: str
    kind: str
    source: str
    about: str = ""  # the article that both speak of; pairs of one article are no strangers


def read_pairs(data: Path) -> Iterator[Pair]:
    """Every translated pair once; of thinned sources about one in so many."""
    for (left_language, right_language), name in _PAIR_FILES.items():
        seen: set[tuple[str, str]] = set()
        with lzma.open(data / "parallel" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                left, right, kind, source = line.rstrip("\n").split("\t")
                key = (left.strip().lower(), right.strip().lower())
                if not all(key) or key in seen or _draw(left, _THINNED.get(source, 1)):
                    continue
                seen.add(key)
                yield Pair(left[:_LONGEST], right[:_LONGEST], left_language, right_language, kind, source)


def read_own() -> Iterator[Pair]:
    """Pairs of everything we wrote: glossary, sentences, subject index."""
    yield from read_glossary(OWN / "glossary")
    yield from read_sentences(OWN / "sentences")
    yield from read_phrases(built_in())


def read_glossary(folder: Path) -> Iterator[Pair]:
    """Every variant of a term with the first of each other language, and the first ones with each other."""
    for columns in _rows(folder):
        variants = [[v.strip() for v in column.split("|")] for column in columns]
        pairs: dict[tuple[int, int, str, str], None] = {}  # each once, in order
        for (a, ours), (b, theirs) in combinations(enumerate(variants), 2):
            for left, right in ((v, theirs[0]) for v in ours):
                pairs[a, b, left, right] = None
            for left, right in ((ours[0], v) for v in theirs):
                pairs[a, b, left, right] = None
        for a, b, left, right in pairs:
            yield Pair(left, right, LANGUAGES[a], LANGUAGES[b], "term", "own_glossary")


def read_sentences(folder: Path) -> Iterator[Pair]:
    """Each sentence in its three languages, two by two."""
    for columns in _rows(folder):
        for (a, left), (b, right) in combinations(enumerate(columns), 2):
            yield Pair(left, right, LANGUAGES[a], LANGUAGES[b], "own", "own_sentences")


def read_phrases(phrases: Iterable[Phrase]) -> Iterator[Pair]:
    """Phrases of one article, two by two: they speak of the same, though they need not translate.

    They stand in the order of their languages: each is paired with the next and with one of another language.
    """
    for article, known in _by_article(phrases).items():
        steps = sorted({1, round(len(known) / len(LANGUAGES))} - {0, len(known)})
        for n, left in enumerate(known):
            for step in steps:
                right = known[(n + step) % len(known)]
                languages = left.language, right.language
                yield Pair(
                    left.text, right.text, *languages, "phrase", "own_subject_index", "/".join(article)
                )


def read_phrases_of_articles(data: Path, phrases: Iterable[Phrase]) -> Iterator[Pair]:
    """Each phrase with the title of its article, and with the title and the beginning of its text."""
    texts: dict[tuple[str, str], tuple[str, str, str]] = {}
    for path in [*sorted((data / "laws").glob("*/*.jsonl")), data / "guidance" / "treaties_en.jsonl"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts.setdefault((row["doc"], row["article"]), (row["title"], row["text"], row["lang"]))
    for article, known in _by_article(phrases).items():
        title, text, language = texts.get(article, ("", "", ""))
        said = " ".join(_EDITORIAL.sub("", text).split())[:_PHRASE_TEXT]
        for phrase in known:
            for right in (title, f"{title} {said}") if title else ():
                languages = phrase.language, language
                yield Pair(phrase.text, right, *languages, "phrase", "own_subject_index", "/".join(article))


def _by_article(phrases: Iterable[Phrase]) -> Mapping[tuple[str, str], list[Phrase]]:
    found: defaultdict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        if phrase.state is State.REVIEWED:
            found[phrase.article].append(phrase)
    return found


def _rows(folder: Path) -> Iterator[list[str]]:
    """Kazakh, Russian, English of every line of every file, tab-separated, `#` for comments."""
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.split("\t")


def read_articles(data: Path) -> Iterator[Pair]:
    """Articles of law in one language as pairs: title and text, and neighbouring runs of one article."""
    for language in ("ru", "kk"):
        for path in sorted((data / "laws" / language).glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield from _article_pairs(row["title"], row["text"], language, path.stem)


def held_out(pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Splits into training and development pairs; no development text is left on either side of training.

    About one sentence in fifty is held out, chosen by its text, so the choice survives a changed order.
    """
    everything = list(pairs)
    development = [pair for pair in everything if pair.kind == "sent" and not _draw(pair.left, _HELD_OUT_OF)]
    texts = {side.lower() for pair in development for side in (pair.left, pair.right)}
    training = [
        pair for pair in everything if pair.left.lower() not in texts and pair.right.lower() not in texts
    ]
    return training, development


def _article_pairs(title: str, text: str, language: str, source: str) -> Iterator[Pair]:
    text = _EDITORIAL.sub("", text)
    runs = [run for run in (" ".join(line.split()) for line in text.split("\n")) if len(run) > 60][:8]
    if title and runs:
        yield Pair(title, " ".join(runs)[:_LONGEST], language, language, "title", source)
    for first, second in zip(runs[::2], runs[1::2], strict=False):
        yield Pair(first[:_LONGEST], second[:_LONGEST], language, language, "run", source)


def _draw(text: str, one_in: int) -> bool:
    """False for about one text in `one_in`, always the same ones."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % one_in != 0
