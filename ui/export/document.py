"""What an exported answer says: its statements, its sources, how it came about.

Knows no layout and no words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.label import named_place
from casefile.answer import Verdict
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from ui.records import Kept

Json = Mapping[str, Any]  # Any: a stored record, docs/json.md


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a source at their place: offsets in code points within the page."""

    text: str
    language: Language
    document: str  # SHA-256 of the bytes
    page: int
    start: int
    end: int
    recognised: bool  # from a picture


@dataclass(frozen=True, slots=True)
class Source:
    """One citation. `article` is "" for a case file, whatever it quotes."""

    n: int
    kind: CollectionKind
    article: str
    title: str
    file: str
    collection: str
    quote: Text
    twins: tuple[Text, ...]  # the same place of the law in the other languages


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    supported: bool
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two citations that contradict."""

    citations: tuple[int, ...]
    matter: str


@dataclass(frozen=True, slots=True)
class Contrary:
    """A citation that speaks against another one."""

    citation: int
    against: int
    matter: str


@dataclass(frozen=True, slots=True)
class Against:
    """What was found to speak against the answer, or a note that nothing was."""

    found: tuple[Contrary, ...]
    note: str


@dataclass(frozen=True, slots=True)
class AnswerDocument:
    """A whole exported answer."""

    question: str
    language: Language
    refused: bool
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    sides: tuple[Sides, ...]
    against: Against | None  # None where nobody asked for it
    notices: tuple[str, ...]
    collections: tuple[str, ...]
    passages: int
    unread_pages: int
    search_models: tuple[str, ...]
    model: str  # that wrote the statements; "" if they are quotations
    record: str
    at: str  # UTC, ISO 8601


def describe(kept: Kept) -> AnswerDocument:
    """The document of a record."""
    answer, how = kept.answer, kept.provenance
    language = Language(answer["language"])
    return AnswerDocument(
        question=how["question"],
        language=language,
        refused=answer["refused"],
        statements=tuple(_statement(claim) for claim in answer["claims"]),
        sources=tuple(_source(citation, how, language) for citation in answer["citations"]),
        sides=tuple(_sides(one) for one in answer.get("disagreements", ())),  # older records have none
        against=_against(answer["against"]) if "against" in answer else None,
        notices=tuple(answer["notices"]),
        collections=tuple(answer["searched"]["collections"]),
        passages=answer["searched"]["passages"],
        unread_pages=answer["unread_pages"],
        search_models=tuple(how["searched_with"]),
        model=how["model"] if how["composer"] == "generative" else "",
        record=answer["record"],
        at=kept.at,
    )


def _statement(claim: Json) -> Statement:
    return Statement(claim["text"], claim["verdict"] == Verdict.SUPPORTED, tuple(claim["citations"]))


def _sides(one: Json) -> Sides:
    return Sides(tuple(one["citations"]), one["matter"])


def _against(told: Json) -> Against:
    found = (Contrary(one["citation"], one["against"], one["matter"]) for one in told["found"])
    return Against(tuple(found), told["note"])


def _source(citation: Json, how: Json, language: Language) -> Source:
    hit = _hit(citation, how)
    # A record that does not say it speaks as a case: never as law.
    kind = CollectionKind(hit.get("kind", CollectionKind.CASE))
    at = citation["locator"]
    law = LawRef(*(at[level] for level in ("act", "article", "part", "point", "subpoint")))
    article = "" if kind is CollectionKind.CASE else named_place(law, citation["title"], language)
    file = citation["path"].replace("\\", "/").rpartition("/")[2]
    return Source(
        n=citation["n"],
        kind=kind,
        article=article,
        title=citation["title"] or file or citation["document"][:12],
        file=file,
        collection=citation["collection"],
        quote=_text(citation, citation["quote"], at),
        twins=tuple(_text(twin, twin["text"], twin) for twin in hit.get("twins", ())),
    )


def _hit(citation: Json, how: Json) -> Json:
    """The hit that a citation quotes; one passage may lie in two collections."""
    hits = [*how["hits"], *how.get("opposed", ())]
    same = [hit for hit in hits if hit["passage"] == citation["passage"]]
    return next((hit for hit in same if hit.get("name") == citation["collection"]), {})


def _text(where: Json, text: str, at: Json) -> Text:
    recognised = where.get("recognised", False)  # older records do not tell
    language = Language(where["language"])
    return Text(text, language, where["document"], at["page"], at["start"], at["end"], recognised)
