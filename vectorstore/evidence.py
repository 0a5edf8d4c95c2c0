"""How much a passage has to do with a question, comparable between questions.

A score orders one result list and always has a best; evidence tells whether even the best is any
good, and an answer is refused below a floor. Its signals: the share of the question's rare words that the
passage holds, the cosine of the two vectors, and the cosine of the nearest everyday phrase of its article.
The text speaks or the phrases speak, whichever is surer: a good phrase needs no words of the law. A question
about what is not searched finds no evidence but a text that speaks for itself.
"""

import math
from collections.abc import Callable, Mapping

from casefile.language import Language
from casefile.passage import Passage
from vectorstore.fusion import Signals

BIAS, COVERED, NEAR, BOTH = -5.0, 4.0, 6.0, 4.0
PHRASE_BIAS, PHRASE_NEAR = -8.6, 12.0  # by themselves: a phrase as near as 0.6 is evidence of 0.2, the floor
FLOOR = 0.2  # of the best hit that is answered on; below it the answer is a refusal, unless set otherwise
# Added where the question is surely about what is searched; docs/decisions/016-*.md
INSIDE = 2.0


class Evidence:
    def __init__(self, stems: Callable[[str, Language], list[str]]) -> None:
        self._stems = stems

    def of(
        self,
        passage: Passage,
        rarity: Mapping[str, float],
        signals: Signals,
        inside: bool | None = None,
    ) -> float:
        """In 0..1. `rarity`: the question's stems with their inverse document frequencies.

        `inside`: whether the question is nearer to the law than to what the law that is searched lacks; None
        where that says nothing, as of a case file or an article without phrases.
        """
        covered, near = self.covered(passage, rarity), signals.near
        text = BIAS + COVERED * covered + NEAR * near + BOTH * covered * near
        if inside is False:
            return _logistic(text) if text > 0 else 0.0
        phrases = PHRASE_BIAS + PHRASE_NEAR * signals.phrase_near
        return _logistic(max(text, phrases) + (INSIDE if inside else 0.0))

    def covered(self, passage: Passage, rarity: Mapping[str, float]) -> float:
        """Share of the question's rarity that the passage or its context holds."""
        whole = sum(rarity.values())
        if not whole:
            return 0.0
        held = {*self._stems(passage.text, passage.language), *self._stems(passage.context, passage.language)}
        return sum(weight for stem, weight in rarity.items() if stem in held) / whole


def _logistic(value: float) -> float:
    return round(1 / (1 + math.exp(-value)), 4)
