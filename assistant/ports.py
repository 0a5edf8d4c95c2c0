"""What an answer needs from outside: search, a chat model, a place to keep the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from casefile.answer import Answer, Searched
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.search import Hit


class Search(Protocol):
    def find(
        self, text: str, language: Language, limit: int, also: Mapping[Language, str] = ...
    ) -> list[Hit]:
        """`also`: the question in other words, which may find more."""
        ...

    def searched(self) -> Searched:
        """What `find` looks through."""
        ...

    def languages(self) -> tuple[Language, ...]:
        """Of what `find` looks through; for a refusal, since it may take a while."""
        ...

    def spelled(self, text: str) -> str:
        """The text in the letters it is searched in: Kazakh typed in Latin letters in Cyrillic ones."""
        ...

    def law(self, ref: LawRef) -> list[Passage]:
        """The passages of laws and guidance, among those, that are of this place."""
        ...

    def articles(self, act: str) -> set[str]:
        """The numbers of an act's articles among those; of every act's for ""."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    role: str  # "system" or "user"
    text: str


class ChatModel(Protocol):
    @property
    def name(self) -> str:
        """Identity of the model, for the record."""
        ...

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Iterator[str]:
        """Pieces of the reply as they come; asked to keep to the JSON schema, which it may not.

        Raises `casefile.errors.ModelServerFailed`.
        """
        ...


class Records(Protocol):
    def keep(self, answer: Answer, provenance: Mapping[str, object]) -> str:
        """Store everything needed to repeat the answer; returns the record's id."""
        ...
