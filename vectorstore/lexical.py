"""What every lexical index agrees on: its fields, their weights, and what a question asks of them.

Knows no storage. Context (act, chapter, article title) and text are apart, since a title says what
an article is about and repeats over its passages.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from casefile.passage import Passage
from vectorstore.analysis import Analyser, Term

# BM25 scores are summed over the fields, so an exact match counts as exact and as stem and outranks a
# folded one. Tuned on KazQAD dev and XQuAD (nDCG@10: exact 0, 0.25, 0.5, 1.0 -> kk 0.756, 0.757, 0.748,
# 0.738; ru 0.957, 0.959, 0.955, 0.949).
WEIGHTS = {"exact": 0.25, "stem": 1.0, "context_exact": 0.15, "context_stem": 0.6}
# Of a stem's weight, since the form is a guess in another language. It saves Kazakh typed without its
# letters and taken for Russian (nDCG@10 0.55 -> 0.69) and moves nothing else by more than 0.002.
KIN = 0.4
MOST_TERMS = 64  # of one question, the rarest: a pasted page is a question too

Frequency = Callable[[str, str], int]  # field, token -> passages that hold it


@dataclass(frozen=True, slots=True)
class Clause:
    """`boost` times the BM25 score of a token in a field, to be summed."""

    field: str
    token: str
    boost: float


def fields(passage: Passage, analyser: Analyser) -> dict[str, list[str]]:
    """The tokens of a passage by field."""
    return {
        "exact": analyser.words(passage.text),
        "stem": analyser.stems(passage.text, passage.language),
        "context_exact": analyser.words(passage.context),
        "context_stem": analyser.stems(passage.context, passage.language),
    }


def clauses(terms: Iterable[Term], frequency: Frequency) -> list[Clause]:
    """What to look up; tokens that no passage holds are left out, and so are all but the rarest terms."""
    asked = [(term, held) for term in terms if (held := _held(term, frequency))]
    asked.sort(key=lambda pair: max(count for _, count in pair[1]))
    boosts: dict[tuple[str, str], float] = {}
    for _, held in asked[:MOST_TERMS]:
        for clause, _ in held:
            key = clause.field, clause.token
            boosts[key] = max(boosts.get(key, 0.0), clause.boost)
    return [Clause(field, token, boost) for (field, token), boost in boosts.items()]


def rarity(stems: Iterable[str], passages: int, frequency: Frequency) -> Mapping[str, float]:
    """Each stem with its inverse document frequency, by text or context, whichever holds it more often."""
    return {
        stem: inverse_frequency(passages, max(frequency("stem", stem), frequency("context_stem", stem)))
        for stem in stems
    }


def inverse_frequency(passages: int, holding: int) -> float:
    """BM25's: ln(1 + (N - n + 0.5) / (n + 0.5)). Never negative.

    >>> round(inverse_frequency(100, 0), 2), round(inverse_frequency(100, 100), 3)
    (5.31, 0.005)
    """
    holding = min(holding, passages)  # tantivy counts deleted passages until segments merge
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _held(term: Term, frequency: Frequency) -> list[tuple[Clause, int]]:
    wanted = [
        *((field, token, 1.0) for field in ("exact", "context_exact") for token in term.exact),
        *((field, token, 1.0) for field in ("stem", "context_stem") for token in term.stems),
        *((field, token, KIN) for field in ("stem", "context_stem") for token in term.kin),
    ]
    counted = [(Clause(f, token, WEIGHTS[f] * share), frequency(f, token)) for f, token, share in wanted]
    return [(clause, count) for clause, count in counted if count]
