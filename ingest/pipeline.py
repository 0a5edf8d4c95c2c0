"""Files into a compartment, one straight line: hash, keep, read, split, embed, index, make visible.

One broken file is an outcome and the run goes on; an unusable store is an exception and the run
stops. Outcomes are given only for what is durable: a file is `Indexed` once the ledger and both
indexes have acknowledged it. Knows nothing of screens and settings.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from casefile.document import DocumentState, Page, Reading
from casefile.errors import FileRefused, FileUnreadable
from casefile.language import Language
from casefile.originals import fingerprint
from casefile.passage import Passage
from ingest import sandbox
from ingest.outcome import Failed, Incoming, Indexed, Outcome, Unchanged
from ingest.split import split
from vectorstore.compartment import Compartment, Indexes

GROUP_PASSAGES = 2_000  # acknowledged together: a commit of both indexes costs tens of milliseconds
GROUP_SECONDS = 2.0  # but nobody waits much longer than this for an outcome
AHEAD = 2  # files in reading by child processes while the one before is split and embedded

Identify = Callable[[str], Language]


@dataclass(frozen=True, slots=True)
class Reader:
    """A file that is kept, and being read by a child process."""

    incoming: Incoming
    document: str
    result: Future[tuple[Reading, Iterator[Page]]]


@dataclass(slots=True)
class Group:
    """Files that are in the ledger and wait for the indexes."""

    files: list[tuple[str, Incoming]] = field(default_factory=list)  # document, file
    passages: list[Passage] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)

    def full(self) -> bool:
        late = bool(self.files) and time.monotonic() - self.since > GROUP_SECONDS
        return late or len(self.passages) >= GROUP_PASSAGES


def take_in(
    compartment: Compartment, files: Iterable[Incoming], *, identify: Identify, received_by: str
) -> Iterator[Outcome]:
    """One outcome per file; then one for each that an earlier, killed run left unfinished.

    Raises `StoreUnusable`. Repeating it, also after being killed at any instant, is harmless.
    """
    intake = Intake(compartment, identify, received_by)
    yield from intake.run(files)
    yield from intake.run(intake.twins)
    originals, unfinished = compartment.originals, compartment.ledger.documents.unfinished()
    yield from intake.run(Incoming(originals.path(document), name) for document, name in unfinished)


class Intake:
    """One run. Remembers what it has seen, so that copies of one file are read once."""

    def __init__(self, compartment: Compartment, identify: Identify, received_by: str) -> None:
        self._compartment, self._identify, self._received_by = compartment, identify, received_by
        self._documents = compartment.ledger.documents
        self._errors: dict[str, FileRefused | None] = {}  # by document; None while not (yet) refused
        self.twins: list[Incoming] = []  # copies of a file that was still on its way

    def run(self, files: Iterable[Incoming]) -> Iterator[Outcome]:
        group, reading = Group(), deque[Reader]()
        with ThreadPoolExecutor(max_workers=AHEAD) as readers, ThreadPoolExecutor(max_workers=1) as writer:
            written: Future[list[Indexed]] = writer.submit(list)
            for incoming in files:
                received = self._receive(incoming, readers)
                if isinstance(received, Reader):
                    reading.append(received)
                elif received is not None:
                    yield received
                if len(reading) > AHEAD:
                    yield from self._finish(reading.popleft(), group)
                if group.full():  # its indexes are written while the next files are split
                    yield from written.result()
                    written, group = writer.submit(self._acknowledge, group), Group()
            while reading:
                yield from self._finish(reading.popleft(), group)
            yield from written.result()
            yield from self._acknowledge(group)

    def _receive(self, incoming: Incoming, pool: ThreadPoolExecutor) -> Reader | Outcome | None:
        """Hash and keep the file; None if a copy of it is on its way."""
        name, originals = incoming.name, self._compartment.originals
        try:
            if incoming.reason:
                raise FileUnreadable(path=name, reason=incoming.reason)
            document = fingerprint(incoming.path, name)
            if not originals.path(document).exists():
                document = originals.keep(incoming.path, name)
        except FileRefused as error:
            self._compartment.ledger.journal.note("refused", path=name, detail=error.code)
            return Failed(name, error)
        size = originals.path(document).stat().st_size
        state = self._documents.receive(document, name, size=size, received_by=self._received_by)
        if state is DocumentState.INDEXED:
            if replaced := self._documents.replaced_by(document, name):  # a copy of it was written over them
                with self._compartment.changing() as indexes:
                    self._replace(indexes, [(document, name)], replaced)
            return Unchanged(name, document)
        if document in self._errors:
            refused = self._errors[document]
            if refused is None:
                self.twins.append(incoming)
                return None
            return Failed(name, type(refused)(**{**refused.facts, "path": name}))
        self._errors[document] = None
        kept, scratch = originals.path(document), self._compartment.scratch
        return Reader(incoming, document, pool.submit(sandbox.read, kept, name, scratch=scratch))

    def _finish(self, reader: Reader, group: Group) -> Iterator[Failed]:
        """Split what was read, into the ledger and the group."""
        document, name = reader.document, reader.incoming.name
        passages: list[Passage] = []
        try:
            reading, pages = reader.result.result()
            title = reading.title or Path(name).name
            items = _with_passages(document, title, reading.act, pages, self._identify)
            self._documents.keep_reading(document, title, reading.media_type, _noting(items, passages))
        except FileRefused as error:
            self._errors[document] = error
            self._documents.refuse(document, name, error.code)
            yield Failed(name, error)
            return
        group.files.append((document, reader.incoming))
        group.passages.extend(passages)

    def _acknowledge(self, group: Group) -> list[Indexed]:
        """Embed, write both indexes, then make the group visible in the ledger."""
        if not group.files:
            return []
        files = [(document, incoming.name) for document, incoming in group.files]
        with self._compartment.changing() as indexes:
            if group.passages:
                vectors = self._compartment.embed(group.passages)
                indexes.dense.upsert([passage.id for passage in group.passages], vectors)
                indexes.lexical.upsert(group.passages)
                indexes.lexical.commit()
            replaced = sorted({old for file in files for old in self._documents.replaced_by(*file)})
            self._replace(indexes, files, replaced)
        return [self._indexed(document, name) for document, name in files]

    def _replace(self, indexes: Indexes, files: Sequence[tuple[str, str]], replaced: Sequence[str]) -> None:
        """Make these (document, path) visible, and what they replace disappear, ledger first."""
        self._documents.mark_indexed(files, replaced)
        if gone := [p.id for old in replaced for p in self._compartment.ledger.passages.of(old)]:
            indexes.dense.delete(gone)
            indexes.lexical.delete(gone)
            indexes.lexical.commit()

    def _indexed(self, document: str, name: str) -> Indexed:
        counts = self._documents.reading_counts(document)
        return Indexed(name, document, counts.pages, counts.unread_pages, counts.passages)


def _with_passages(
    document: str, title: str, act: str, pages: Iterator[Page], identify: Identify
) -> Iterator[Page | Passage]:
    """Each page, then its passages; the splitter sees the pages in order and keeps its place."""
    seen: list[Page] = []

    def watched() -> Iterator[Page]:
        for page in pages:
            seen.append(page)
            yield page

    for passage in split(document, title, act, watched(), identify):
        yield from seen
        seen.clear()
        yield passage
    yield from seen


def _noting(items: Iterable[Page | Passage], passages: list[Passage]) -> Iterator[Page | Passage]:
    for item in items:
        if isinstance(item, Passage):
            passages.append(item)
        yield item
