"""Lets a model draft everyday phrases for an article. They are drafts: somebody must read them.

Knows nothing of where they are kept.
"""

from collections.abc import Iterator

from assistant.ports import ChatModel, Message
from assistant.told import told
from casefile.language import Language
from prompts.render import render

PHRASES = 5  # asked for
SECONDS = 60.0
TEXT = 1_500  # characters of the article that the model reads
FEWEST_WORDS, MOST_WORDS = 3, 9

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"phrases": {"type": "array", "items": {"type": "string"}}},
    "required": ["phrases"],
    "additionalProperties": False,
}


def phrasings(
    model: ChatModel, title: str, text: str, language: Language, seconds: float = SECONDS
) -> Iterator[str]:
    """Phrases of fitting length, each once. Raises `ModelServerFailed`."""
    asked = render("index_terms", language, count=PHRASES, title=title, text=text[:TEXT])
    reply = told(model, [Message("user", asked)], SCHEMA, seconds)
    given = reply.get("phrases")
    seen: set[str] = set()
    for phrase in given if isinstance(given, list) else []:
        said = " ".join(phrase.replace("|", " ").split()) if isinstance(phrase, str) else ""
        if FEWEST_WORDS <= len(said.split()) <= MOST_WORDS and said.lower() not in seen:
            seen.add(said.lower())
            yield said
