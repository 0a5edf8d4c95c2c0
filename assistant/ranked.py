"""Finds what a statement calls the main cause though its quotes call another one so.

"The props were the main cause" over "the main cause was weak concrete, the props could only hasten it".
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, Word, best, facts
from assistant.polarity import parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has, without
from casefile.language import Language
from casefile.sentences import sentences

_WHO_SAYS = re.compile(
    r"эксперт|специалист|мнени|заключени|сарапшы|маман|пікір|қорытынды|expert|specialist|opinion"
)
MANY = 2  # words of what the quote calls the main cause that the statement leaves out


def outranked(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sentences of the statement that call main what no quote does, or name another main cause."""
    ranking = [one for one in cut(quotes, _sentences) if has("ranks", *one)]
    for sentence in _sentences(text, language):
        said = _facts(sentence, language)
        if has("ranks", sentence, language) and not any(_same_cause(said, *one) for one in ranking):
            yield sentence.strip()


def _same_cause(said: Sequence[Word], sentence: str, tongue: Language) -> bool:
    """Whether the sentence ranks first what is `said`, and nothing before it that is not."""
    cut_up = [part.text for part in parts(sentence, tongue)]
    first = next((at for at, part in enumerate(cut_up) if has("ranks", part, tongue)), 0)
    before: list[Word] = []
    for part in cut_up[first:]:
        held = _facts(part, tongue)
        reached = any(best(word, held) >= MEANT > best(word, before) for word in said)
        if reached and sum(best(word, said) < MEANT for word in before) >= MANY:
            return False
        before += held
    return any(best(word, before) >= MEANT for word in said)


def _facts(text: str, language: Language) -> list[Word]:
    """The words of the matter: none of rank, cause, or who says it."""
    for kind in ("ranks", "causes", "says"):
        text = without(kind, text, language)
    return [word for word in facts(text, language) if not _WHO_SAYS.match(word.text)]


def _sentences(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]
