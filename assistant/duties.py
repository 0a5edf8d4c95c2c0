"""Finds duties in the place of rights, and rights in the place of duties, by what stands beside the word.

"The lawyer must" over "the lawyer may": the same one before the modal word, or the same deed after it. Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.meaning import Word, best, content
from assistant.polarity import clauses, has
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # likeness from which two words are one
BEFORE, AFTER = 2, 1  # words beside the modal one that may be who and what
_MODALS = {
    Language.RU: {
        "permits": re.compile(r"\b(?:мо(?:жет|гут)|вправе|имеет\s+право|имеют\s+право)\b", re.IGNORECASE),
        "obliges": re.compile(r"\b(?:обязан\w*|долж\w+|подлеж\w+|необходимо|следует|надлежит)\b", re.IGNORECASE),
    },
    Language.EN: {
        "permits": re.compile(r"\b(?:may(?!\s+be\s+(?:\w+\s+)?(?:imprison|fin|punish|sentenc|jail|depriv|arrest)\w*)|can|is\s+entitled\s+to|are\s+entitled\s+to)\b", re.IGNORECASE),
        "obliges": re.compile(
            r"\b(?:must|shall|has\s+to|have\s+to|(?:is|are)\s+(?:required|obliged|bound)\s+to)\b", re.IGNORECASE
        ),
    },
    Language.KK: {
        "permits": re.compile(r"\b(?:алады|құқылы|мүмкін)\b", re.IGNORECASE),
        "obliges": re.compile(r"\b(?:міндетті|тиіс|керек|қажет)\b", re.IGNORECASE),
    },
}
_NOT = re.compile(r"\bне\s*$|^\s*(?:not|never|only\s+then|емес)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\b(?:либо|или|и|а\s+также)\s+(\w{3,}(?:ть|ти|чь|ться|тись))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Modal:
    obliges: bool
    who: Sequence[Word]
    deed: Sequence[Word]


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
            if not said.obliges and has("only", clause.text, language):
                continue  # only then: it obliges too
            who = [one for one in held if _meet(said.who, one.who)]
            deed = [one for one in held if _meet(said.deed, one.deed)]
            same = [one for one in who if one in deed] or who or deed
            if same and all(one.obliges is not said.obliges for one in same):
                yield clause.text.strip()
                break


def _meet(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return any(best(word, others) >= SAME for word in some)


def _modals(text: str, language: Language) -> Iterator[_Modal]:
    for clause in clauses(text, language):
        for kind, pattern in _MODALS[language].items() if language in _MODALS else ():
            for match in pattern.finditer(clause.text):
                before, after = clause.text[: match.start()], clause.text[match.end() :]
                if _NOT.search(before) or _NOT.match(after):
                    continue
                if language is Language.KK:  # the deed stands before its modal word, who at the beginning
                    deed, who = _beside(before, language, -1)[-1:], list[Word]()
                else:
                    deed, who = _beside(after, language, 1), _beside(before, language, -1)
                    if language is Language.RU:
                        deed += content(" ".join(_INFINITIVE.findall(after)), language)
                yield _Modal(kind == "obliges", who, deed)


def _beside(text: str, language: Language, side: int) -> list[Word]:
    words = [word for word in content(text, language) if word.text.isalpha() and not word.light]
    return words[-BEFORE:] if side < 0 else words[:AFTER]
