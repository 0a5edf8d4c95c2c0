"""Sets a kept answer beside what the same question finds today, and says exactly what differs.

No model is asked. Nothing is changed. Knows no words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.ask import grounds
from assistant.further import Further
from assistant.provenance import text_digest, verdict
from assistant.relevance import Relevance
from assistant.replay import said_again
from casefile.document import Document, DocumentState
from casefile.errors import DocumentUnknown
from casefile.language import Language
from casefile.search import Hit
from ui.records import Kept, Told
from vectorstore.compartment import Compartment
from vectorstore.search import Searcher


class Change(StrEnum):
    """What became of a passage; where several are true, the first."""

    TEXT = "text"  # the same place holds other words
    MISSING = "missing"
    NEW = "new"
    MOVED = "moved"
    SCORE = "score"  # or evidence


class Gone(StrEnum):
    """Why a passage is missing."""

    COLLECTION = "collection"  # its collection is no more
    ERASED = "erased"  # its document is no more
    REPLACED = "replaced"  # its document has a newer version
    HIDDEN = "hidden"  # its document is not readable for search
    RECUT = "recut"  # its document was divided otherwise
    OUTRANKED = "outranked"  # others are better now


@dataclass(frozen=True, slots=True)
class Place:
    rank: int  # from 1
    score: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Difference:
    change: Change
    passage: str
    document: str
    title: str  # "" where the document is no more
    page: int
    was: Place | None
    now: Place | None
    why: Gone | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """A part of the search that was another one: `embedder`, `floor`, or a name of `ui/versions.py`."""

    what: str
    was: str
    now: str
    collection: str = ""  # where it is the matter of one


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement whose verdict or quotes differ; "" where it was not made."""

    text: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Replay:
    kept: Kept
    passages: int  # found then
    differences: tuple[Difference, ...]
    settings: tuple[Setting, ...]
    statements: tuple[Statement, ...]
    refused: tuple[bool, bool]  # then, now

    @property
    def identical(self) -> bool:
        """The same passages in the same order with the same scores, and the same verdicts."""
        return not self.differences and not self.statements and self.refused[0] == self.refused[1]


def replay(
    kept: Kept,
    compartments: Sequence[Compartment],
    searcher: Searcher,
    *,
    relevance: Relevance,
    identify: Callable[[str], Language],
    now: Told,
) -> Replay:
    """`compartments`: those of the record that are still there. `now`: `records.scope`, and the floor."""
    record = kept.provenance
    wordings = {Language(spoken): text for spoken, text in record["wordings"].items()}
    language, limit = Language(record["language"]), record["limit"]
    without = set(record["without"])
    search = Further(searcher, without) if without else searcher
    found = search.find(record["question"], language, limit, wordings) if compartments else []
    there = _still_there(record["hits"], compartments)
    strong = grounds(record["question"], language, found, record["floor"])
    checked = said_again(record, found, there, relevance, identify)
    return Replay(
        kept=kept,
        passages=len(record["hits"]),
        differences=tuple(_differences(record["hits"], found, there, compartments)),
        settings=tuple(_settings(record, now)),
        statements=tuple(_statements(record["verdicts"], [verdict(one) for one in checked])),
        refused=(kept.answer["refused"], not (strong and any(one.supported for one in checked))),
    )


def _still_there(recorded: Sequence[Told], compartments: Sequence[Compartment]) -> dict[str, Hit]:
    """The recorded passages that can be seen today, by id; their scores are those of the record."""
    found: dict[str, Hit] = {}
    for compartment in compartments:
        own = {hit["passage"]: hit for hit in recorded if hit["collection"] == compartment.collection.id}
        for id_, passage in compartment.ledger.passages.get(own).items():
            hit, document = own[id_], compartment.ledger.documents.get(passage.document)
            score, evidence, channels = hit["score"], hit["evidence"], hit["channels"]
            found[id_] = Hit(passage, document, compartment.collection, score, evidence, channels)
    return found


def _differences(
    recorded: Sequence[Told],
    found: Sequence[Hit],
    there: Mapping[str, Hit],
    compartments: Sequence[Compartment],
) -> Iterator[Difference]:
    """In the order of the record, then what is new."""
    today = {hit.passage.id: (Place(rank, hit.score, hit.evidence), hit) for rank, hit in enumerate(found, 1)}
    for rank, hit in enumerate(recorded, 1):
        id_, was = hit["passage"], Place(rank, hit["score"], hit["evidence"])
        now = today[id_][0] if id_ in today else None
        seen = today[id_][1] if id_ in today else there.get(id_)
        why, title = None, seen.document.title if seen else ""
        if seen and text_digest(seen.passage.text) != hit["text_sha256"]:
            change = Change.TEXT
        elif now is None:
            change, (why, title) = Change.MISSING, _gone(hit, compartments)
        elif now != was:
            change = Change.MOVED if now.rank != was.rank else Change.SCORE
        else:
            continue
        yield Difference(change, id_, hit["document"], title, hit["page"], was, now, why)
    known = {hit["passage"] for hit in recorded}
    for id_, (place, new) in today.items():
        if id_ not in known:
            document, page = new.document, new.passage.locator.page
            yield Difference(Change.NEW, id_, document.id, document.title, page, None, place)


def _gone(hit: Told, compartments: Sequence[Compartment]) -> tuple[Gone, str]:
    """Why a passage is not found, and the title of its document."""
    home = next((c for c in compartments if c.collection.id == hit["collection"]), None)
    if home is None:
        return Gone.COLLECTION, ""
    try:
        document = home.ledger.documents.get(hit["document"])
    except DocumentUnknown:
        return Gone.ERASED, ""
    return _why(document, visible=bool(home.ledger.passages.get([hit["passage"]]))), document.title


def _why(document: Document, *, visible: bool) -> Gone:
    if document.state is DocumentState.SUPERSEDED:
        return Gone.REPLACED
    if document.state is not DocumentState.INDEXED:
        return Gone.HIDDEN
    return Gone.OUTRANKED if visible else Gone.RECUT


def _settings(record: Told, now: Told) -> Iterator[Setting]:
    if record["floor"] != now["floor"]:
        yield Setting("floor", str(record["floor"]), str(now["floor"]))
    embedders = {one["id"]: one["embedder"] for one in now["collections"]}
    for one in record["collections"]:
        if one["embedder"] != (today := embedders.get(one["id"], "")):
            yield Setting("embedder", one["embedder"], today, one["name"])
    was, today_ = record["versions"], now["versions"]
    for what in dict.fromkeys([*was, *today_]):
        if was.get(what, "") != today_.get(what, ""):
            yield Setting(what, was.get(what, ""), today_.get(what, ""))


def _statements(was: Sequence[Told], now: Sequence[Told]) -> Iterator[Statement]:
    """Those that are not the same to the last quote."""
    before, after = {one["text"]: one for one in was}, {one["text"]: one for one in now}
    for text in dict.fromkeys([*before, *after]):
        one, other = before.get(text), after.get(text)
        if one != other:
            yield Statement(text, one["verdict"] if one else "", other["verdict"] if other else "")
