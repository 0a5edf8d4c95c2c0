"""Finds what a statement claims more strongly than the quotes it names: proof, cause, all, only, even if.

Compares kinds of words, the whole statement against all its quotes, so that any language proves any other.
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, best, content, facts
from assistant.numerals import numerals
from assistant.polarity import clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has
from casefile.language import Language

# A word of the kind needs one of these kinds in the quotes: the ground of a thing is told in many ways, and
# "not without a warrant" is only with one.
_NEEDS = {
    "proves": ("proves", "acknowledges"),
    "established": ("establishes", "proves", "acknowledges"),
    "causes": ("causes", "grounds"),
    "every": ("every", "each"),
    "only": ("only", "excepts", "one", "first", "the_rest"),
    "knows": ("intends",),
    "first_hand": ("first_hand", "i", "me"),
    "never": ("before_now",),
    "firmly": ("sure",),
    "at_request": ("at_request", "requested"),
    "one_of": ("one_of", "of_them", "part"),
    "owns": ("has_own",),
    "agrees": ("consents",),
    "discretion": ("discretion",),
    "even": ("even", "absolute", "despite", "no_obstacle"),
}
FEWEST = 3  # words of a statement that tells it in its own words
_OR = re.compile(r"\s(?:или|либо|немесе|or|either)\s", re.IGNORECASE)
_LIMITED = re.compile(r"огранич|limit|шектел", re.IGNORECASE)  # said of a number that has a most
_CAPS = re.compile(
    r"не\s+(?:\w+\s+)?(?:более|больше|превыша)|\b(?:at\s+most|not\s+(?:\w+\s+)?exceed|no\s+more|up\s+to)\b|аспа|артық\s+\w*м[ае]",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(r":\s|\s[–—]\s")  # signs between a thing and its ground


def stronger(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that claim what no quote does."""
    for kind, proofs in _NEEDS.items():
        said = [match[0].strip() for match in found(kind, text, language) if not _total(match, language)]
        if kind == "only" and any(_CAPS.search(quote) for quote, _ in quotes):
            said = [word for word in said if not _LIMITED.match(word)]
        if said and not (_any(proofs, quotes) or _otherwise(kind, quotes)):
            yield said[0]
    told_apart = _any(("of_them",), quotes) and not has("of_them", text, language)
    if told_apart and not _of_all(text, language, quotes):
        yield from (
            match[0] for match in found("every", text, language) if _counted(text[match.end() :], language)
        )


def done_already(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that obliges to do what its quotes oblige to consider."""
    if (
        has("obliges", text, language)
        and not has("endeavours", text, language)
        and _any(("endeavours",), quotes)
    ):
        yield text.strip()


def sufficient(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that make one ground enough, where the quotes say that it must not be the only one."""
    said = [match[0] for match in found("suffices", text, language)]
    alone = any(one.denies and has("only", one.text, tongue) for one, tongue in cut(quotes, clauses))
    if said and alone and not _any(("suffices",), quotes):
        yield said[0]


def firmer(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement where it drops the "as a rule" of its quotes, or puts one in place of their "only"."""
    if len(content(text, language)) < FEWEST:
        return  # the rest of the statement is the quote itself
    usual, said = _any(("usual",), quotes), has("usual", text, language)
    if (usual and not said) or (said and not usual and _any(("only",), quotes)):
        yield text.strip()


def either(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The "or" of a statement whose quotes ask for both at once."""
    if has("at_once", text, language) or not any(has("at_once", *quote) for quote in quotes):
        return
    if (said := _OR.search(text)) and not any(_OR.search(quote) for quote, _ in quotes):
        yield said[0].strip()


def _of_all(text: str, language: Language, quotes: Sequence[Spoken]) -> bool:
    """Whether a part of the quotes tells all of it of every one: "all nine were checked, three of them …"."""
    said = facts(text, language)
    return any(
        has("every", part.text, tongue)
        and all(best(word, content(part.text, tongue)) >= MEANT for word in said)
        for part, tongue in cut(quotes, parts)
    )


def _total(match: re.Match[str], language: Language) -> bool:
    """Whether it only sums up: "барлығы отыз минут", thirty minutes in all."""
    sums_up = language is Language.KK and match[0].casefold() == "барлығы"
    return sums_up and _counted(match.string[match.end() :], language)


def _counted(text: str, language: Language) -> bool:
    """Whether it begins with a number: "all seven"."""
    first = next(iter(text.split()), "")
    return first.isdigit() or any(numerals(first, language))


def _any(kinds: Sequence[str], quotes: Sequence[Spoken]) -> bool:
    return any(has(kind, quote, tongue) for kind in kinds for quote, tongue in quotes)


def _otherwise(kind: str, quotes: Sequence[Spoken]) -> bool:
    if kind == "every":  # both of two, unless one of them is told apart
        return _any(("two",), quotes) and not _any(("part",), quotes)
    if kind == "causes":
        return any(_EXPLAINS.search(quote) for quote, _ in quotes)
    if kind == "only":
        return any(
            clause.denies or has("objects", clause.text, tongue) for clause, tongue in cut(quotes, clauses)
        )
    return False
