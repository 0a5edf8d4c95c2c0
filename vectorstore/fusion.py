"""One score from meaning and words.

Both are put on a scale of their own, not of the result list: the cosine as it is, and the BM25 score as
a share of what a passage with every word of the question would score. So a list of bad hits has low
scores, and scores of several collections can be mixed. Reciprocal rank fusion and scaling by the best
and worst of a list lost: docs/decisions/004-fusion.md.
"""

FULL = 1.5  # BM25 score, per unit of rarity, of a passage that holds a word of the question well
MEANING = {True: 0.3, False: 0.6}  # share of the cosine: passage in the question's language, or in another


def fused(near: float, words: float, rarity: float, *, same_language: bool) -> float:
    """In 0..1. `near`: cosine; `words`: BM25 score; `rarity`: sum over the question's stems.

    >>> round(fused(0.5, 12.0, 10.0, same_language=True), 2), fused(-0.1, 0.0, 0.0, same_language=False)
    (0.71, 0.0)
    """
    share = MEANING[same_language]
    held = min(1.0, words / (FULL * rarity)) if rarity else 0.0
    return share * max(0.0, near) + (1 - share) * held
