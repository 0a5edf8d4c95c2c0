"""Dalel's search as a retriever of LlamaIndex, for those who build on it. How to: docs/llamaindex.md.

The nodes hold whole passages, whose text may be quoted, and where each stands. Nothing is verified and
nothing is recorded: that is what `dalel ask` is for. Nothing of LlamaIndex's own is configured or called.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from llama_index.core.callbacks import CallbackManager
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.label import label
from casefile.language import SPOKEN, Language
from casefile.search import Hit
from ui.contract import hit_json
from ui.desk import Desk

LIMIT = 10


class DalelRetriever(BaseRetriever):  # type: ignore[misc]  # llama_index is untyped here
    """Finds passages in some collections of a data directory, and in no others.

    `node_id` is the passage's id, `score` orders one list, and `metadata` is what `dalel search --json`
    says of a hit (docs/json.md), with the `citation` in the language of the passage. A model and an embedder
    are shown the citation, the collection and the language only.
    """

    def __init__(self, desk: Desk, collections: Sequence[str], *, limit: int = LIMIT) -> None:
        super().__init__(callback_manager=CallbackManager([]))
        self._desk, self._collections, self._limit = desk, list(collections), limit

    @classmethod
    @contextmanager
    def opened(cls, data: Path | str, collections: Sequence[str], *, limit: int = LIMIT) -> Iterator[Self]:
        """Takes the data directory for this process while it is open. Raises `StoreUnusable`."""
        from ui.cli.session import opened

        with opened(Path(data).expanduser()) as (desk, _):
            yield cls(desk, collections, limit=limit)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """Raises `QuestionEmpty`, `CollectionUnknown`."""
        hits = self._desk.search(query_bundle.query_str, self._collections, self._limit, Language.RU)
        return [_node(rank, hit) for rank, hit in enumerate(hits, 1)]


def _node(rank: int, hit: Hit) -> NodeWithScore:
    language = hit.passage.language if hit.passage.language in SPOKEN else Language.EN
    facts = {"citation": label(hit, language)} | hit_json(rank, hit)
    text, score = facts.pop("text"), facts.pop("score")
    unread = [key for key in facts if key not in ("citation", "collection", "language")]
    node = TextNode(
        id_=hit.passage.id,
        text=text,
        metadata=facts,
        excluded_embed_metadata_keys=unread,
        excluded_llm_metadata_keys=unread,
    )
    return NodeWithScore(node=node, score=score)
