"""Finds words that a statement adds to the quote it otherwise repeats. Knows nothing of passages."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.abbreviations import abbreviates
from assistant.denied import denied_words
from assistant.matter_words import HIDDEN_SELF, ROLE, SELF
from assistant.meaning import Word, best, content, stems
from assistant.numerals import numerals
from assistant.polarity import KAZAKH_VERB, clauses, without_modals
from assistant.spoken import Spoken
from assistant.word_kinds import has
from casefile.language import Language

REPEATS = 0.8  # of the stems in the same order: the statement repeats its quote
ROOT = 5  # letters of a word from which others are made

_ACCORDING = re.compile(r"\b(?:айтуынша|сөзінше|по\s+словам|со\s+слов|according\s+to)\b", re.IGNORECASE)

# What joins words and adds nothing to them. Before and after are compared as opposites.
_JOINING = frozenset(
    """но однако а и или после затем находится находился имеется имелся содержится состоит касательно
    относительно при этом в том числе ішінде ішіндегі бірақ алайда және мен ал кейін соң ретінде бойынша
    жөнінде жөніндегі жайындағы туралы қатысты
    but and or also about regarding concerning on over after then while aged contained contains
    contain expert эксперт сарапшы""".split()
)


def added(text: str, language: Language, quotes: Sequence[Spoken], known: Sequence[Spoken]) -> list[str]:
    """Words that a statement adds to the quote it otherwise repeats; none where it says it in its own words.

    `known`: texts beside the quotes whose words may be used, such as the title of the article.
    """
    if _repeated(text, language, quotes) < REPEATS:
        return []
    held = [word for said, tongue in (*quotes, *known) for word in content(said, tongue)]
    spoken = [quote for quote, _ in quotes]
    reported = any(_ACCORDING.search(quote) for quote in spoken)
    denying = any(one.denies for quote, tongue in quotes for one in clauses(quote, tongue))
    own = any(SELF.search(quote) or HIDDEN_SELF.search(quote) for quote in spoken)  # of who speaks
    return [
        word.text
        for word in content(without_modals(text, language), language)
        if word.text.isalpha()
        and not (word.light or word.text in _JOINING)
        and best(word, held) == 0
        and not any(numerals(word.text, language))
        and not _derived(word.text, held, language, quotes)
        and not (reported and has("says", word.text, language))
        and not (own and ROLE.fullmatch(word.text))
        and not abbreviates(word.text.upper(), spoken)
        and not (denying and KAZAKH_VERB.fullmatch(word.text))
    ]


def _derived(word: str, held: Sequence[Word], language: Language, quotes: Sequence[Spoken]) -> bool:
    """Whether it is made of a word that is held: hospitalised; unlabelled of "without labels"."""
    bare = word.removeprefix("un") if language is Language.EN else word
    if bare != word:
        held = [one for quote, tongue in quotes for one in denied_words(quote, tongue)]
        return any(one.text[:ROOT] == bare[:ROOT] for one in held if len(one.text) >= ROOT)
    return any(len(one.text) > ROOT and word.startswith(one.text) for one in held)


def _repeated(text: str, language: Language, quotes: Sequence[Spoken]) -> float:
    """Share of the statement's stems that stand in the quotes in the same order."""
    said = stems(text, language)
    quoted = [stem for quote, tongue in quotes for stem in stems(quote, tongue)]
    blocks = SequenceMatcher(None, said, quoted, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(said) if said else 0.0
