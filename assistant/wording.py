"""Lets a model say an everyday question in the words of the law, in Kazakh and in Russian, for search.

The wordings only help to find: an answer is still composed and verified against the question as it was asked.
"""

from collections.abc import Mapping

from assistant.generative import visible
from assistant.ports import ChatModel, Message
from assistant.told import told
from casefile.errors import ModelServerFailed
from casefile.language import Language
from prompts.render import render

SECONDS = 15.0  # then search goes on without
LONGEST = 300  # characters of a wording
LANGUAGES = (Language.KK, Language.RU)  # of the laws

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {language.value: {"type": "string"} for language in LANGUAGES},
    "required": [language.value for language in LANGUAGES],
    "additionalProperties": False,
}

Wordings = Mapping[Language, str]


def wordings(question: str, language: Language, model: ChatModel, seconds: float = SECONDS) -> Wordings:
    """By language; none where the model does not answer in time or in our form. Never raises for it."""
    asked = Message("user", render("wording", language, question=visible(question)))
    try:
        reply = told(model, [asked], SCHEMA, seconds)
    except ModelServerFailed:
        return {}
    given = {spoken: reply.get(spoken.value) for spoken in LANGUAGES}
    said = {spoken: " ".join(text.split()) for spoken, text in given.items() if isinstance(text, str)}
    return {
        spoken: text
        for spoken, text in said.items()
        if 0 < len(text) <= LONGEST and text.lower() != question.strip().lower()
    }
