"""Asks a model for one small JSON object, and takes whatever part of it can be read.

For what a model only suggests, phrases and wordings: nothing that comes from here is shown as fact. Knows
nothing of what is asked for.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress

from assistant.pace import TooLong, TooSlow, paced
from assistant.ports import ChatModel, Message

LONGEST_REPLY = 8_000  # characters

_THOUGHT = "</think>"


def told(
    model: ChatModel, messages: Sequence[Message], schema: Mapping[str, object], seconds: float
) -> dict[str, object]:
    """The last whole object of the reply, `{}` where there is none in time. Raises `ModelServerFailed`."""
    said = ""
    with suppress(TooSlow, TooLong):
        for piece in paced(model.complete(messages, schema), seconds, LONGEST_REPLY):
            said += piece
    return last_object(said.rpartition(_THOUGHT)[2])


def last_object(said: str) -> dict[str, object]:
    """
    >>> last_object('Sure! ```json {"ru": "кража"} ``` Anything else?')
    {'ru': 'кража'}
    """
    decoder = json.JSONDecoder()
    found: dict[str, object] = {}
    at = said.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(said, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found = value if isinstance(value, dict) else found
        at = said.find("{", end)
    return found
