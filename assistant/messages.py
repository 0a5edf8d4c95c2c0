"""Finds messages that a statement tells as deeds.

"They drove off on Saturday" over: he wrote «we are driving off on Saturday». Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, content, facts, overlap
from assistant.spoken import Told
from assistant.word_kinds import has
from casefile.language import Language

INSIDE, OUTSIDE = 0.35, 0.34  # share of a statement's words that stand in a message; and beside it
FEWEST = 4  # words of a message
_MESSAGE = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")


def told_as_done(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """The statement in the past of which only messages speak."""
    if any(has(kind, text, language) for kind in ("says", "talks")) or not has("past", text, language):
        return
    said = facts(text, language)
    inside: list[Word] = []
    outside: list[Word] = []
    for quote, tongue, _ in quotes:
        messages = [found for found in _MESSAGE.findall(quote) if len(found.split()) >= FEWEST]
        around = _MESSAGE.sub(" ", quote)
        if messages and has("says", around, tongue):
            inside += [word for words in messages for word in content(words, tongue)]
            outside += content(around, tongue)
        else:
            outside += content(quote, tongue)
    if inside and overlap(said, inside) >= INSIDE and overlap(said, outside) < OUTSIDE:
        yield text.strip()
