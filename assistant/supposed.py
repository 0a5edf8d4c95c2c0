"""Finds what a statement tells as a fact though its quotes only suppose, threaten or plan it.

"He burnt the shop" over "he threatened to burn the shop". Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap

from assistant.counterparts import CLOSE, FAINT, LONG, MEANT, held, meant_by, sharing_most
from assistant.kinds import renamed
from assistant.meaning import best, content, facts, in_common, overlap, share
from assistant.measures import CURRENCIES
from assistant.names import CAPITAL, Names, names
from assistant.numbers import quantities
from assistant.polarity import clause, clauses, pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has
from casefile.language import Language

_THINGS = ("substances", "weapons")
_PRESUMED = re.compile(
    r"\b(?i:бәлкім|шамасы|болжам\s+бойынша|предположительно|вероятно|возможно|видимо"
    rf"|presumably|possibly|probably|allegedly|apparently)[,:]?\s+({CAPITAL}\w{{2,}})"
)
_THREATS = {
    Language.EN: re.compile(r"\b(?:threaten|promis)\w*\s+to\s+(\w+)", re.IGNORECASE),
    Language.RU: re.compile(
        r"\b(?:угрожа|грози|обеща)\w*\s+(?:[\w,]+\s+){0,2}?(\w{3,}(?:ть|ти|ет|ит|ут|ят))\b", re.IGNORECASE
    ),
    Language.KK: re.compile(
        r"(\w{2,}?)(?:амын|емін|ймын|ймін|амыз|еміз)\s+деп\s+(?:қорқыт|уәде)", re.IGNORECASE
    ),
}
_NONE_FOUND = re.compile(  # "no fault was established": the denial supposes nothing
    r"анықталма\w*\W*$|\bне\s+(?:установлен|выявлен)[оаы]?\b|\b(?:not|no)\s+(?:\w+\s+){0,3}?(?:established|detected)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\W*(?:если|when|where|if|егер)\b", re.IGNORECASE)
_REJECTS = re.compile(
    r"отклон|отверг|откаж|отказ|не\s+(?:приня|соглас)|несостоятельн|необоснованн|қабылдама|негізсіз|теріске|бас\s+тарт"
    r"|reject|dismiss|overrul|not\s+accept|refus|argue|утвержда|настаива|ссыла|мәлімде|сілтеме",
    re.IGNORECASE,
)
_IN_TIME = re.compile(  # until when is no word of what is to be done
    r"\b[\w-]+\s+(?:күн|ай|тәулік|сағат)\w*(?:\s+ішінде)?|\bв\s+течение\s+\S+\s+\S+|\bwithin\s+\S+\s+\S+",
    re.IGNORECASE,
)
_DECIDES = re.compile(  # and so tells no deed
    r"\b(?:шеш(?:ті|кен|іп|ілді|ілген)|решил|решен|постанов|определил|распоряд|decided|resolved|ordered)\w*",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\w{3,}(?:тын|тін)\s+бол\w+", re.IGNORECASE)  # and is not done yet
SAME, OTHER = 0.8, 0.3  # likeness of words that are one; and below which they are not
ARGUED = 0.3  # share of the statement's words that an argument has
FEWEST = 3  # words that stand only in a supposition: more than its subject
_ADVICE = ("recommends", "advises", "asks_for", "plans", "supposes")
_AHEAD = ("plans", "was_due")
_HEDGES = ("supposes", "suspects", "reports", "plans", "unsettled", "roughly")


def surer(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses whose counterparts in the quotes suppose, intend or threaten."""
    whole = held(clauses, quotes)
    asked = _sums(_told(quotes, supposed=True)) - _sums(_told(quotes, supposed=False))
    unsure = [word for one in whole if one.clause.supposed for word in one.words]
    sure = [word for one in whole if not one.clause.supposed for word in one.words]
    for said in clauses(text, language):
        if said.supposed or said.suspects or has("reports", said.text, language):
            continue
        meant = meant_by(said, language, whole, CLOSE)
        words = facts(said.text, language)
        only = [word for word in words if best(word, unsure) >= SAME and best(word, sure) < OTHER]
        length = len(said.text.split())
        supposing = [one for one in meant if one.clause.supposed]
        none_found = said.denied and all(_NONE_FOUND.search(one.clause.text) for one in supposing)
        told = meant and len(supposing) == len(meant) and length >= LONG and not none_found
        spent = has("past", said.text, language) and not has("roughly", said.text, language)
        paid = spent and asked & _sums([(said.text, language)])
        if told or paid or (len(only) >= FEWEST < length and not said.denies):
            yield said.text.strip()


def _told(quotes: Sequence[Spoken], *, supposed: bool) -> Iterator[Spoken]:
    for quote, tongue in quotes:
        yield from ((one.text, tongue) for one in clauses(quote, tongue) if one.supposed is supposed)


def _sums(texts: Iterable[Spoken]) -> set[str]:
    """Of money; such a sum may be only hinted at."""
    return {
        one.number for text, tongue in texts for one in quantities(text, tongue) if one.unit in CURRENCIES
    }


def identified(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names, substances and weapons that the quotes only presume: "M1 (presumably Ivanov)"."""
    if has("supposes", text, language) or has("suspects", text, language):
        return
    presumed = [found[1] for quote, _ in quotes for found in _PRESUMED.finditer(quote)]
    said, plain = Names([text]), Names(_PRESUMED.sub(" ", quote) for quote, _ in quotes)
    yield from (name for name in presumed if said.hold(name) and not plain.hold(name))
    told = [one.text for quote, tongue in quotes for one in clauses(quote, tongue) if not one.supposed]
    anyhow = set(renamed(text, [quote for quote, _ in quotes], _THINGS))
    yield from (word for word in renamed(text, told, _THINGS) if word not in anyhow)


def threatened(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that tell as a deed what the quotes only threaten or promise with."""
    deeds = [
        word
        for quote, tongue in quotes
        if tongue in _THREATS
        for match in _THREATS[tongue].finditer(quote)
        for word in content(match[1], tongue)
    ]
    if not deeds:
        return
    for said in clauses(text, language):
        if said.supposed or has("threatens", said.text, language) or said.denies:
            continue
        if any(best(word, deeds) >= MEANT for word in content(said.text, language) if not word.light):
            yield said.text.strip()


def only_planned(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that tell as a deed what the quotes only speak of doing."""
    whole = held(clauses, quotes)
    planned = {
        clause
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
        if has("plans", clause.text, tongue) and not has("past", clause.text, tongue)
    }
    for said in clauses(text, language):
        told = has("past", said.text, language) and not has("plans", said.text, language)
        meant = meant_by(said, language, whole, FAINT, across=True)
        words = content(said.text, language)
        if (
            told
            and not said.supposed
            and meant
            and max(meant, key=lambda one: overlap(words, one.words)).clause in planned
        ):
            yield said.text.strip()


def only_due(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as a deed what the quotes only say was to be."""
    past = has("past", text, language)
    if not past or any(has(kind, text, language) for kind in ("was_due", "plans", "obliges", "supposes")):
        return
    if _DECIDES.search(text) or _SHALL.search(text):
        return
    said = facts(text, language)
    for piece, tongue in cut(quotes, pieces):
        due = " ".join(match[0] for match in found("was_due", piece, tongue))
        if not due or due.split()[0] in text.split():  # the order itself is told
            continue
        shared = [word for word in said if best(word, content(piece, tongue)) >= MEANT]
        deed = any(best(word, content(due, tongue)) >= MEANT for word in shared)
        if deed or len(shared) > 1:
            yield text.strip()
            return


def only_suspected(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as a deed what every clause of the quotes with its words supposes or suspects.

    Across languages, where few words can be compared.
    """
    if not has("past", text, language) or any(has(kind, text, language) for kind in _HEDGES):
        return
    if _IF.match(text) or any(one.denies for one in clauses(text, language)):
        return
    said = facts(text, language)
    held = cut([quote for quote in quotes if quote[1] is not language], pieces)
    most, meant = sharing_most(said, held)
    if len(said) < FEWEST or most < FEWEST - 1 or len(held) < len(quotes):
        return
    if all(one.supposed or one.suspects for one in starmap(clause, meant)):
        yield text.strip()


def named_suspect(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of those who are told to have done what the quotes, wherever they name them, only suspect."""
    if not has("past", text, language) or any(has(kind, text, language) for kind in _HEDGES):
        return
    if _IF.match(text) or any(one.denies for one in clauses(text, language)):
        return
    held = cut(quotes, pieces)
    for name in names(text, language):
        here = [one for one in held if Names([one[0]]).hold(name.word)]
        said = [word for word in facts(text, language) if not Names([name.word]).hold(word.text)]
        there = [word for one in here for word in content(*one)]
        told = in_common(said, there)
        enough = told >= FEWEST - 1 or (told and has("established", text, language))
        if here and enough and not name.word.isupper() and all(has("suspected_of", *one) for one in here):
            yield name.word


def only_applied(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as a deed what the quotes only say was applied for."""
    if has("asks_for", text, language) or not has("past", text, language) or has("supposes", text, language):
        return
    said = facts(text, language)
    whole = cut(quotes, pieces)
    wanted = [
        word
        for piece, tongue in whole
        for match in found("applies", piece, tongue)
        for word in content(match[0], tongue)[1:]
    ]
    rest = [word for one in whole if not has("applies", *one) for word in content(*one)]
    if any(best(word, wanted) >= MEANT > best(word, rest) for word in said):
        yield text.strip()


def as_alleged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as so what the quotes only say was alleged."""
    if any(has(kind, text, language) for kind in ("alleges", "says", "reports", "suspects", "denies")):
        return
    most, meant = sharing_most(facts(text, language), cut(quotes, pieces))
    if most and all(has("alleges", *one) for one in meant):
        yield text.strip()


def not_accepted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as so, or as found, what its quotes say was argued and rejected."""
    if _REJECTS.search(text):
        return
    said, whole = facts(text, language), cut(quotes, pieces)
    nearest = max(whole, key=lambda one: share(said, content(*one)), default=None)
    if nearest and share(said, content(*nearest)) >= ARGUED and has("rejects", *nearest):
        yield text.strip()


def established_by_word(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that calls established what its quotes only let somebody say."""
    if has("established", text, language):
        most, meant = sharing_most(facts(text, language), cut(quotes, pieces))
        told = [one for one in meant if has("says", *one) or has("reports", *one)]
        if most and len(told) == len(meant) and not any(has("established", *one) for one in meant):
            yield text.strip()


def only_advised(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells as a deed, or as a duty, what the quotes only say was advised."""
    said = has("past", text, language) or has("obliges", text, language)
    told = said and not any(has(kind, text, language) for kind in _ADVICE)
    most, meant = sharing_most(facts(text, language), cut(quotes, pieces)) if told else (0, [])
    if most and all(has("recommends", *one) for one in meant):
        yield text.strip()
    elif told:
        held = cut(quotes, pieces)
        advised, rest = ([one for one in held if has("recommends", *one) is is_so] for is_so in (True, False))
        deeds = [word for match in found("past", text, language) for word in facts(match[0], language)]
        there, elsewhere = ([word for one in some for word in content(*one)] for some in (advised, rest))
        across = all(tongue is not language for _, tongue in advised) and any(one in advised for one in meant)
        done = [best(deed, elsewhere) < (OTHER if across else MEANT) for deed in deeds]
        if deeds and all(done) and (across or all(best(deed, there) >= MEANT for deed in deeds)):
            yield text.strip()


def duty_or_advice(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement of a duty, where the quotes oblige and advise, and no word is of the duty alone."""
    held = cut(quotes, pieces)
    advising = [word for one in held if has("recommends", *one) for word in content(*one)]
    if not advising or not has("obliges", text, language) or has("recommends", text, language):
        return
    obliging = [
        word for one in held if has("obliges", *one) and not has("recommends", *one) for word in facts(*one)
    ]
    told = facts(_IN_TIME.sub(" ", text), language)
    if not any(best(word, obliging) >= MEANT > best(word, advising) for word in told):
        yield text.strip()


def all_open(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells a deed, where no clause of the quotes tells of one: all suppose or plan."""
    hedged = any(has(kind, text, language) for kind in ("supposes", "suspects", "reports", *_AHEAD))
    if hedged or not has("past", text, language) or any(one.denies for one in clauses(text, language)):
        return
    held = cut(quotes, clauses)
    if held and all(
        (one.supposed or any(has(kind, one.text, tongue) for kind in _AHEAD))
        and not has("past", one.text, tongue)
        for one, tongue in held
    ):
        yield text.strip()
