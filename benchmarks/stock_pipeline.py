"""LlamaIndex's stock retrieval over the same texts with the same embedder, as a program of its own.

Documents, `SentenceSplitter`, `ChromaVectorStore`, `BM25Retriever`, `QueryFusionRetriever` with reciprocal
rank fusion: every default but the number of results, which is ours. Nothing is downloaded: the splitter
counts tokens with the tiktoken table that llama-index-core ships. Prints one JSON object.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import psutil
from llama_index.core import Document, MockEmbedding, Settings, StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.chroma import ChromaVectorStore

from benchmarks.corpus import Article, corpus
from benchmarks.quality import firsts
from benchmarks.queries import queries, timed
from benchmarks.questions import questions
from casefile.language import SPOKEN, Language
from ingest.readers.articles import heading
from vectorstore.embedders.static import StaticEmbedder

LIMIT, DEEP = 10, 50  # results when timed, and when judged by article
ORIGIN = ["doc", "article"]  # kept with a node, neither embedded nor indexed


class BuiltIn(BaseEmbedding):  # type: ignore[misc]  # llama_index is untyped here
    """Our table behind LlamaIndex's port."""

    model_name: str = "static"

    def __init__(self) -> None:
        super().__init__()
        self._table = StaticEmbedder.built_in()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        found: list[list[float]] = self._table.embed_passages(texts).tolist()
        return found

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embeddings([query])[0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    Settings.llm, Settings.embed_model = MockLLM(), MockEmbedding(embed_dim=1)  # or it looks for a service
    began = time.perf_counter()
    index, bm25, nodes = _ingest(corpus(given.shared), given.folder)
    ingested = time.perf_counter() - began
    command = time.time() - psutil.Process().create_time()  # with the imports, as ours is timed
    search = _retriever(index, bm25, LIMIT)
    took = timed(search.retrieve, queries(given.shared))
    deep = _retriever(index, bm25, DEEP)
    found = {q.id: _articles(deep.retrieve(q.text)) for q in questions() if q.gold}
    told = {"command_s": command, "ingest_s": ingested, "nodes": nodes, "query_ms": took, "found": found}
    print(json.dumps(told))


def _ingest(articles: Sequence[Article], folder: Path) -> tuple[Any, Any, int]:
    documents = [_document(article) for article in articles]
    nodes = SentenceSplitter().get_nodes_from_documents(documents)
    client = chromadb.PersistentClient(str(folder / "chroma"))
    store = ChromaVectorStore(chroma_collection=client.get_or_create_collection("stock"))
    storage = StorageContext.from_defaults(vector_store=store)
    index = VectorStoreIndex(nodes, storage_context=storage, embed_model=BuiltIn())
    bm25 = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=DEEP)
    bm25.persist(str(folder / "bm25"))
    return index, bm25, len(nodes)


def _document(article: Article) -> Any:
    language = Language(article.lang) if article.lang in SPOKEN else Language.UND
    text = f"{heading(language, article.number, article.title)}\n{article.text}"
    kept = {"law": article.law, "doc": article.doc, "article": article.number}
    return Document(text=text, metadata=kept, excluded_embed_metadata_keys=ORIGIN)


def _retriever(index: Any, bm25: Any, limit: int) -> Any:
    bm25.similarity_top_k = limit
    return QueryFusionRetriever(
        [index.as_retriever(similarity_top_k=limit), bm25],
        similarity_top_k=limit,
        num_queries=1,
        mode="reciprocal_rerank",
        use_async=False,
    )


def _articles(found: Sequence[Any]) -> list[tuple[str, str]]:
    return firsts((hit.node.metadata["doc"], hit.node.metadata["article"]) for hit in found)


if __name__ == "__main__":
    main()
