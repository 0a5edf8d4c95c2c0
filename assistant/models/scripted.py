"""A chat model that says what it was told to say, in order. For demonstrations and tests."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.ports import Message

Reply = str | Exception | Callable[[Sequence[Message]], str]


class ScriptedModel:
    """Gives each reply once, in pieces of `piece` characters; the last one for ever after.

    A reply may be an exception, raised after half of nothing, or a function of the messages, which
    knows the ids the prompt offers.
    """

    name = "scripted"

    def __init__(self, *replies: Reply, piece: int = 7) -> None:
        self._replies = list(replies)
        self._piece = piece
        self.asked: list[tuple[Message, ...]] = []

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        del schema  # a script keeps to it or not, as written
        reply = self._replies[min(len(self.asked), len(self._replies) - 1)]
        self.asked.append(tuple(messages))
        if isinstance(reply, Exception):
            raise reply
        text = reply if isinstance(reply, str) else reply(messages)
        for start in range(0, len(text), self._piece):
            yield text[start : start + self._piece]
