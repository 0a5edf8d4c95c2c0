"""A collection on disk whose model is changed; run as a program it changes it, slowly, to be killed.

python -m tests.vectorstore.reembedding FOLDER LOG
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from casefile.clock import now
from casefile.collection import Collection, CollectionKind
from casefile.document import Page
from casefile.language import Language
from casefile.locator import Locator
from casefile.passage import Passage, passage_id
from tests.models import Letters
from vectorstore.analysis import Analyser
from vectorstore.chroma import ChromaIndex
from vectorstore.compartment import Compartment
from vectorstore.indexes import IndexMakers
from vectorstore.ports import Embedder
from vectorstore.reembed import reembed
from vectorstore.tantivy_index import TantivyIndex

ANALYSER = Analyser()
MAKERS = IndexMakers(ChromaIndex, lambda folder: TantivyIndex(folder, ANALYSER), "test")
STEP = 4


def opened(folder: Path, wanted: Embedder, built_in: Embedder) -> Compartment:
    return Compartment(Collection("c", "c", CollectionKind.CASE, now()), folder, wanted, MAKERS, built_in)


def take_in(compartment: Compartment, texts: Iterable[str]) -> None:
    """One document a text, made visible together as `ingest/pipeline.py` does it."""
    documents = compartment.ledger.documents
    passages = []
    for text in texts:
        id_ = hashlib.sha256(text.encode()).hexdigest()
        span = Locator(1, 0, len(text))
        passage = Passage(passage_id(id_, 1, 0, len(text), "test"), id_, span, text, Language.RU, "")
        documents.receive(id_, id_, size=1, received_by="tests")
        documents.keep_reading(id_, id_, "text/plain", [Page(1, text), passage])
        passages.append(passage)
    if not passages:
        return
    with compartment.changing() as indexes:
        indexes.dense.upsert([passage.id for passage in passages], compartment.embed(passages))
        indexes.lexical.upsert(passages)
        indexes.lexical.commit()
        documents.mark_indexed([(passage.document, passage.document) for passage in passages], [])


def take_out(compartment: Compartment, text: str) -> None:
    id_ = hashlib.sha256(text.encode()).hexdigest()
    with compartment.changing() as indexes:
        compartment.ledger.documents.mark_indexed([], [id_])
        gone = [passage.id for passage in compartment.ledger.passages.of(id_)]
        indexes.dense.delete(gone)
        indexes.lexical.delete(gone)
        indexes.lexical.commit()


if __name__ == "__main__":
    slow = Letters("new", seconds=0.01, log=Path(sys.argv[2]))
    compartment = opened(Path(sys.argv[1]), slow, Letters("built-in"))
    for progress in reembed(compartment, STEP):
        sys.stdout.write(f"{progress.made} {progress.passages}\n")
        sys.stdout.flush()
    compartment.close()
    sys.stdout.write("done\n")
