"""Everything needed to repeat or to dispute an answer, as plain values that JSON can hold.

Holds the question and the texts that went to the model: it belongs in the ledger, never in a log.
"""

from assistant.draft import Draft
from assistant.verdict import Checked
from casefile.search import Hit

FORMAT = 1


def provenance(draft: Draft) -> dict[str, object]:
    """The record of how the answer came about."""
    talk = draft.conversation
    return {
        "format": FORMAT,
        "question": draft.question,
        "asked": draft.asked,
        "because": str(draft.because),
        "language": str(draft.language),
        "floor": draft.floor,
        "composer": draft.composer,
        "wordings": dict(draft.wordings),
        "hits": [_hit(hit) for hit in draft.hits],
        "searched_with": list(draft.searched_with),
        "model": draft.model,
        "prompt": [{"role": message.role, "text": message.text} for message in talk.messages] if talk else [],
        "ids": dict(talk.ids) if talk else {},
        "reply": talk.raw if talk else "",
        "ending": str(talk.ending) if talk else "",
        "reason": talk.reason if talk else "",
        "verdicts": [_verdict(checked) for checked in draft.checked],
        "seconds": dict(draft.seconds),
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "passage": hit.passage.id,
        "document": hit.passage.document,
        "collection": hit.collection.id,
        "score": hit.score,
        "evidence": hit.evidence,
        "channels": dict(hit.channels),
    }


def _verdict(checked: Checked) -> dict[str, object]:
    return {
        "text": checked.claim.text,
        "verdict": str(checked.claim.verdict),
        "doubts": [{"reason": str(doubt.reason), "about": doubt.about} for doubt in checked.doubts],
        "quotes": [
            {"n": c.n, "passage": c.hit.passage.id, "start": c.start, "end": c.end} for c in checked.citations
        ],
    }
