"""The lexical index on disk: tantivy, fed with tokens our own analyser has cut.

tantivy sees words joined by spaces and term queries made by code: there is no query language, so a
question cannot be a syntax error or an instruction. No text is stored, only ids.

After kill -9: the index is as it was at the last `commit`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any

from casefile.language import Language
from casefile.passage import Passage
from vectorstore import lexical
from vectorstore.analysis import Analyser
from vectorstore.analysis.analyser import FORMAT as ANALYSIS
from vectorstore.ports import Scored
from vectorstore.unusable import unusable

FORMAT = f"tantivy-2/analysis-{ANALYSIS}"

HEAP = 50_000_000  # bytes the writer gathers before it writes a segment
THREADS = 1  # analysis in Python is the slower half; one thread keeps segments few and their order fixed
REMEMBERED = 50_000  # frequencies of words: a question asks for each three times, and questions are alike
SPARE = 32  # hits looked at beyond the limit, so that a tie at the limit is broken by id


class _View:
    """The index as it was at one commit; how often words stand in it is asked once."""

    def __init__(self, searcher: Any) -> None:
        self.searcher = searcher
        self.passages = int(searcher.num_docs)
        self.frequency: Callable[[str, str], int] = lru_cache(REMEMBERED)(searcher.doc_freq)


class TantivyIndex:
    """Raises `IndexUnusable(path, reason)` for whatever tantivy cannot do.

    Reading takes no lock; the first write takes tantivy's writer lock, `close` returns it.
    """

    def __init__(self, path: Path, analyser: Analyser) -> None:
        self._path, self._analyser = path, analyser
        self._writer: Any = None  # Any: tantivy is untyped here
        with self._ours():
            import tantivy

            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._tantivy: Any = tantivy
            self._schema = _schema()
            self._index = tantivy.Index(self._schema, path=str(path))
            self._index.config_reader("manual")
            self._view = _View(self._index.searcher())

    def upsert(self, passages: Sequence[Passage]) -> None:
        writer = self._writing()
        with self._ours():
            for passage in passages:
                tokens = lexical.fields(passage, self._analyser)
                writer.delete_documents_by_term("id", passage.id)
                writer.add_document(
                    self._tantivy.Document(
                        id=passage.id, **{field: " ".join(some) for field, some in tokens.items()}
                    )
                )

    def delete(self, ids: Iterable[str]) -> None:
        writer = self._writing()
        with self._ours():
            for id_ in ids:
                writer.delete_documents_by_term("id", id_)

    def commit(self) -> None:
        if self._writer is None:
            return
        with self._ours():
            self._writer.commit()
            self._index.reload()
            self._view = _View(self._index.searcher())

    def search(self, query: str, language: Language, limit: int) -> list[Scored]:
        view = self._view  # whatever is committed meanwhile
        searcher = view.searcher
        with self._ours():
            wanted = lexical.clauses(self._analyser.query_terms(query, language), view.frequency)
            if limit < 1 or not wanted:
                return []
            found = searcher.search(self._query(wanted), limit + SPARE, count=False).hits
            hits = [(str(searcher.doc(address)["id"][0]), round(score, 4)) for score, address in found]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def holding(self, identifiers: Sequence[str], limit: int) -> list[str]:
        searcher = self._view.searcher
        if limit < 1 or not identifiers:
            return []
        with self._ours():
            terms = [
                (
                    self._tantivy.Occur.Should,
                    self._tantivy.Query.term_query(self._schema, lexical.IDENTIFIER, one),
                )
                for one in identifiers
            ]
            found = searcher.search(self._tantivy.Query.boolean_query(terms), limit, count=False).hits
            return sorted(str(searcher.doc(address)["id"][0]) for _, address in found)

    def rarity(self, query: str, language: Language) -> Mapping[str, float]:
        view = self._view
        stems = self._analyser.query_stems(query, language)
        with self._ours():
            return lexical.rarity(stems, view.passages, view.frequency)

    def full(self, query: str, language: Language) -> float:
        view = self._view
        terms = self._analyser.query_terms(query, language)
        with self._ours():
            return lexical.full(terms, view.frequency, view.passages)

    def count(self) -> int:
        return self._view.passages

    def close(self) -> None:
        """What was not committed is dropped."""
        if self._writer is None:
            return
        with self._ours():
            self._writer.rollback()
            self._writer.wait_merging_threads()
            self._writer = None

    def _query(self, wanted: Iterable[lexical.Clause]) -> Any:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        return query.boolean_query(
            [
                (should, query.boost_query(query.term_query(self._schema, c.field, c.token, "freq"), c.boost))
                for c in wanted
            ]
        )

    def _writing(self) -> Any:
        if self._writer is None:
            with self._ours():
                self._writer = self._index.writer(HEAP, THREADS)
        return self._writer

    def _ours(self) -> AbstractContextManager[None]:
        return unusable(self._path, ValueError, RuntimeError, OSError)


def _schema() -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in lexical.FIELDS:
        schema.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return schema.build()
