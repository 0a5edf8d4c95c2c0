"""Finds rights, freedoms and duties of a statement that its quotes, which rule otherwise, give to nobody.

"The record may be drawn up within three hours" over "is drawn up within three hours"; "need not answer" over
"cannot answer"; "the victim must refuse" over "may refuse"; "must be imprisoned for five years" over "by a
fine or by imprisonment of up to five years".
Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.bounds import without_bounds
from assistant.counterparts import FAINT, held, meant_by
from assistant.polarity import Clause, clause, clauses, parts
from assistant.spoken import Spoken
from assistant.word_kinds import found, has, without
from casefile.language import Language
from casefile.sentences import sentences

_GIVES = ("permits", "may", "allows", "spares", "discretion", "no_obstacle", "enables")
ANY = 0.1  # of a part's words that the quotes' part has
_FRAGMENT = re.compile(
    r"^\W*[a-zа-яёәғқңөұүһі]|(?:^|\s)(?:\d+|[a-zа-я])\)\s|\n|;\s"
)  # a list, its head elsewhere
_ASIDE = re.compile(  # what binds nobody: "if it requires the records", "an answer that may incriminate"
    r"(?:(?<=^)|(?<=[.;]\s))(?:if|where|when|unless|provided)\b[^,;.]*"
    r"|\b(?:if|where|when|unless|provided)\b[^;.]*?(?=,\s+(?:and|but|the|he|she|it|they)\s|[;.]|$)"
    r"|\b(?:если|когда|при\s+условии)\b[^,;.]*"
    r"|\b(?:that|which|who|whose)\s+(?:may|might|can|could|must)\b[^,;.]*|\bкотор\w+\s+мо[гж]\w+[^,;.]*"
    r"|\w+(?:уі|уы)\s+мүмкін\s+екен\w*",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bне\s*$", re.IGNORECASE)


def given_leave(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that give a right where no quote gives any, or none in the sentence that is meant.

    A penalty that is "up to" something may be imposed, and who "files an appeal within ten days" may file it.
    """
    pieced = any(_FRAGMENT.search(quote) for quote, _ in quotes)
    none = not any(_gives(quote, tongue) for quote, tongue in quotes)
    if not none and pieced:
        return
    whole = held(_sentences, quotes)
    tongues = {tongue for _, tongue in quotes}
    for said in clauses(text, language):
        if any(has(kind, said.text, language) for kind in ("only", "penalties", "files", "nothing")):
            continue
        for part in parts(said.text, language):
            gives = has("leave", part.text, language)
            if not gives or has("at_most", part.text, language) or _binds(part, language):
                continue
            meant = meant_by(part, language, whole, FAINT)
            if none or (meant and not any(_gives(one.clause.text, t) for one in meant for t in tongues)):
                yield part.text.strip()


def obliged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that oblige, where what the quotes say of the same is only permitted."""
    if any(_FRAGMENT.search(quote) for quote, _ in quotes):
        return
    fine = held(parts, [(without_asides(quote), tongue) for quote, tongue in quotes])
    tongues = {tongue for _, tongue in quotes}
    whole = held(clauses, [(without_asides(quote), tongue) for quote, tongue in quotes])
    for part in (part for said in clauses(text, language) for part in parts(said.text, language)):
        own = without_asides(without_bounds(part.text))
        must = has("due", own, language) and not has("must_no", own, language)
        if not must or _lets(own, language) or has("only", part.text, language):
            continue
        for meant in meant_by(part, language, fine, ANY), meant_by(part, language, whole, FAINT):
            if meant and all(_only_lets(one.clause.text, tongues) for one in meant):
                yield part.text.strip()
                break


def barred(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that forbid a thing to everybody, where nobody is obliged to it."""
    said = next(found("nobody_may", text, language), None)
    free = any(has("nobody_must", *one) for one in quotes)
    if said and free and not any(has("nobody_may", *one) for one in quotes):
        yield said[0].strip()


def allowed(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that allow, where what the quotes say of the same is only forbidden."""
    whole = held(clauses, quotes)
    tongues = {tongue for _, tongue in quotes}
    for said in clauses(text, language):
        for part in parts(said.text, language) if not has("only", said.text, language) else ():
            lets = has("allows", part.text, language) and not has("forbids", part.text, language)
            meant = meant_by(part, language, whole, ANY) if lets and not part.denies else []
            if has("at_most", part.text, language) or not meant:
                continue
            if all(_only_bars(one.clause.text, tongues) for one in meant):
                yield part.text.strip()


def bound_to_file(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that oblige to appeal or apply, where the quotes only tell how it is done: that is a right."""
    if any(has("due", quote, tongue) for quote, tongue in quotes):
        return
    for said in clauses(text, language):
        if has("due", said.text, language) and has("files", said.text, language) and not said.denies:
            yield said.text.strip()


def freed(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that free from a duty, where the quotes free nobody and leave nothing to anybody."""
    said = next(found("freed", text, language), None)
    if said and not any(has(kind, *one) for one in quotes for kind in ("spares", "allows", "enables")):
        yield said[0].strip()


def penalty_due(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that oblige to impose what the quotes only bound, as a fine of up to so much."""
    for said in clauses(text, language):
        due = has("due", said.text, language) and has("penalties", said.text, language)
        if due and has("capped", said.text, language) and not any(_obliges(*one) for one in quotes):
            yield said.text.strip()


def without_asides(text: str) -> str:
    """The text without its conditions, and without what only describes a thing: they bind nobody."""
    return _ASIDE.sub(" ", text)


def _lets(text: str, language: Language) -> bool:
    return has("leave", text, language) or has("permits", text, language)


def _only_lets(text: str, tongues: Iterable[Language]) -> bool:
    gives = any(_lets(text, t) or has("enables", text, t) for t in tongues)
    return gives and not any(has("obliges", text, t) for t in tongues)


def _only_bars(text: str, tongues: Iterable[Language]) -> bool:
    free = ("allows", "permits", "only", "spares", "no_obstacle", "excepts")
    return any(has(kind, text, t) for kind in ("forbids", "must_no") for t in tongues) and not any(
        has(kind, text, t) for kind in free for t in tongues
    )


def _gives(text: str, language: Language) -> bool:
    denied = all(_NOT_BEFORE.search(text[: match.start()]) for match in found("may", text, language))
    kinds = (kind for kind in _GIVES if not (denied and kind == "may"))
    return any(has(kind, text, language) for kind in kinds)


def _binds(part: Clause, language: Language) -> bool:
    """Whether it is a duty that may be laid on somebody: "may be obliged"."""
    return part.obliges and has("bound", part.text, language)


def _obliges(text: str, language: Language) -> bool:
    return has("due", without("punished", text, language), language)


def _sentences(text: str, language: Language) -> list[Clause]:
    return [clause(text[start:end], language) for start, end in sentences(text, language)]
