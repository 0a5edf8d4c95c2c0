"""A search that leaves out what earlier answers have cited: whoever asks for more has read that."""

from collections.abc import Mapping, Set
from types import MappingProxyType

from assistant.ports import Search
from casefile.answer import Searched
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.search import Hit


class Further(Search):
    def __init__(self, search: Search, cited: Set[str]) -> None:
        """`cited`: ids of passages."""
        self._search, self._cited = search, cited

    def find(
        self, text: str, language: Language, limit: int, also: Mapping[Language, str] = MappingProxyType({})
    ) -> list[Hit]:
        found = self._search.find(text, language, limit + len(self._cited), also)
        return [hit for hit in found if self._cited.isdisjoint(_same(hit))][:limit]

    def searched(self) -> Searched:
        return self._search.searched()

    def languages(self) -> tuple[Language, ...]:
        return self._search.languages()

    def spelled(self, text: str) -> str:
        return self._search.spelled(text)

    def law(self, ref: LawRef) -> list[Passage]:
        return self._search.law(ref)

    def articles(self, act: str) -> set[str]:
        return self._search.articles(act)


def _same(hit: Hit) -> set[str]:
    """The ids of the passage and of those that say the same in another language."""
    return {hit.passage.id, *(twin.id for twin in hit.twins)}
