"""What is proposed as true, and what the verifier says of it."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.answer import Citation, Claim, Verdict


class Reason(StrEnum):
    """Why a statement is not supported."""

    NO_QUOTE = "no_quote"
    TOO_LONG = "too_long"
    PASSAGE_UNKNOWN = "passage_unknown"
    QUOTE_TOO_SHORT = "quote_too_short"
    QUOTE_TOO_LONG = "quote_too_long"
    QUOTE_MISSING = "quote_missing"
    QUOTE_CUTS_WORD = "quote_cuts_word"
    QUOTE_CUTS_NEGATION = "quote_cuts_negation"
    SPEECH = "speech"  # words between quotation marks that are in no quote
    REFERENCE = "reference"
    NUMBER = "number"
    NEGATION = "negation"  # what the quotes deny is said, or the reverse
    DUTY = "duty"  # what the quotes permit is said to be a duty, or the reverse
    CERTAINTY = "certainty"  # what the quotes suppose is said to be a fact
    SCOPE = "scope"  # an exception of the quotes is dropped, or "always" is added
    ADDED = "added"  # a word that the quote, otherwise repeated, does not have
    NAME = "name"
    LINK = "link"
    ORDER = "order"  # the quote holds words that speak to a language model
    PERHAPS_ORDER = "perhaps_order"  # that may, in a case file
    CONCEALED = "concealed"  # the original does not show the quote
    LANGUAGE = "language"


PARTIAL = frozenset(
    {
        Reason.SPEECH,
        Reason.REFERENCE,
        Reason.NUMBER,
        Reason.NEGATION,
        Reason.DUTY,
        Reason.CERTAINTY,
        Reason.SCOPE,
    }
    | {Reason.ADDED, Reason.NAME}
)
"""Doubts about a part of a statement whose quotes stand where they should."""


@dataclass(frozen=True, slots=True)
class Quoted:
    passage: str  # id
    quote: str


@dataclass(frozen=True, slots=True)
class Proposed:
    text: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    reason: Reason
    about: str  # the words in doubt


@dataclass(frozen=True, slots=True)
class Checked:
    """`claim.citations` number `citations`; an unsupported claim keeps those that could be located."""

    claim: Claim
    citations: tuple[Citation, ...]
    doubts: tuple[Doubt, ...]

    @property
    def supported(self) -> bool:
        return self.claim.verdict is Verdict.SUPPORTED
