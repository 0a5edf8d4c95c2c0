"""Finds deeds that a relative clause of the quotes tells of another than the statement does.

"Adil, who paid the notary" over "Adil, whose brother Marat paid the notary"; "Kasenov brought it" over
"Doszhanov brought it, whom Kasenov had sent"; and posts that somebody held only until a day. Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, Word, best, facts, in_common
from assistant.names import CAPITAL, Names
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from casefile.language import Language

ENOUGH = 2  # words that tell a deed
_NAME = rf"{CAPITAL}[\w’'-]{{2,}}"
_WHOSE = re.compile(rf"({_NAME}),\s+(?:whose|чей|чья|чьё|чье|чьи|[а-я]+\s+котор(?:ого|ой))\s+([^,;.]+)")
_WHOM = re.compile(rf"({_NAME}),\s+(?:whom|котор(?:ого|ую|ым|ой))\s+([^,;.]+)")
_UNTIL = re.compile(
    r"\b(?:until|till|up\s+to)\s+(?:the\s+)?\d{1,2}\b[^.;]*\bhad\b|\bдо\s+\d{1,2}\s+[а-я]+[^.;]*\b(?:был[аи]?|являл\w+|возглавл\w+|руководил\w*|занимал\w*)"
    r"|\b\d{1,2}\s+\w+(?:ға|ге|қа|ке)\s+дейін\b[^.;]*\b(?:болған|болды|басқарған|атқарған)",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:until|till|former\w*|бывш\w+|прежн\w+|бұрынғы|дейін)\b|\bдо\s+\d", re.IGNORECASE)


def of_relative(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of those before a relative clause that tells of another, or of those who are only in it."""
    said = Names([text])
    for quote, tongue in quotes:
        for match in _WHOSE.finditer(quote):
            inside = _facts(match[2], tongue)
            others = [name for name in re.findall(_NAME, match[2]) if name != match[1]]
            outside = _facts(quote.replace(match[0], " "), tongue)
            deed = [word for word in _facts(text, language) if best(word, outside) < MEANT]
            told = in_common(deed, inside) >= (ENOUGH if tongue is language else 1)  # few words are known
            if others and told and said.hold(match[1]) and not any(said.hold(name) for name in others):
                yield match[1]
        for match in _WHOM.finditer(quote):
            inside, outside = _facts(match[2], tongue), _facts(quote.replace(match[0], " "), tongue)
            deed = _facts(text, language)
            for name in re.findall(_NAME, match[2]):
                only = said.hold(name) and not said.hold(match[1])
                if only and in_common(deed, outside) >= ENOUGH > 1 + in_common(deed, inside):
                    yield name


def of_former(text: str, _: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names whom the quotes have in a post only until a day, told to hold it without that day."""
    held = cut(quotes, pieces)
    until = [piece for piece, _ in held if _UNTIL.search(piece)]
    rest = Names(piece for piece, _ in held if piece not in until)
    if not until or _FORMER.search(text) or len(until) == len(held):
        return
    said = Names([text])
    for piece in until:
        yield from (name for name in _inner_names(piece) if said.hold(name) and not rest.hold(name))


def _inner_names(text: str) -> list[str]:
    return [match[0] for match in re.finditer(_NAME, text) if text[: match.start()].strip()]


def _facts(text: str, language: Language) -> list[Word]:
    return facts(re.sub(rf"(?<=\w\s){_NAME}", " ", text), language)
