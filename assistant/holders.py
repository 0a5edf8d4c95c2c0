"""Finds those in whose name a thing is registered, told to have used it.

"Fedotova called" over a number that is registered in her name. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.common import common
from assistant.names import Names, names
from assistant.polarity import clauses
from assistant.spoken import Told
from assistant.word_kinds import found, has
from casefile.language import Language

_SELF = re.compile(r"\s+(?:өзі|сам[аи]?|himself|herself)\b", re.IGNORECASE)


def used_by(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names that the quotes have as those of holders only, and the statement as those of users.

    Where it tells of the holder too, or the quotes are in another language, the deed must follow the name.
    """
    if not has("uses", text, language):
        return
    holders = Names(_clauses(quotes, holding=True))
    anybody = Names([*_clauses(quotes, holding=False), *(above for _, _, above in quotes)])
    across = Names(quote for quote, tongue, _ in quotes if tongue is not language)
    registered = has("registered", text, language)
    for name in names(text, language):
        rest = text[text.find(name.word) + len(name.word) :]
        acts = _SELF.match(rest) or _follows("uses", rest, language)
        acts = acts or (name.opens and not registered and not across.hold(name.word))
        named = len(name.word) > 2 and not (name.opens and common(name.word, language))
        if acts and named and holders.hold(name.word) and not anybody.hold(name.word):
            yield name.word


def _follows(kind: str, text: str, language: Language) -> bool:
    """Whether the next word is of the kind."""
    return any(not match.string[: match.start()].strip() for match in found(kind, text, language))


def _clauses(quotes: Sequence[Told], *, holding: bool) -> Iterator[str]:
    for quote, tongue, _ in quotes:
        yield from (c.text for c in clauses(quote, tongue) if has("registered", c.text, tongue) is holding)
