"""The JSON that scripts rely on: described in docs/json.md, held by a schema test."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.evaluate import Summary, value
from casefile.answer import Answer, Citation
from casefile.collection import CollectionKind
from casefile.document import Document, Page
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.search import Hit
from ingest.outcome import Failed, Indexed, Outcome
from ui.report import Embedded, Finding, Shelf
from vectorstore.subject_index.phrases import Phrase

if TYPE_CHECKING:  # all that asks a model
    from assistant.check import Trial

Json = dict[str, object]


def hit_json(rank: int, hit: Hit) -> Json:
    return {
        "rank": rank,
        "score": hit.score,
        "evidence": hit.evidence,
        "passage": hit.passage.id,
        "document": hit.document.id,
        "title": hit.document.title,
        "path": _path(hit.document),
        "collection": hit.collection.name,
        "language": hit.passage.language,
        "text": hit.passage.text,
        "concealed": hit.passage.concealed,
        "locator": locator_json(hit.passage.locator, hit.collection.kind),
        "channels": hit.channels,
        "twins": [
            {
                "passage": twin.id,
                "document": twin.document,
                "language": twin.language,
                "text": twin.text,
                "locator": locator_json(twin.locator, hit.collection.kind),
            }
            for twin in hit.twins
        ],
    }


def answer_json(answer: Answer) -> Json:
    """`understood` is there where a conversation made another question of the one that was asked.

    `against` is there where what speaks against the answer was asked for.
    """
    optional: Json = {"understood": answer.understood} if answer.understood else {}
    if answer.against is not None:
        found = [asdict(one) for one in answer.against.found]
        optional["against"] = {"found": found, "note": answer.against.note}
    return optional | {
        "refused": answer.refused,
        "language": answer.language,
        "claims": [
            {"text": claim.text, "verdict": claim.verdict, "citations": list(claim.citations)}
            for claim in answer.claims
        ],
        "citations": [citation_json(citation) for citation in answer.citations],
        "notices": list(answer.notices),
        "removed": [
            {
                "text": removed.claim.text,
                "verdict": removed.claim.verdict,
                "doubts": [{"reason": reason, "about": about} for reason, about in removed.doubts],
            }
            for removed in answer.removed
        ],
        "searched": {
            "collections": list(answer.searched.collections),
            "passages": answer.searched.passages,
            "languages": list(answer.searched.languages),
            "queries": [asdict(query) for query in answer.searched.queries],
            "unread": [asdict(unread) for unread in answer.searched.unread],
        },
        "unread_pages": answer.searched.unread_pages,
        "record": answer.record,
        "orders": [asdict(order) for order in answer.orders],
        "unseen": [asdict(one) for one in answer.unseen],
        "disagreements": [
            {"citations": list(one.citations), "matter": one.matter, "values": list(one.values)}
            for one in answer.disagreements
        ],
    }


def citation_json(citation: Citation) -> Json:
    at = citation.hit.passage.locator
    return {
        "n": citation.n,
        "document": citation.hit.document.id,
        "title": citation.hit.document.title,
        "path": _path(citation.hit.document),
        "collection": citation.hit.collection.name,
        "passage": citation.hit.passage.id,
        "language": citation.hit.passage.language,
        "quote": citation.quote,
        "recognised": citation.hit.passage.recognised,
        "locator": locator_json(
            Locator(at.page, citation.start, citation.end, at.law), citation.hit.collection.kind
        ),
    }


def locator_json(locator: Locator, kind: CollectionKind) -> Json:
    """`act` is the official code where known, else the law's name; "" where the text is no law.

    A case file can never speak as law, whatever articles it names.
    """
    law = LawRef() if kind is CollectionKind.CASE or locator.law is None else locator.law
    return {"page": locator.page, "start": locator.start, "end": locator.end, **asdict(law)}


def outcome_json(outcome: Outcome) -> Json:
    if isinstance(outcome, Failed):
        return {"outcome": "failed", "path": outcome.name, "error": outcome.error.code} | {
            "facts": outcome.error.facts
        }
    told: Json = {
        "outcome": type(outcome).__name__.lower(),
        "path": outcome.name,
        "document": outcome.document,
    }
    if isinstance(outcome, Indexed):
        told |= {
            "pages": outcome.pages,
            "unread_pages": outcome.unread_pages,
            "passages": outcome.passages,
        }
    return told


def shelf_json(shelf: Shelf) -> Json:
    return {
        "name": shelf.collection.name,
        "kind": shelf.collection.kind,
        "documents": shelf.documents,
        "passages": shelf.passages,
        "unread_pages": shelf.unread_pages,
    }


def document_json(collection: str, document: Document, pages: int) -> Json:
    return {
        "document": document.id,
        "title": document.title,
        "path": _path(document),
        "paths": list(document.paths),
        "collection": collection,
        "media_type": document.media_type,
        "language": document.language,
        "size": document.size,
        "received_at": document.received_at,
        "state": document.state,
        "reason": document.reason,
        "pages": pages,
    }


def page_json(page: Page) -> Json:
    told = {"page": page.number, "text": page.text, "unread": page.unread, "how": page.how}
    return told | {"hidden_from": page.hidden_from}


def finding_json(finding: Finding) -> Json:
    return {
        "collection": finding.collection.name,
        "healthy": finding.healthy,
        "ledger_sound": finding.ledger_sound,
        "originals_changed": finding.originals_changed,
        "unfinished": finding.unfinished,
        "indexes": finding.indexes,
        "rebuilt": finding.rebuilt,
        "embedding": _made(*finding.embedding) if finding.embedding else None,
    }


def embedded_json(embedded: Embedded) -> Json:
    return {"collection": embedded.collection.name, **_made(embedded.made, embedded.passages)}


def term_json(phrase: Phrase) -> Json:
    act, article = phrase.article
    return {
        "act": act,
        "article": article,
        "language": phrase.language,
        "text": phrase.text,
        "state": phrase.state or "reviewed",
    }


def summary_json(summary: Summary) -> Json:
    return {
        "questions": summary.questions,
        "measures": {
            measure: {"value": _rounded(value(share)), "count": share[0], "of": share[1]}
            for measure, share in summary.shares.items()
        },
        "seconds": {name: round(seconds, 4) for name, seconds in summary.latency.items()},
    }


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 4)


def trial_json(trial: "Trial") -> Json:
    return {
        "language": trial.language,
        "passed": trial.passed,
        "ending": trial.ending.removeprefix("model_"),
        "error": trial.error.code if trial.error else None,
        "first_seconds": trial.first_seconds,
        "characters_per_second": trial.characters_per_second,
        "keeps_schema": trial.keeps_schema,
        "answered_in": trial.answered_in,
        "statements": trial.statements,
        "supported": trial.supported,
    }


def _made(made: int, passages: int) -> Json:
    return {"made": made, "passages": passages}


def _path(document: Document) -> str:
    return document.paths[0] if document.paths else ""
