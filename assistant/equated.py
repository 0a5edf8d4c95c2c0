"""Finds statements that somebody was a certain person, put together from sentences of which none says so.

"The man who withdrew the money was Seitkali" over "a man withdrew the money" and "the card is Seitkali's".
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.counterparts import sharing_most
from assistant.meaning import facts
from assistant.names import CAPITAL, Names
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from casefile.language import Language

MANY, FEW = 3, 1  # words that the sentence about the unnamed one has, and at most the one that names
_NAME = rf"({CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'.-]*)*)"
_IS = {
    Language.KK: re.compile(rf"{_NAME}(?:\s+(?:болған|болып\s+шықты|екен|болды|еді))?\W*$"),
    Language.RU: re.compile(rf"(?:\bбыл[аи]?|\bоказал\w*|\bявля\w+|\bэто|—|–)\s+{_NAME}\W*$"),
    Language.EN: re.compile(rf"\b(?:was|is|were|are|turned\s+out\s+to\s+be)\s+{_NAME}\W*$"),
}
_IDENTIFIES = re.compile(
    r"опозна|узна|личност|установл|являет|назва|представ|таны|анықтал|екен|болып|identif|recogni|called|known\s+as"
    r"|\bis\b|\bwas\b|[—–]",
    re.IGNORECASE,
)


def equated(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The name, where the sentences that have it tell nothing of who is meant, and another one does."""
    found = _IS[language].search(text) if language in _IS else None
    if not found:
        return
    name, about = found[1].split()[-1], facts(text[: found.start()], language)
    held = cut(quotes, pieces)
    naming = [(piece, tongue) for piece, tongue in held if Names([piece]).hold(name)]
    if not naming or any(_IDENTIFIES.search(piece) for piece, _ in naming):
        return
    others = [one for one in held if one not in naming]
    if sharing_most(about, others)[0] >= MANY and sharing_most(about, naming)[0] <= FEW:
        yield name
