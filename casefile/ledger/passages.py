"""Passages as search sees them: only those of indexed documents."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from casefile.language import Language
from casefile.lawref import LawRef
from casefile.ledger.rows import AMONG, PASSAGE, VISIBLE, among, to_passage
from casefile.passage import Passage
from casefile.sqlite import Store

REMEMBERED = 20_000  # places, and articles with their places: some 10 MB each
PLACE = "passages.id, passages.language, is_law, act, article, context"


@dataclass(frozen=True, slots=True)
class Place:
    """What search needs to know of a passage before it is read."""

    language: Language
    article: tuple[str, str]  # act and article, both "" outside the law
    context: str


class Passages:
    def __init__(self, store: Store) -> None:
        self._store = store
        # What was read once and is true until `forget`. Who reads while documents change fills a dictionary
        # that nobody asks any more.
        self._places: dict[str, Place | None] = {}
        self._of_articles: dict[tuple[str, str], dict[str, Place]] = {}

    def forget(self) -> None:
        """Other passages are visible now."""
        self._places, self._of_articles = {}, {}

    def get(self, ids: Iterable[str]) -> dict[str, Passage]:
        """The visible ones among these, by id."""
        rows = self._store.rows(f"SELECT {PASSAGE} FROM {VISIBLE} WHERE passages.id {AMONG}", among(ids))
        return {row[0]: to_passage(row) for row in rows}

    def places(self, ids: Sequence[str]) -> dict[str, Place]:
        """Of the visible ones among these."""
        known = self._places
        if len(known) > REMEMBERED:
            self._places = known = {}
        if missing := [id_ for id_ in ids if id_ not in known]:
            rows = self._store.rows(
                f"SELECT {PLACE} FROM {VISIBLE} WHERE passages.id {AMONG}", among(missing)
            )
            known |= dict.fromkeys(missing)
            known |= {id_: _place(*rest) for id_, *rest in rows}
        return {id_: place for id_ in ids if (place := known[id_])}

    def of_articles(self, articles: Sequence[tuple[str, str]]) -> dict[str, Place]:
        """Every visible passage of these few (act, article)."""
        known = self._of_articles
        if len(known) > REMEMBERED:
            self._of_articles = known = {}
        if missing := [article for article in articles if article not in known]:
            # CROSS JOIN: the names first, each looked up. Left to itself, SQLite goes through every article.
            rows = self._store.rows(
                f"SELECT {PLACE} FROM json_each(?) AS named CROSS JOIN {VISIBLE}"
                " WHERE is_law AND article = json_extract(named.value, '$[1]')"
                " AND act = json_extract(named.value, '$[0]')",
                json.dumps(missing),
            )
            found: dict[tuple[str, str], dict[str, Place]] = {article: {} for article in missing}
            for id_, *rest in rows:
                place = _place(*rest)
                found[place.article][id_] = place
            known |= found
        return {id_: place for article in articles for id_, place in known[article].items()}

    def ids(self) -> set[str]:
        """Of all visible ones."""
        return {row[0] for row in self._store.rows(f"SELECT passages.id FROM {VISIBLE}")}

    def of(self, document: str) -> list[Passage]:
        """All passages of a document, visible or not, in reading order."""
        rows = self._store.rows(
            f"SELECT {PASSAGE} FROM passages WHERE document = ? ORDER BY page, start",
            document,
        )
        return [to_passage(row) for row in rows]

    def speak(self, language: Language) -> bool:
        """Whether a visible one is in this language; where none is, as slow as there are passages."""
        rows = self._store.rows(
            f"SELECT EXISTS (SELECT 1 FROM {VISIBLE} WHERE passages.language = ?)", language
        )
        return bool(rows[0][0])

    def articles(self, act: str) -> set[str]:
        """Numbers of the articles of an act that visible passages are of; "" for every act's."""
        where, named = ("AND act = ?", [act]) if act else ("", [])
        rows = self._store.rows(f"SELECT DISTINCT article FROM {VISIBLE} WHERE is_law {where}", *named)
        return {row[0] for row in rows if row[0]}

    def at(self, ref: LawRef, limit: int) -> list[Passage]:
        """Visible passages at this place of the law; what the reference leaves out may be anything."""
        named = {key: value for key, value in asdict(ref).items() if value}
        where = " AND ".join(["is_law", *(f"{key} = ?" for key in named)])
        rows = self._store.rows(
            f"SELECT {PASSAGE} FROM {VISIBLE} WHERE {where}"
            " ORDER BY act, passages.document, page, start LIMIT ?",
            *named.values(),
            limit,
        )
        return [to_passage(row) for row in rows]


_LANGUAGES = {language.value: language for language in Language}


def _place(language: str, is_law: int, act: str, article: str, context: str) -> Place:
    return Place(_LANGUAGES[language], (act, article) if is_law else ("", ""), context)
