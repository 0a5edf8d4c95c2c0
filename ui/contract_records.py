"""The JSON of kept answers: listed, replayed and verified. As `ui/contract.py`."""

from ui.contract import Json
from ui.proof import Proof, Proofs
from ui.replay import Difference, Place, Replay
from ui.report import Recorded

LISTED = 80  # characters of a question in a list


def recorded_json(recorded: Recorded) -> Json:
    return {
        "record": recorded.entry.id,
        "at": recorded.entry.at,
        "collection": recorded.collection.name,
        "question": recorded.entry.question[:LISTED],
        "refused": recorded.entry.refused,
        "citations": recorded.entry.citations,
    }


def replay_json(replay: Replay) -> Json:
    return {
        "record": replay.kept.id,
        "at": replay.kept.at,
        "question": replay.kept.provenance["question"],
        "identical": replay.identical,
        "passages": replay.passages,
        "differences": [_difference_json(one) for one in replay.differences],
        "settings": [
            {"what": one.what, "collection": one.collection, "was": one.was, "now": one.now}
            for one in replay.settings
        ],
        "verdicts_same": not replay.statements,
        "statements": [{"text": one.text, "was": one.was, "now": one.now} for one in replay.statements],
        "refused": dict(zip(("was", "now"), replay.refused, strict=True)),
    }


def proofs_json(proofs: Proofs) -> Json:
    return {
        "record": proofs.kept.id,
        "at": proofs.kept.at,
        "question": proofs.kept.provenance.get("question", ""),
        "stand": proofs.stand,
        "citations": [_proof_json(proof) for proof in proofs.proofs],
    }


def _difference_json(one: Difference) -> Json:
    return {
        "change": one.change,
        "why": one.why or "",
        "passage": one.passage,
        "document": one.document,
        "title": one.title,
        "page": one.page,
        "was": _place_json(one.was),
        "now": _place_json(one.now),
    }


def _place_json(place: Place | None) -> Json | None:
    return {"rank": place.rank, "score": place.score, "evidence": place.evidence} if place else None


def _proof_json(proof: Proof) -> Json:
    told = proof.citation
    return {
        "n": told["n"],
        "standing": proof.standing,
        "in_ledger": proof.in_ledger,
        "in_original": proof.in_original,
        "document": told["document"],
        "title": told["title"],
        "collection": told["collection"],
        "page": told["locator"]["page"],
        "quote": told["quote"],
    }
