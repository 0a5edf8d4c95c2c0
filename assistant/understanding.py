"""What a question means in its conversation: by rules, or as a model says it, if it invents nothing.

A model's wording is taken only if every number, reference, name and content word of it stands in the
question or in an earlier one, and if it has kept what the question itself names. Else the rules stand.
"""

from collections.abc import Sequence

from assistant.conversation import MOST_TOPIC, Because, Standalone, standalone
from assistant.generative import visible
from assistant.names import Name, Names, names
from assistant.number_proofs import unproved
from assistant.numbers import quantities
from assistant.polarity import clauses
from assistant.ports import ChatModel, Message
from assistant.question_words import Kind, words
from assistant.relevance import truncated
from assistant.told import told
from assistant.turn import Turn
from assistant.wording import SECONDS
from casefile.errors import ModelServerFailed
from casefile.language import Language
from casefile.lawref_parse import find_refs
from prompts.render import render

LONGEST = 300  # characters of a model's question
HEARD = 3  # earlier questions that it reads

PLAIN = (Kind.ASKS, Kind.BINDS, Kind.POINTS)  # kinds of words that say nothing of their own

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}


def understood(
    question: str,
    language: Language,
    before: Sequence[Turn],
    model: ChatModel | None = None,
    seconds: float = SECONDS,
) -> Standalone:
    """Never raises for the model: where it is late, silent or inventive, the rules decide."""
    ruled = standalone(question, language, before)
    own = sum(word.kind is Kind.TOPIC for word in words(question, language))
    exact = ruled.because in (Because.FURTHER, Because.PLACE) or own > MOST_TOPIC
    if model is None or not before or exact:
        return ruled
    said = _said(question, language, before[-HEARD:], model, seconds)
    if not said or said in (question, ruled.text) or not invents_nothing(said, question, language, before):
        return ruled
    return Standalone(said, Because.MODEL)


def invents_nothing(said: str, question: str, language: Language, before: Sequence[Turn]) -> bool:
    """Whether a wording adds nothing to these questions, turns nothing round and keeps the new numbers."""
    proofs = [(question, language), *((turn.question, turn.language) for turn in before)]
    texts = [text for text, _ in proofs]
    known = Names(texts)
    places = {found.ref for text in texts for found in find_refs(text)}
    kept = {quantity.number for quantity in quantities(said, language)}
    return (
        not unproved(said, language, proofs)
        and _denies_alike(said, question, language, proofs)
        and all(known.hold(name.word) or _opener(name, language) for name in names(said, language))
        and all(any(place.covers(found.ref) for place in places) for found in find_refs(said))
        and all(quantity.number in kept for quantity in quantities(question, language))
        and _content(said, language, texts)
    )


def _denies_alike(
    said: str, question: str, language: Language, proofs: Sequence[tuple[str, Language]]
) -> bool:
    """No denial that nobody made, and the one of the new question is kept."""
    denies = _denies(said, language)
    made = any(_denies(text, tongue) for text, tongue in proofs)
    return (made or not denies) and (denies or not _denies(question, language))


def _denies(text: str, language: Language) -> bool:
    return any(clause.denies for clause in clauses(text, language))


def _opener(name: Name, language: Language) -> bool:
    """A first word is written with a capital though it only asks."""
    return name.opens and all(word.kind in PLAIN for word in words(name.word, language))


def _content(said: str, language: Language, texts: Sequence[str]) -> bool:
    """Whether each word that does more than ask or join begins like a word of the questions."""
    stems = [stem for text in texts for stem in truncated(text, language)]
    own = " ".join(word.text for word in words(said, language) if word.kind not in PLAIN)
    return all(
        any(stem.startswith(known) or known.startswith(stem) for known in stems)
        for stem in truncated(own, language)
    )


def _said(question: str, language: Language, before: Sequence[Turn], model: ChatModel, seconds: float) -> str:
    earlier = "\n".join(f"- {visible(turn.question)}" for turn in before)
    asked = render("standalone", language, earlier=earlier, question=visible(question))
    try:
        reply = told(model, [Message("user", asked)], SCHEMA, seconds)
    except ModelServerFailed:
        return ""
    said = reply.get("question")
    text = " ".join(said.split()) if isinstance(said, str) else ""
    return text if len(text) <= LONGEST else ""
