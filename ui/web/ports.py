"""What the web page needs of a desk. `ui.desk.Desk` is one; the tests bring a small one of their own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from assistant.answered import Event
from casefile.collection import CollectionKind
from casefile.document import Page
from casefile.language import Language
from ingest.outcome import Incoming, Outcome
from ui.history import Told
from ui.records import Kept
from ui.report import Shelf


class Desk(Protocol):
    """Called from several threads at once."""

    def collections(self) -> list[Shelf]: ...

    def ingest(
        self, name: str, kind: CollectionKind | None, files: Iterable[Incoming], received_by: str
    ) -> Iterator[Outcome]: ...

    def ask(
        self,
        text: str,
        names: Sequence[str],
        fallback: Language,
        conversation: str = "",
        *,
        against: bool = False,
    ) -> Iterator[Event]: ...

    def turns(self, conversation: str, names: Sequence[str]) -> list[Told]: ...

    def page(self, id_: str, number: int) -> Page: ...

    def kept(self, id_: str) -> Kept: ...
