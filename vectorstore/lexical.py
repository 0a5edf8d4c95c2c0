"""What every lexical index agrees on: its fields, their weights, and what a question asks of them.

Knows no storage. Context (act, chapter, article title) and text are apart, since a title says what
an article is about and repeats over its passages.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casefile.passage import Passage
from vectorstore.analysis import Analyser, Term
from vectorstore.analysis.identifiers import identifiers

# BM25 scores are summed over the fields, so an exact match counts as exact and as stem and outranks a
# folded one. Tuned on KazQAD dev and XQuAD (nDCG@10: exact 0, 0.25, 0.5, 1.0 -> kk 0.756, 0.757, 0.748,
# 0.738; ru 0.957, 0.959, 0.955, 0.949).
WEIGHTS = {"exact": 0.25, "stem": 1.0, "context_exact": 0.15, "context_stem": 0.6, "sound": 0.3}
IDENTIFIER = "identifier"  # a field that is looked up, not scored
FIELDS = (*WEIGHTS, IDENTIFIER)
STEMS = ("stem", "context_stem")
# Of a stem's weight, since the form is a guess in another language. It saves Kazakh typed without its
# letters and taken for Russian (nDCG@10 0.55 -> 0.69) and moves nothing else by more than 0.002.
KIN = 0.4
UNKNOWN = (
    0.3  # of the rarity of a term that no passage holds, so that one known word of many is not all of them
)
TRANSLATED = 0.5  # of a stem's weight, times how surely the lexicon knows the translation
MOST_TERMS = 64  # of one question, the rarest: a pasted page is a question too

Frequency = Callable[[str, str], int]  # field, token -> passages that hold it


REMEMBERED = 10_000  # terms of questions


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
        "sound": analyser.sounds(passage.text),
        IDENTIFIER: identifier_tokens(passage.text),
    }


def identifier_tokens(text: str) -> list[str]:
    """The identifiers of a passage or a question as tokens."""
    return [str(found) for found in identifiers(text)]


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


def full(terms: Iterable[Term], frequency: Frequency, passages: int) -> float:
    """What a passage gets in one field that holds every term of the question once, in whichever language.

    A term that nothing here holds counts too, since every passage lacks it; of many terms no more than are
    looked up.
    """
    held: list[float] = []
    unheld = 0
    for term in terms:
        ways = [
            share * inverse_frequency(passages, count)
            for share, token in _ways(term)
            if (count := frequency("stem", token))
        ]
        if ways:
            held.append(max(ways))
        else:
            unheld += 1
    held = sorted(held, reverse=True)[:MOST_TERMS]
    unheld = min(unheld, MOST_TERMS - len(held))
    return sum(held) + unheld * UNKNOWN * inverse_frequency(passages, 0)


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


def _ways(term: Term) -> list[tuple[float, str]]:
    """Every stem that stands for the term, with what it weighs."""
    return [
        *((1.0, token) for token in term.stems),
        *((KIN, token) for token in term.kin),
        *((TRANSLATED * sure, token) for token, sure in term.translations),
    ]


def _held(term: Term, frequency: Frequency) -> list[tuple[Clause, int]]:
    return [(clause, count) for clause in _wanted(term) if (count := frequency(clause.field, clause.token))]


@lru_cache(REMEMBERED)
def _wanted(term: Term) -> Sequence[Clause]:
    """Whatever may be looked up for the term; each index asks for it anew."""
    wanted = [
        *((field, token, 1.0) for field in ("exact", "context_exact") for token in term.exact),
        *((field, token, share) for field in STEMS for share, token in _ways(term)),
        *(("sound", token, 1.0) for token in term.sounds),
    ]
    return [Clause(field, token, WEIGHTS[field] * share) for field, token, share in wanted]
