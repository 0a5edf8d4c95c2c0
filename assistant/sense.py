"""Compares what a statement affirms, denies, permits and supposes with the quotes it names.

Each clause of the statement is held against the clauses of the quotes that share most of its words; where
none shares enough of them nothing is said. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.bounds import without_bounds
from assistant.counterparts import CLOSE, FAINT, FEWEST, LONG, SURE, held, meant_by
from assistant.kinds import denials_of
from assistant.leave import without_asides
from assistant.meaning import content, facts, in_common
from assistant.polarity import Clause, clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

_REQUIRES = re.compile(r"\b(?:requir|требу|талап\s+ет|қажет|необходим|needs)\w*", re.IGNORECASE)  # "only if"
_NOT_YET = re.compile(r"\b(?:әлі|ещ[её]\s+не|пока\s+не|not\s+yet|yet\s+to)\b", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:күтіл\w+|ожида\w+|await\w*|pending|expected)\b", re.IGNORECASE)


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
    if has("only", quoted.text, language) and has(
        "nothing", said.text, language
    ):  # nothing else, nothing earlier
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
    main = [(without_asides(quote), tongue) for quote, tongue in quotes]
    may, must = (any(has(kind, q, t) for q, t in main) for kind in ("permits", "obliges"))
    fine = held(parts, quotes)
    reserved = bool(_REQUIRES.search(text)) and any(
        clause.permits and has("only", clause.text, tongue) for clause, tongue in cut(quotes, clauses)
    )
    if (
        may
        and not must
        and not reserved
        and has("obliges", without_asides(text), language)
        and not has("permits", without_asides(text), language)
    ):
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
        free = [one for one in meant if any(has("no_obstacle", one.text, t) for t in tongues)]  # it may
        may = bool(free) or any(
            one.permits and not has("only", one.text, t) for one in meant for t in tongues
        )
        must = any(one.obliges for one in meant if one not in free)
        only = said.permits and has("only", sentence.text, language)  # then it must
        if said.obliges != said.permits and may != must and said.permits == must and not only:
            yield said.text.strip()
            continue
        meant = [one.clause for one in meant_by(said, language, fine, SURE)]
        bare = not (sentence.permits or sentence.obliges or said.denies) and len(said.text.split()) >= LONG
        if bare and not reserved and meant and all(one.permits and not one.denies for one in meant):
            yield said.text.strip()


def surely(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that obliges in every case to what its quotes rather permit than oblige to."""
    if not (has("surely", text, language) and has("obliges", text, language)):
        return
    if any(has("surely", quote, tongue) for quote, tongue in quotes):
        return
    said = facts(text, language)
    held = [(one, in_common(said, content(one.text, tongue))) for one, tongue in cut(quotes, clauses)]
    permitted = max((n for one, n in held if one.permits and not one.obliges), default=0)
    if permitted and permitted >= max((n for one, n in held if one.obliges), default=0):
        yield text.strip()


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
    if has("forbids", bare, language) and not has("allows", bare, language):
        denied = any(clause.denies for clause, _ in cut(quotes, clauses))
        if any_has("allows") and not (any_has("forbids") or any_has("only") or denied):
            yield text.strip()
            return
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
