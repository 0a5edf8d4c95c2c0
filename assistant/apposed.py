"""Finds names to which a statement gives the role of somebody whom its quotes do not name.

"The treating doctor Omarov" over "the treating doctor signed; the head of the ward, Omarov, was on leave".
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import best, content, facts
from assistant.names import CAPITAL, Names
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

MEANT, OTHER = 0.5, 0.35  # likeness from which one word means the other, and below which it does not
_ROLE = re.compile(rf"(?<!\w)([^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{{2,}}),?\s+(?=({CAPITAL}[\w’'-]{{2,}}))")
_PIECE = re.compile(r";\s*")


def given_role(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names after a role that the quotes have, but where they name somebody else or nobody."""
    held = [(part, tongue) for piece, tongue in cut(quotes, pieces) for part in _PIECE.split(piece)]
    for match in _ROLE.finditer(text):
        name, role = match[2], facts(match[1], language) if has("posts", match[1], language) else []
        here = [one for one in held if Names([one[0]]).hold(name)]
        rest = [one for one in held if one not in here]
        if not role or not here or not rest or not all(_introduced(*one, name) for one in here):
            continue
        of_name = [word for one in here for word in content(*one)]
        of_others = [word for one in rest for word in content(*one)]
        if all(best(word, of_name) < OTHER and best(word, of_others) >= MEANT for word in role):
            yield name


def _introduced(text: str, language: Language, name: str) -> bool:
    """Whether the text gives the one with the name a role of their own."""
    return any(has("posts", one[1], language) and Names([one[2]]).hold(name) for one in _ROLE.finditer(text))
