"""What a search was made of, by name: whatever differs here may explain another result."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import assistant
import casefile
import prompts
import vectorstore
from ingest.split import SPLITTER
from vectorstore.lexicon import BUILT_IN as LEXICON
from vectorstore.rerank import Reranking
from vectorstore.subject_index.phrases import BUILT_IN as PHRASES

PACKAGES = (assistant, casefile, prompts, vectorstore)
APART = (".pyc", ".safetensors")  # the table has a name of its own
SHOWN = 16  # characters of a digest


def versions(indexes: str, sentences: str, subjects: str, reranking: Reranking | None) -> Mapping[str, str]:
    """`indexes`: formats; `sentences`, `subjects`: names of the built-in embedder and the subject index."""
    reranker = reranking.name if reranking else ""
    return {
        "program": program(),
        "indexes": indexes,
        "splitter": SPLITTER,
        "lexicon": digest(LEXICON),
        "subject_index": subjects,
        "sentences": sentences,
        "reranker": f"{reranker} {reranking.top}" if reranking and reranker else "",
    }


@cache
def program() -> str:
    """The release, and a digest of the code and the small data that search and verification are made of."""
    told = hashlib.sha256()
    for path in _files():
        content = path.read_bytes()
        told.update(f"{path.name} {len(content)}\n".encode() + content)
    try:
        release = version("dalel")
    except PackageNotFoundError:  # a checkout that nobody installed
        release = "0"
    return f"{release} {told.hexdigest()[:SHOWN]}"


@cache
def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:SHOWN]


def _files() -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted(Path(str(package.__file__)).parent.rglob("*")):
            if (
                path.is_file()
                and path.suffix not in APART
                and path != LEXICON
                and PHRASES not in path.parents
            ):
                yield path
