"""Finds what a statement says without the condition that its quotes put on it. Knows nothing of passages."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.common import common
from assistant.dates import without_dates
from assistant.denied import denied_words
from assistant.meaning import MEANT, Word, best, content, facts, in_common, overlap, share
from assistant.names import CAPITAL
from assistant.numbers import quantities
from assistant.polarity import Clause, clauses
from assistant.spoken import Spoken
from assistant.word_kinds import has
from casefile.language import Language

SPOKEN_OF, DROPPED = 0.5, 0.2  # shares of words: of the rule that are said, of the condition that are not
HARDLY = 0.3  # of either, in another language
TOLD = 0.4  # share of the statement's words that a rule in another language has
FEWEST = 2  # words of a condition
NEAREST = 3  # words of an exception, the first of which name what is excepted
_SELF = re.compile(r"\b(?:him|her|it|them)sel(?:f|ves)\b|\bсам[аио]?\b|\bөзі\b", re.IGNORECASE)
_NAMES = re.compile(rf"\b{CAPITAL}\w+")

_CONDITIONS = {
    Language.RU: re.compile(
        r"\b(?:если|при\s+условии|в\s+случа[ея](?:,\s+когда)?)\b[^,;:.–—]+"
        r"|\b(?:лишь|только)\s+(?:при|с|со|после|когда|по)\b[^,;:.–—]+",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:if|provided(?=\s+that|,)|unless|on\s+condition)\b[^,;:.–—]+"
        r"|\bonly\s+(?:at|when|where|with|after|upon|by)\b[^,;:.–—]+",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"\bегер\b[^,;:.–—]+|[^,;:.–—]+?\s(?:болса|болмаса|берсе|етсе|жасаса|\w+[ғгқк][ае]н\s+жағдайда)\b",
        re.IGNORECASE,
    ),
}


_PROVIDED = re.compile(r"\b(?:provided\s+that|on\s+condition|при\s+условии)\b|\bшартымен\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:и|and|және)\s+", re.IGNORECASE)
# Two things that one has to have done, both: "who gave it up and has done so for the first time".
_BOTH = {
    Language.RU: re.compile(
        r",\s+((?:\w+\s+){0,2}?\w+(?:вш|ущ|ющ|ащ|ящ)\w+[^,;:.]*?)\s+и\s+"
        r"((?:\w+\s+){0,2}?\w+(?:вш|ущ|ющ|ащ|ящ)\w+[^,;:.]*),",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\bwho\s+((?!is\b|are\b)[^,;:.]+?)\s+and\s+(?:who\s+)?((?:ha(?:s|ve)|did|was|were|\w+ed)\s[^,;:.]+?),?"
        r"\s+(?=(?:is|are|shall|may|must)\b)",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"([^,;:.]+?\s\w+[ғгқк][ае]н)(?:\s+(?:кезде|жағдайда)(?:\s+ғана)?)?\s+және\s+([^,;:.]+?\s\w+[ғгқк][ае]н)\s+"
        r"(?=(?:адам|тұлға|азамат|\w*қызметкер|жұмыскер|кезде|жағдайда)\b)",
        re.IGNORECASE,
    ),
}
_EXCEPTIONS = {
    Language.RU: re.compile(r"\b(?:кроме|за\s+исключением)\b[^,;:.–—]+", re.IGNORECASE),
    Language.EN: re.compile(
        r"\b(?:except|other\s+than|save\s+for|save(?=\s+(?:the|an?|his|her|its|their|one|in)\b)"
        r"|with\s+the\s+exception\s+of)\b[^,;:.–—]+",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(r"[^,;:.–—]+?\s(?:қоспағанда|басқа\s+(?:жағдай|кез)\w*)\b", re.IGNORECASE),
}


def unconditional(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Conditions of a rule of which the statement keeps hardly a word; one of several is enough to keep."""
    yield from _left_out(text, language, quotes, _CONDITIONS, FEWEST)


def half_conditional(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Of two conditions that a rule asks for together the one that the statement leaves out."""
    said = content(text, language)
    numbers = {one.number for one in quantities(text, language)}
    for quote, tongue in quotes:
        for clause in clauses(quote, tongue) if tongue in _CONDITIONS else ():
            rule = content(_CONDITIONS[tongue].sub(" ", clause.text), tongue)
            if max(share(said, rule), share(rule, said)) < TOLD:
                continue
            for found in _CONDITIONS[tongue].finditer(clause.text):
                both = _AND.split(found[0])
                told = [any(one.number in numbers for one in quantities(part, tongue)) for part in both]
                words = [_matter(part, tongue) for part in both]
                kept = [
                    float(number) or share(part, said)
                    for part, number in zip(words, told, strict=True)
                    if len(part) >= FEWEST
                ]
                if len(kept) == len(both) == 2 and max(kept) >= SPOKEN_OF and min(kept) <= DROPPED:
                    yield found[0]


def only_the_excepted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells of the excepted what the quotes tell of the others: "none except Almaty"."""
    for said in clauses(text, language) if has("only", text, language) else ():
        words = content(said.text, language)
        for one, _, named, _ in _excepted(quotes):
            if in_common(named, words) and one.denied == said.denied:
                yield said.text.strip()


def inverted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that denies a condition and affirms what by the quotes does not follow from it."""
    no = denied_words(_SELF.sub(" ", text), language)
    yes = [word for word in facts(text, language) if not any(word.text == other.text for other in no)]
    for quote, tongue in quotes:
        for one in clauses(quote, tongue) if tongue in _CONDITIONS and no else ():
            found = _CONDITIONS[tongue].search(one.text)
            if not found or denied_words(found[0], tongue):
                continue
            condition, rest = facts(found[0], tongue), one.text.replace(found[0], " ")
            theirs = [word for word in denied_words(rest, tongue) if best(word, condition) < MEANT]
            after = facts(rest, tongue)
            negated = any(best(word, condition) >= MEANT > best(word, after) for word in no)
            if negated and theirs and best(theirs[0], yes) >= MEANT:
                yield text.strip()


def half_described(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Of two things that one has to have done together the one that the statement leaves out."""
    said = content(text, language)
    for quote, tongue in quotes:
        of_rule, told, left = (TOLD, SPOKEN_OF, DROPPED) if tongue is language else (HARDLY, HARDLY, 0)
        for found in _BOTH[tongue].finditer(quote) if tongue in _BOTH else ():
            rule = facts(quote.replace(found[0], " "), tongue)
            kept = [share(_matter(part, tongue), said) for part in found.groups()]
            of_it = len(rule) < FEWEST or share(rule, said) >= of_rule  # a Kazakh rule may begin inside
            if of_it and max(kept) >= told and min(kept) <= left:
                yield found[0].strip(" ,")


def unexcepted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Exceptions from a rule that the statement does not mention."""
    if not has("only", text, language) and not has("excepts", text, language):
        yield from _left_out(text, language, quotes, _EXCEPTIONS, 1)


def excepted_too(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """What the quotes except from a rule that the statement says holds for it as well."""
    if has("excepts", text, language) or has("only", text, language):
        return
    said, as_well = content(text, language), has("as_well", text, language)
    denied = any(one.denied for one in clauses(text, language))
    for one, exception, named, tongue in _excepted(quotes):
        if as_well and in_common(named, said):
            yield exception
        # "The accountant had no access" over "nobody but the accountant had access"
        rule = content(_EXCEPTIONS[tongue].sub(" ", one.text), tongue)
        of_it = named and in_common(named, said) == len(named)
        if of_it and denied and one.denied and share(rule, said) >= TOLD:
            yield exception


def _excepted(quotes: Sequence[Spoken]) -> Iterator[tuple[Clause, str, list[Word], Language]]:
    """Each clause with an exception, that exception, the words that name what is excepted, the language."""
    for quote, tongue in quotes:
        for one in clauses(quote, tongue) if tongue in _EXCEPTIONS else ():
            for found in _EXCEPTIONS[tongue].finditer(one.text):
                named = [word for word in content(found[0], tongue) if not has("excepts", word.text, tongue)]
                yield one, found[0], named[:NEAREST], tongue


def _left_out(
    text: str,
    language: Language,
    quotes: Sequence[Spoken],
    patterns: Mapping[Language, re.Pattern[str]],
    fewest: int,
) -> Iterator[str]:
    said = content(text, language)
    own = bool(patterns[language].search(text)) if language in patterns else False
    for quote, tongue in quotes:
        for clause in clauses(quote, tongue) if tongue in patterns else ():
            found = [match[0] for match in patterns[tongue].finditer(clause.text)]
            kept = [overlap(words, said) for one in found if len(words := _matter(one, tongue)) >= fewest]
            if not kept or max(kept) > DROPPED:
                continue
            rule = content(patterns[tongue].sub(" ", clause.text), tongue)
            # Words of another language are matched more seldom: there a condition of one's own is no other.
            only = has("only", clause.text, tongue) or bool(_PROVIDED.search(clause.text))
            across = only and tongue is not language and not own
            if (
                overlap(said, rule) >= SPOKEN_OF
                or (only and (tongue is language or not own) and overlap(rule, said) >= SPOKEN_OF)
                or (across and max(share(said, rule), share(rule, said)) >= TOLD)
            ):
                yield found[0]


def _matter(text: str, language: Language) -> list[Word]:
    """The words of a condition without names and dates: those may stand in the rule too."""
    bare = _NAMES.sub(lambda found: found[0] if common(found[0], language) else " ", without_dates(text))
    return content(bare, language)
