"""What an answer comes as: its sources, each statement once it is verified, and the whole."""

from dataclasses import dataclass

from casefile.answer import Answer, Citation, Claim
from casefile.search import Hit


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found, best first; also before a refusal."""

    hits: tuple[Hit, ...]
    understood: str = ""  # as in the answer


@dataclass(frozen=True, slots=True)
class Claimed:
    """A verified statement with the citations it names."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The whole answer, recorded."""

    answer: Answer


Event = Sources | Claimed | Answered
