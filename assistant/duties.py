"""Finds duties, rights and bans in each other's places, by what stands beside their word.

"The lawyer must" over "the lawyer may": the same one before the modal word, or the same deed after it. "Is released"
over "may be released", "came from him" over "may have come from him": the same deed and no such word. Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.meaning import Word, best, content, overlap
from assistant.polarity import KAZAKH_VERB, clauses, has
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # likeness from which two words are one
MOST = 0.4  # of a clause's words that the clause with "may" has
BEFORE = 2  # words before a modal one that may be who


class Kind(Enum):
    MAY = 1
    MUST = 2
    MUST_NOT = 3


@dataclass(frozen=True, slots=True)
class _Modal:
    kind: Kind
    who: Sequence[Word]
    deed: Sequence[Word]


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_MODALS: Mapping[Language, Mapping[Kind, re.Pattern[str]]] = {
    Language.RU: {
        Kind.MAY: _any(r"мо(?:жет|гут|г|гла|гло|гли)|вправе|име[ею]т\s+право"),
        Kind.MUST: _any(r"обязан\w*|долж\w+|подлеж\w+|необходимо|следует|надлежит"),
        Kind.MUST_NOT: _any(r"нельзя|запрещ\w+"),
    },
    Language.EN: {
        Kind.MAY: _any(
            r"may(?!\s+be\s+(?:\w+\s+)?(?:imprison|fin|punish|sentenc|jail|depriv|arrest)\w*)|can|could|might|(?:is|are)\s+entitled\s+to"
        ),
        Kind.MUST: _any(r"must|shall|ha(?:s|ve)\s+to|(?:is|are)\s+(?:required|obliged|bound)\s+to"),
        Kind.MUST_NOT: _any(r"cannot|(?:is|are)\s+(?:prohibited|forbidden)\s+from"),
    },
    Language.KK: {
        Kind.MAY: _any(r"алады|құқылы|мүмкін|мүмкiн"),
        Kind.MUST: _any(r"міндетті(?!\s+түрде)|тиіс|керек|қажет"),
        Kind.MUST_NOT: _any(r"болмайды|тыйым\s+салын\w+"),
    },
}
_SURELY = _any(r"міндетті\s+түрде|обязательно|in\s+all\s+cases|necessarily")
_NOT_BEFORE, _NOT_AFTER = (
    re.compile(r"\bне\s*$", re.IGNORECASE),
    re.compile(r"^\s*(?:not|never|емес|have\s+no|be\s+no)\b", re.IGNORECASE),
)
_SPARED = _any(r"обязан\w*|требуется|required|obliged|bound|міндетті|қажет|керек|entitled")
_BUT = _any(r"unless|if|until|except|если|пока|кроме|егер|болмаса|дейін")
_ALSO = re.compile(r"\b(?:либо|или|и|а\s+также)\s+(\w{3,}(?:ть|ти|чь|ться|тись))\b", re.IGNORECASE)


def other_modal(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses whose modal words have another kind than the same ones of the quotes, or oblige where those advise."""
    advised = any(has("advises", quote, tongue) for quote, tongue in quotes)
    bound = any(has("obliges", quote, tongue) for quote, tongue in quotes)
    if advised and not bound and has("obliges", text, language) and not has("advises", text, language):
        yield text.strip()
        return
    held = [modal for quote, tongue in quotes for modal in _modals(quote, tongue)]
    for clause in clauses(text, language):
        for said in _modals(clause.text, language):
            if said.kind is Kind.MUST_NOT or (said.kind is Kind.MAY and has("only", clause.text, language)):
                continue  # only then: it obliges too
            who = [one for one in held if _meet(said.who, one.who)]
            deed = [one for one in held if _meet(said.deed, one.deed)]
            same = (
                [one for one in who if one in deed]
                or [one for one in who if one.kind is not Kind.MUST_NOT]
                or deed
            )
            if same and all(one.kind is not said.kind for one in same):
                yield clause.text.strip()
                break


def sure(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that tell as certain, without any modal word, a deed that the quotes have under "may" only."""
    everything = [word for quote, tongue in quotes for word in content(quote, tongue)]
    held = [
        (modal.deed, content(clause.text, tongue))
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
        for modal in _modals(clause.text, tongue)
        if modal.kind is Kind.MAY
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
    if _SURELY.search(text):
        return False
    return any(has(kind, text, language) for kind in ("permits", "obliges", "supposes")) or any(
        pattern.search(text) for pattern in _MODALS.get(language, {}).values()
    )


def _meet(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return any(best(word, others) >= SAME for word in some)


def _modals(text: str, language: Language) -> Iterator[_Modal]:
    for clause in clauses(text, language):
        for kind, pattern in _MODALS.get(language, {}).items():
            for match in pattern.finditer(clause.text):
                before, after = clause.text[: match.start()], clause.text[match.end() :]
                denied = _NOT_BEFORE.search(before) or _NOT_AFTER.match(after)
                if denied and (kind is Kind.MUST_NOT or _SPARED.match(match[0])):
                    continue  # not obliged is not forbidden
                real = Kind.MUST_NOT if denied else kind
                if real is Kind.MUST_NOT and (
                    has("despite", clause.text, language) or _BUT.search(clause.text)
                ):
                    continue  # not without: only with
                if language is Language.KK:  # the deed stands before its modal word, who at the beginning
                    deed = _content(before, language)[-1:]
                    if not any(KAZAKH_VERB.fullmatch(word.text) for word in deed):  # "let him not …"
                        yield _Modal(real, (), deed)
                else:
                    deed = _content(after, language)[:1]
                    if language is Language.RU:
                        deed += content(" ".join(_ALSO.findall(after)), language)
                    yield _Modal(real, _content(before, language)[-BEFORE:], deed)


def _content(text: str, language: Language) -> list[Word]:
    return [word for word in content(text, language) if word.text.isalpha() and not word.light]
