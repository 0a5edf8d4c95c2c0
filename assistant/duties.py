"""Finds duties, rights and bans in each other's places, by what stands beside their word.

"The lawyer must" over "the lawyer may": the same one before the modal word, or the same deed after it. "Is
released" over "may be released": the same deed and no such word. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.meaning import MEANT, Word, best, content, facts, overlap
from assistant.polarity import KAZAKH_VERB, clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has
from casefile.language import Language

SAME = 0.7  # likeness from which two words are one
MOST = 0.4  # of a clause's words that the clause with "may" has
BEFORE = 2  # words before a modal one that may be who


class Kind(StrEnum):
    """As `polarity_words.toml` calls them."""

    MAY = "may"
    MUST = "must"
    MUST_NOT = "must_not"


@dataclass(frozen=True, slots=True)
class _Modal:
    kind: Kind
    who: Sequence[Word]
    deed: Sequence[Word]


_NEEDS = re.compile(r"\b(?:need|requir)\w*|\b(?:нуж(?:н|ен)|требу)\w+|\b(?:қажет|керек)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\bне\s*$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"^\s*(?:not|never|емес|have\s+no|be\s+no)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:либо|или|и|а\s+также)\s+(\w{3,}(?:ть|ти|чь|ться|тись))\b", re.IGNORECASE)


def other_modal(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with another modal word than the quotes have there, or that oblige where those advise."""
    advised = any(has("advises", quote, tongue) for quote, tongue in quotes)
    bound = any(
        clause.obliges and not clause.denied and not has("advises", clause.text, tongue)
        for clause, tongue in cut(quotes, clauses)
    )
    binds = has("obliges", text, language) or has("must_not", text, language)
    if advised and not bound and binds and not has("advises", text, language):
        yield text.strip()
        return
    held = [modal for quote, tongue in quotes for modal in _modals(quote, tongue)]
    translates = all(tongue is not language for _, tongue in quotes)
    for clause in clauses(text, language):
        for said in _modals(clause.text, language):
            if said.kind is Kind.MUST_NOT or (said.kind is Kind.MAY and has("only", clause.text, language)):
                continue  # only then: it obliges too
            who = [one for one in held if _meet(said.who, one.who, MEANT if translates else SAME)]
            deed = [one for one in held if _meet(said.deed, one.deed)]
            same = (
                [one for one in who if one in deed]
                or [one for one in who if one.kind is not Kind.MUST_NOT]
                or deed
            )
            if same and all(one.kind is not said.kind for one in same):
                yield clause.text.strip()
                break


def not_obliged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that obliges, where the only duty that its quotes speak of is denied."""
    said = clauses(text, language)
    if any(one.denies for one in said) or not any(one.obliges for one in said):
        return
    if any(part.obliges and not has("spares", part.text, tongue) for part, tongue in cut(quotes, parts)):
        return
    free = [(quote, tongue) for quote, tongue in quotes if has("spares", quote, tongue)]
    theirs = [word for quote, tongue in free for word in content(quote, tongue)]
    if any(best(word, theirs) >= MEANT for word in facts(text, language)):
        yield text.strip()


def without_may(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that tell as certain, without any modal word, a deed that the quotes have under "may" only."""
    needs = has("first", text, language) or bool(_NEEDS.search(text))  # may only with is needs
    everything = [word for quote, tongue in quotes for word in content(quote, tongue)]
    held = [
        (modal.deed, content(clause.text, tongue))
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
        for modal in _modals(clause.text, tongue)
        if modal.kind is Kind.MAY and not (needs and has("only", clause.text, tongue))
    ]
    deeds = [word for deed, _ in held for word in deed]
    rest = [word for word in everything if best(word, deeds) < SAME]
    for clause in clauses(text, language):
        if clause.denies or clause.supposed or clause.suspects or _has_modal(clause.text, language):
            continue
        words = content(clause.text, language)
        for deed, whole in held:
            told = any(best(word, words) >= SAME > best(word, rest) for word in deed)
            if told and max(overlap(words, whole), overlap(whole, words)) >= MOST:
                yield clause.text.strip()
                break


def _has_modal(text: str, language: Language) -> bool:
    kinds = ("permits", "obliges", "supposes", *Kind)
    return not has("surely", text, language) and any(has(kind, text, language) for kind in kinds)


def _meet(some: Sequence[Word], others: Sequence[Word], least: float = SAME) -> bool:
    return any(best(word, others) >= least for word in some)


def _modals(text: str, language: Language) -> Iterator[_Modal]:
    for clause in clauses(text, language):
        for kind in Kind:
            for match in found(kind, clause.text, language):
                before, after = clause.text[: match.start()], clause.text[match.end() :]
                denied = _NOT_BEFORE.search(before) or _NOT_AFTER.match(after)
                if denied and (kind is Kind.MUST_NOT or has("needs", match[0], language)):
                    continue  # not obliged is not forbidden
                real = Kind.MUST_NOT if denied else kind
                if real is Kind.MUST_NOT and _reserved(clause.text, language):
                    continue  # not without: only with
                yield from _beside(real, before, after, language)


def _reserved(text: str, language: Language) -> bool:
    return has("despite", text, language) or has("reserves", text, language)


def _beside(kind: Kind, before: str, after: str, language: Language) -> Iterator[_Modal]:
    """The modal word between the words before and after it."""
    if language is Language.KK:  # the deed stands before its modal word, who at the beginning
        deed = facts(before, language)[-1:]
        if not any(KAZAKH_VERB.fullmatch(word.text) for word in deed):  # "let him not …"
            yield _Modal(kind, (), deed)
        return
    deed = facts(after, language)[:1]
    if language is Language.RU:
        deed += content(" ".join(_ALSO.findall(after)), language)
    yield _Modal(kind, facts(before, language)[-BEFORE:], deed)
