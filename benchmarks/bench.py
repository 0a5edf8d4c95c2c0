"""What the measurements share: the shared data, a place to work, and the corpus ingested once."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.corpus import GUIDANCE, LAWS, files
from benchmarks.process import DALEL, Run, run
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.search import Hit
from ingest.outcome import Failed, Incoming
from ui.desk import Desk
from ui.settings import read_settings
from ui.wiring import open_desk

BOTH = (LAWS, GUIDANCE)


@dataclass
class Bench:
    shared: Path
    work: Path  # emptied by its owner

    @cached_property
    def ingestion(self) -> dict[str, Run]:
        """`dalel ingest` of every collection of the corpus, timed."""
        kinds = {LAWS: CollectionKind.LAW, GUIDANCE: CollectionKind.GUIDANCE}
        to = ["--data", str(self.work / "corpus"), "--json"]
        return {
            name: run([DALEL, "ingest", *map(str, paths), "-c", name, "--kind", kinds[name], *to])
            for name, paths in files(self.shared).items()
        }

    @property
    def data(self) -> Path:
        """A data directory that holds the whole corpus."""
        assert self.ingestion
        return self.work / "corpus"

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The whole corpus, opened in this process."""
        with opened(self.data) as desk:
            yield desk


@contextmanager
def opened(data: Path) -> Iterator[Desk]:
    with closing(open_desk(read_settings(data=data, lang=Language.EN))) as desk:
        yield desk


def take_in(desk: Desk, name: str, kind: CollectionKind, paths: Iterable[Path]) -> None:
    incoming = [Incoming(path, path.name) for path in paths]
    for outcome in desk.ingest(name, kind, incoming, received_by="benchmark"):
        assert not isinstance(outcome, Failed), outcome


def article_of(hit: Hit) -> tuple[str, str]:
    """The act and article a passage belongs to."""
    law = hit.passage.locator.law
    return (law.act, law.article) if law else ("", "")
