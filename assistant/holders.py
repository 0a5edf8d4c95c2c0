"""Finds those in whose name a thing is registered, told to have used it.

"Fedotova called" over a number that is registered in her name. Knows nothing of passages.
"""

from collections.abc import Iterator, Sequence

from assistant.names import Names, names
from assistant.polarity import clauses
from assistant.spoken import Told
from assistant.word_kinds import has
from casefile.language import Language


def used_by(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names that the quotes have as those of holders only, and the statement as those of users."""
    if has("registered", text, language) or not has("uses", text, language):
        return
    holding: list[str] = []
    others: list[str] = []
    for quote, tongue, above in quotes:
        others.append(above if tongue is language else quote)
        for clause in clauses(quote, tongue):
            (holding if has("registered", clause.text, tongue) else others).append(clause.text)
    holders, anybody = Names(holding), Names(others)
    for name in names(text, language):
        if name.opens and len(name.word) > 2 and holders.hold(name.word) and not anybody.hold(name.word):
            yield name.word
