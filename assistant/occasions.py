"""Finds what a statement tells of a second occasion though its quotes tell it of the first.

"At a repeated examination the doctor may be replaced" over "… or another doctor. At a repeated examination
the doctor's presence is mandatory". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import best, content, facts
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has
from casefile.language import Language

OPENING = 4  # words of the statement in which it names its occasion
_THE_SAME = re.compile(r"\b(?:те\s+же|то\s+же|тот\s+же|same|such|сол|осы|дәл\s+сол)\b", re.IGNORECASE)
SAME, OTHER = 0.7, 0.5  # likeness from which two words are one, and below which they are not


def of_another_occasion(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that the quotes have, but not where they speak of the occasion that the statement names."""
    if not has("again", " ".join(text.split()[:OPENING]), language):
        return
    held = cut(quotes, pieces)
    again = [one for one in held if has("again", *one)]
    if any(_THE_SAME.search(piece) for piece, _ in again):
        return  # the other sentence holds for it too
    there = [word for one in again for word in content(*one)]
    elsewhere = [word for one in held if one not in again for word in content(*one)]
    if not there:
        return
    occasion = {word.text for match in found("again", text, language) for word in content(match[0], language)}
    for word in facts(text, language):
        if word.text not in occasion and best(word, there) < OTHER and best(word, elsewhere) >= SAME:
            yield word.text
