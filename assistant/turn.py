"""An earlier question of a conversation, and what its answer cited."""

from dataclasses import dataclass

from assistant.question_words import Kind, words
from casefile.language import Language
from casefile.lawref import LawRef

MARKS = " ?!.…"


@dataclass(frozen=True, slots=True)
class Turn:
    question: str  # as it was understood: it stands alone
    language: Language
    refs: tuple[LawRef, ...] = ()  # of the laws and guidance cited, in the order of their citations
    passages: tuple[str, ...] = ()  # ids of those cited


def unasked(question: str) -> str:
    """The question without the marks at its end."""
    return question.rstrip(MARKS)


def lowered(text: str, language: Language) -> str:
    """The text with its first letter small, where its first word names nobody: it asks, joins or measures."""
    first = next(iter(words(text, language)), None)
    if first is None or first.start or first.kind is Kind.TOPIC or text[1:2].isupper():
        return text
    return text[0].lower() + text[1:]
