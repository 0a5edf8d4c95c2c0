"""One score from what the channels say of a passage.

Every channel is on a scale of its own, 0..1, not of the result list: cosines as they are, BM25 scores as a
share of what a passage with every word of the question would score. So a list of bad hits has low scores,
and scores of several collections can be mixed. How the weights were chosen, and what lost:
docs/decisions/004-fusion.md and 009-fusion-with-the-subject-index.md.
"""

from dataclasses import dataclass

FULL = 1.5  # of `lexical.full`: what a passage gets that holds each word well, in its text and its title


@dataclass(frozen=True, slots=True)
class Weights:
    """What each channel adds at most; the passage's own channels, then those of its article's phrases."""

    near: float
    words: float
    phrase_near: float
    phrase_words: float

    @property
    def whole(self) -> float:
        return self.near + self.words + self.phrase_near + self.phrase_words


WEIGHTS = Weights(near=0.5, words=0.5, phrase_near=1.5, phrase_words=1.0)
# The title of an article counts as one of its phrases, so that the name of a crime finds the crime before
# what is only spoken of in its words ("Қарақшылық" is "Разбой" before "Пиратство").
# A passage's own text counts as one more phrase of its article, a little weaker than one that somebody
# wrote: so that an act without phrases, and a case file, stand beside an act that has them.
OWN_NEAR, OWN_WORDS = 0.6, 1.0


@dataclass(frozen=True, slots=True)
class Signals:
    """What the channels say; 0 where a channel says nothing."""

    near: float = 0.0  # cosine of passage and question
    words: float = 0.0  # BM25 score over `lexical.full`
    phrase_near: float = 0.0  # cosine of the nearest phrase of its article
    phrase_words: float = 0.0  # as `subject_index.Found.words`
    title_near: float = 0.0  # cosine of the title of its article


def fused(signals: Signals, weights: Weights = WEIGHTS) -> float:
    """In 0..1.

    >>> fused(Signals(0.5, FULL), Weights(0.5, 0.5, 0, 0)), fused(Signals())
    (0.75, 0.0)
    """
    near, words = max(0.0, signals.near), min(1.0, signals.words / FULL)
    found = weights.near * near + weights.words * words + spoken_of(signals, weights)
    return found / weights.whole


def spoken_of(signals: Signals, weights: Weights = WEIGHTS) -> float:
    """The part of the score that says what is spoken of: phrases, titles, the text as one more phrase."""
    near, words = max(0.0, signals.near), min(1.0, signals.words / FULL)
    return weights.phrase_near * max(
        signals.phrase_near, signals.title_near, OWN_NEAR * near
    ) + weights.phrase_words * max(signals.phrase_words, OWN_WORDS * words)
