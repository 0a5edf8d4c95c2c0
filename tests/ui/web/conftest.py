"""A small desk with one case, one law and one guidance, and the nouns it answers with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from assistant.answered import Answered, Claimed, Event, Sources
from assistant.turn import Turn
from casefile.answer import Against, Answer, Citation, Claim, Searched, Verdict
from casefile.collection import Collection, CollectionKind, collection_name
from casefile.document import Document, DocumentState, Page
from casefile.errors import (
    CollectionKindDiffers,
    CollectionUnknown,
    DocumentUnknown,
    FileEncrypted,
    RecordUnknown,
)
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Passage
from casefile.search import Hit
from ingest.outcome import Failed, Incoming, Indexed, Outcome, Unchanged
from ui.contract import answer_json
from ui.history import Told
from ui.records import Kept
from ui.report import Shelf

CASE = Collection("c1", "Іс 2026-14", CollectionKind.CASE, "")
LAW = Collection("l1", "Оқу заңы", CollectionKind.LAW, "")
TEXT = "Алдымен. Ақша 850 000 теңге шотқа түскен. Соңы."
QUOTE = "Ақша 850 000 теңге шотқа түскен."


def hit(
    text: str = TEXT,
    *,
    start: int = 0,
    collection: Collection = CASE,
    law: LawRef | None = None,
    title: str = "Арыз",
    media_type: str = "text/plain",
) -> Hit:
    document = Document(
        "d" * 64, title, media_type, Language.KK, 1, "", DocumentState.INDEXED, "", ("арыз.txt",)
    )
    at = Locator(2, start, start + len(text), law)
    passage = Passage("p" + str(abs(hash(text)))[:8], document.id, at, text, Language.KK, "")
    return Hit(passage, document, collection, 0.9, 0.9, {})


def cite(n: int, found: Hit, quote: str) -> Citation:
    start = found.passage.locator.start + found.passage.text.index(quote)
    return Citation(n, found, quote, start, start + len(quote))


def answer(*claims: Claim, citations: Sequence[Citation] = (), notices: Sequence[str] = ()) -> Answer:
    searched = Searched(("Іс 2026-14",), 12, 3)
    refused = not claims
    return Answer("?", Language.KK, refused, claims, tuple(citations), tuple(notices), searched, "r1")


class SmallDesk:
    """Answers every question with one quote; knows files by their first bytes."""

    def __init__(self) -> None:
        self.shelves = [Shelf(CASE, 14, 210, 3), Shelf(LAW, 1, 40, 0)]
        self.received: list[tuple[str, bytes]] = []
        self.told: list[tuple[str, Told]] = []  # (conversation, turn)

    def collections(self) -> list[Shelf]:
        return self.shelves

    def ingest(
        self, name: str, kind: CollectionKind | None, files: Iterable[Incoming], received_by: str
    ) -> Iterator[Outcome]:
        assert received_by
        name = collection_name(name)
        if name == LAW.name and kind not in (None, CollectionKind.LAW):
            raise CollectionKindDiffers(name=name, kind=LAW.kind, asked=kind)
        for file in files:
            content = file.path.read_bytes()
            seen = content in [before for _, before in self.received]
            self.received.append((file.name, content))
            if content.startswith(b"secret"):
                yield Failed(file.name, FileEncrypted(path=file.name))
            elif seen:
                yield Unchanged(file.name, "d")
            else:
                yield Indexed(file.name, "d", pages=3, unread_pages=1, passages=12)

    def turns(self, conversation: str, names: Sequence[str]) -> list[Told]:
        return [turn for about, turn in self.told if names and about == conversation]

    def ask(
        self,
        text: str,
        names: Sequence[str],
        fallback: Language,
        conversation: str = "",
        *,
        against: bool = False,
    ) -> Iterator[Event]:
        assert names and fallback
        known = [shelf.collection.name for shelf in self.shelves]
        for name in names:
            if name not in known:
                raise CollectionUnknown(name=name, known=", ".join(known))
        if "жоқ" in text:
            yield Sources(())
            yield Answered(answer(notices=["Дәлел жоқ."]))
            return
        found = hit()
        citation = cite(1, found, QUOTE)
        claim = Claim(QUOTE, Verdict.SUPPORTED, (1,))
        yield Sources((found,))
        yield Claimed(claim, (citation,))
        given = answer(claim, citations=[citation])
        if against:
            given = replace(given, against=Against((), "Қарсы ештеңе табылмады."))
        if conversation:
            turn = Turn(f"{text} <Ақша>", Language.KK)
            kept = answer_json(given) | {"understood": turn.question}
            self.told.append((conversation, Told(turn, text, kept)))
        yield Answered(given)

    def page(self, id_: str, number: int) -> Page:
        if id_ != hit().document.id:
            raise DocumentUnknown(document=id_)
        return Page(number, f"Басы. {TEXT}")

    def kept(self, id_: str) -> Kept:
        if id_ != "r1":
            raise RecordUnknown(record=id_)
        citation = cite(1, hit(), QUOTE)
        told = answer(Claim(QUOTE, Verdict.SUPPORTED, (1,)), citations=[citation])
        how = {"question": "Ақша?", "hits": [], "searched_with": [], "model": "", "composer": "extractive"}
        return Kept("r1", "2026-01-05T09:00:00+00:00", hit().collection, answer_json(told), how)


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()
