"""The retriever for LlamaIndex: its document's example runs, and it finds what the product finds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from casefile.collection import CollectionKind
from casefile.errors import CollectionUnknown, QuestionEmpty
from casefile.language import Language
from ingest.outcome import Incoming
from ui.cli.session import opened
from ui.llamaindex import DalelRetriever

ROOT = Path(__file__).parents[2]
COLLECTIONS = {"training-law": CollectionKind.LAW, "training-guidance": CollectionKind.GUIDANCE}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    place = tmp_path_factory.mktemp("data")
    with opened(place / "var" / "demo") as (desk, _):
        for name, kind in COLLECTIONS.items():
            files = [Incoming(p, p.name) for p in sorted((examples / kind).iterdir()) if p.is_file()]
            list(desk.ingest(name, kind, files, received_by="test"))
    return place / "var" / "demo"


def test_the_example_of_the_document_runs(data: Path) -> None:
    [code] = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "llamaindex.md").read_text("utf-8"), re.DOTALL
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=data.parents[1], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "9-баб" in ran.stdout, ran.stdout


@pytest.mark.parametrize(
    "question",
    [
        "Қылмыстық құрылғы иесіне қашан қайтарылады?",
        "В какой срок устройство возвращают владельцу?",
        "When is a device given back to its owner?",
    ],
)
def test_it_finds_what_the_product_finds(data: Path, question: str) -> None:
    with opened(data) as (desk, _):
        hits = desk.search(question, list(COLLECTIONS), 7, Language.RU)
        nodes = DalelRetriever(desk, list(COLLECTIONS), limit=7).retrieve(question)
    assert [node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert [node.score for node in nodes] == [hit.score for hit in hits]
    assert all(node.text == hit.passage.text for node, hit in zip(nodes, hits, strict=True))
    assert all(node.metadata["evidence"] == hit.evidence for node, hit in zip(nodes, hits, strict=True))


def test_models_are_shown_no_paths_and_no_scores(data: Path) -> None:
    from llama_index.core.schema import MetadataMode

    with DalelRetriever.opened(data, ["training-law"], limit=1) as retriever:
        [found] = retriever.retrieve("изъятие телефона")
    shown = found.node.get_content(MetadataMode.LLM)
    assert "training-law" in shown and ".jsonl" not in shown and "evidence" not in shown


def test_wrong_questions_are_refused_as_everywhere(data: Path) -> None:
    with DalelRetriever.opened(data, ["training-law"]) as retriever, pytest.raises(QuestionEmpty):
        retriever.retrieve("  ")
    with DalelRetriever.opened(data, ["no such"]) as retriever, pytest.raises(CollectionUnknown):
        retriever.retrieve("изъятие")
