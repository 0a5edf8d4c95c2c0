"""Compares what a statement affirms, denies, permits and supposes with the quotes it names.

Each clause of the statement is held against the clauses of the quotes that share most of its words; where
none shares enough of them nothing is said. Knows nothing of passages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.abbreviations import abbreviates
from assistant.bounds import without_bounds
from assistant.denied import denied_words
from assistant.kinds import denials_of
from assistant.meaning import Word, best, content, overlap, stems
from assistant.numbers import quantities
from assistant.numerals import numerals
from assistant.polarity import Clause, clauses, has, parts, without_modals
from casefile.language import Language

Spoken = tuple[str, Language]

# What joins words and adds nothing to them. Before and after are compared as opposites.
_JOINING = frozenset(
    """но однако а и или после затем находится находился имеется имелся содержится состоит касательно
    относительно при этом в том числе бірақ алайда және мен ал кейін соң ретінде бойынша жөнінде жөніндегі
    жайындағы туралы қатысты
    but and or also about regarding concerning on over after then while aged contained contains
    contain expert эксперт сарапшы""".split()
)

_IT = re.compile(r"\b(?:it|they|он|она|оно|они|ол|олар)\b", re.IGNORECASE)

_NOTHING = re.compile(r"\b(?:nothing|no\s+other|ничего|никак\w+|ничто|ештеңе|ешқандай)\b", re.IGNORECASE)

_NOT_YET = re.compile(r"\b(?:әлі|ещ[её]\s+не|пока\s+не|not\s+yet|yet\s+to)\b", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:күтіл\w+|ожида\w+|await\w*|pending|expected)\b", re.IGNORECASE)

NEAR = 0.7  # of the best overlap: such clauses may be the one that is meant too
FAINT, CLOSE, SURE = 0.35, 0.55, 0.7  # overlap from which two clauses speak of the same
REPEATS = 0.8  # of the stems in the same order: the statement repeats its quote
FEWEST, LONG = 2, 5  # words of a clause that says something; that says it whole


@dataclass(frozen=True, slots=True)
class Held:
    clause: Clause
    words: Sequence[Word]


def turned(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that deny what the quotes affirm, or the reverse."""
    fine, whole = held(parts, quotes), held(clauses, quotes)
    said = clauses(text, language)
    if not content(text, language):  # no more than the quotes and where they stand
        return
    if len(said) == len(whole) == 1:
        one, other = said[0], whole[0].clause
        if _contrary(one, other, language, quotes):
            yield text.strip()
        return
    for sentence in said:
        around = meant_by(sentence, language, whole, 0.0)
        for part in parts(sentence.text, language):
            meant = meant_by(part, language, fine, CLOSE)
            if (
                len(part.text.split()) <= FEWEST
                or not meant
                or not all(_contrary(part, m.clause, language, quotes) for m in meant)
            ):
                continue
            # The same thing may be denied elsewhere in the sentence: "it costs nothing and needs no lawyer".
            if not (
                any(m.clause.denies for m in around) if part.denied else sentence.denies or sentence.unclear
            ):
                yield part.text.strip()


def _contrary(said: Clause, quoted: Clause, language: Language, quotes: Sequence[Spoken]) -> bool:
    """Whether one denies what the other affirms, and not a word of the contrary meaning."""
    if quoted.denied == said.denied or said.unclear ^ quoted.unclear or denials_of(said.text, quoted.text):
        return False
    if has("only", quoted.text, language) and _NOTHING.search(said.text):  # nothing else, nothing earlier
        return False
    if _awaited(said.text, quoted.text) or _awaited(quoted.text, said.text):
        return False
    overlooked = any(has("overlooks", quoted.text, tongue) for _, tongue in quotes)
    return not overlooked or has("notices", said.text, language)


def _awaited(one: str, other: str) -> bool:
    """Whether one says "not yet" where the other says that it is awaited."""
    return bool(_NOT_YET.search(one) and _AWAITED.search(other))


def other_duty(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that oblige where the quotes permit, or permit where they oblige."""
    may, must = (any(has(kind, q, t) for q, t in quotes) for kind in ("permits", "obliges"))
    fine = held(parts, quotes)
    if may and not must and has("obliges", text, language) and not has("permits", text, language):
        obliging = [part for part in parts(text, language) if part.obliges]
        elsewhere = [meant_by(part, language, fine, CLOSE) for part in obliging]
        # The present tense of a rule obliges too: "is carried out in the presence of two".
        if not all(meant and not any(one.clause.permits for one in meant) for meant in elsewhere):
            yield text.strip()
        return
    tongues = {tongue for _, tongue in quotes}
    single = len(clauses(text, language)) == len(held(clauses, quotes)) == 1
    for sentence, said in (
        (one, part) for one in clauses(text, language) for part in parts(one.text, language)
    ):
        meant = [one.clause for one in (fine if single else meant_by(said, language, fine, FAINT))]
        may = any(one.permits and not has("only", one.text, t) for one in meant for t in tongues)
        must = any(one.obliges for one in meant)
        only = said.permits and has("only", said.text, language)  # then it must
        if said.obliges != said.permits and may != must and said.permits == must and not only:
            yield said.text.strip()
            continue
        meant = [one.clause for one in meant_by(said, language, fine, SURE)]
        bare = not (sentence.permits or sentence.obliges or said.denies) and len(said.text.split()) >= LONG
        if bare and meant and all(one.permits and not one.denies for one in meant):
            yield said.text.strip()


def let(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement where it allows and its quotes only forbid."""
    bare = without_bounds(text)
    spoken = [(without_bounds(quote), tongue) for quote, tongue in quotes]

    def any_has(kind: str) -> bool:
        return any(has(kind, quote, tongue) for quote, tongue in spoken)

    spared = any_has("spares") and not any_has("forbids")
    if spared and has("forbids", bare, language) and not has("spares", bare, language):
        yield text.strip()
        return
    limited = has("only", bare, language) and (any_has("excepts") or any_has("despite"))
    allowed = has("allows", bare, language) and not has("forbids", bare, language) and not limited
    if allowed and any_has("forbids") and not any_has("allows"):
        yield text.strip()
        return
    fine = held(parts, quotes)
    for part in parts(text, language):
        lets, bars = _lets(part.text, language)
        meant = [one for one in meant_by(part, language, fine, SURE) if lets != bars]
        theirs = [_lets(one.clause.text, tongue) for one in meant for tongue in {t for _, t in quotes}]
        if theirs and all(may == bars and may_not == lets for may, may_not in theirs):
            yield part.text.strip()


def _lets(text: str, language: Language) -> tuple[bool, bool]:
    """Whether it allows, and whether it forbids."""
    bare = without_bounds(text)
    return has("allows", bare, language), has("forbids", bare, language)


def wider(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that drop an exception of the quotes, or say always where the quotes do not."""
    whole = held(clauses, quotes)
    absolute = any(one.clause.absolute for one in whole)
    kept = any(said.excepted or said.conditional for said in clauses(text, language))
    for said in clauses(text, language):
        meant = meant_by(said, language, whole, CLOSE)
        despite = said.denies and has("despite", said.text, language) and any(m.clause.denies for m in meant)
        if (said.absolute and not (absolute or despite)) or (
            meant and all(one.clause.excepted for one in meant) and not kept
        ):
            yield said.text.strip()


def held(cut: Callable[[str, Language], list[Clause]], quotes: Sequence[Spoken]) -> list[Held]:
    """The clauses of the quotes with their words."""
    return _cut(cut, tuple(quotes))


@lru_cache(32)  # every check asks for the same quotes
def _cut(cut: Callable[[str, Language], list[Clause]], quotes: tuple[Spoken, ...]) -> list[Held]:
    return [Held(c, content(c.text, tongue)) for quote, tongue in quotes for c in cut(quote, tongue)]


def meant_by(said: Clause, language: Language, held: Sequence[Held], least: float) -> list[Held]:
    """The clauses that say most of the same."""
    words = content(said.text, language)
    if len(words) < FEWEST:
        return []
    scored = [(overlap(words, one.words), one) for one in held]
    top = max((score for score, _ in scored), default=0.0)
    return [one for score, one in scored if score >= NEAR * top] if top and top >= least else []


def misplaced(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that the quotes have, but where they speak of something else.

    "A minor: 48 hours" over "a person: 48 hours, and a minor: 24 hours": the word that only stands beside
    another number of the same unit tells.
    """
    everything = [word for quote, tongue in quotes for word in content(quote, tongue)]
    counted = [one for quote, tongue in quotes for one in _counting(quote, tongue, everything)]
    told = _counted(text, language)
    for said in parts(text, language):
        words = content(without_modals(without_bounds(said.text), language), language)
        for number, unit in _counted(said.text, language):
            here = [(*head, *near) for head, near, numbers in counted if (number, unit) in numbers]
            there = [
                near
                for _, near, numbers in counted
                if any(u == unit for _, u in numbers) and not numbers & told
            ]
            if any(_only(word, there, here) for word in words):
                yield f"{number} {unit}"


def _counting(
    quote: str, language: Language, everything: Sequence[Word]
) -> Iterator[tuple[list[Word], list[Word], set[tuple[str, str]]]]:
    """Of each part the words before it, which may hold for it too, its own, and its numbers."""
    before: list[Word] = []
    bare: list[Word] = []  # "a minor – 24 hours" may be two parts
    for part in parts(quote, language):
        words = content(without_bounds(part.text), language)
        numbers = _counted(part.text, language)
        if numbers and _IT.search(part.text):  # it may be what is told in any of them
            words = [*words, *everything]
        yield before, [*bare, *words], numbers
        before, bare = [*before, *words], [] if numbers else words


def _only(word: Word, there: Sequence[Sequence[Word]], here: Sequence[Sequence[Word]]) -> bool:
    return (
        bool(here) and any(best(word, w) >= SURE for w in there) and all(best(word, w) < FAINT for w in here)
    )


def _counted(text: str, language: Language) -> set[tuple[str, str]]:
    return {(q.number, q.unit) for q in quantities(text, language) if q.unit}


def added(text: str, language: Language, quotes: Sequence[Spoken], known: Sequence[Spoken]) -> list[str]:
    """Words that a statement adds to the quote it otherwise repeats; none where it says it in its own words.

    `known`: texts beside the quotes whose words may be used, such as the title of the article.
    """
    if _repeated(text, language, quotes) < REPEATS:
        return []
    held = [word for said, tongue in (*quotes, *known) for word in content(said, tongue)]
    spoken = [quote for quote, _ in quotes]
    return [
        word.text
        for word in content(without_modals(text, language), language)
        if word.text.isalpha()
        and not (word.light or word.text in _JOINING)
        and best(word, held) == 0
        and not any(numerals(word.text, language))
        and not _derived(word.text, held, language, quotes)
        and not abbreviates(word.text.upper(), spoken)
    ]


def _derived(word: str, held: Sequence[Word], language: Language, quotes: Sequence[Spoken]) -> bool:
    """Whether it is made of a word that is held: hospitalised; unlabelled of "without labels"."""
    bare = word.removeprefix("un") if language is Language.EN else word
    if bare != word:
        held = [one for quote, tongue in quotes for one in denied_words(quote, tongue)]
        return any(one.text[:LONG] == bare[:LONG] for one in held if len(one.text) >= LONG)
    return any(len(one.text) > LONG and word.startswith(one.text) for one in held)


def _repeated(text: str, language: Language, quotes: Sequence[Spoken]) -> float:
    """Share of the statement's stems that stand in the quotes in the same order."""
    said = stems(text, language)
    quoted = [stem for quote, tongue in quotes for stem in stems(quote, tongue)]
    blocks = SequenceMatcher(None, said, quoted, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(said) if said else 0.0
