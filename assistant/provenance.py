"""Everything needed to repeat or to dispute an answer, as plain values that JSON can hold.

Holds the question and the texts that went to the model: it belongs in the ledger, never in a log.
"""

import hashlib
from typing import TYPE_CHECKING

from assistant.verdict import Checked
from casefile.passage import Passage
from casefile.search import Hit

if TYPE_CHECKING:  # all that an answer is made with
    from assistant.draft import Draft

FORMAT = 2


def provenance(draft: "Draft") -> dict[str, object]:
    """The record of how the answer came about."""
    talk = draft.conversation
    cited = {citation.hit.passage.id for citation in draft.citations}
    return {
        "format": FORMAT,
        "question": draft.question,
        "asked": draft.asked,
        "because": str(draft.because),
        "without": sorted(draft.without),
        "language": str(draft.language),
        "fallback": str(draft.fallback),
        "limit": draft.limit,
        "floor": draft.floor,
        "composer": draft.composer,
        "wordings": dict(draft.wordings),
        "hits": [_hit(hit, cited=hit.passage.id in cited) for hit in draft.hits],
        "opposed": [_hit(hit, cited=True) for hit in draft.opposed],
        "searched_with": list(draft.searched_with),
        "model": draft.model,
        "prompt": [{"role": message.role, "text": message.text} for message in talk.messages] if talk else [],
        "ids": dict(talk.ids) if talk else {},
        "reply": talk.raw if talk else "",
        "ending": str(talk.ending) if talk else "",
        "reason": talk.reason if talk else "",
        "verdicts": [verdict(checked) for checked in draft.checked],
        "seconds": dict(draft.seconds),
    }


def text_digest(text: str) -> str:
    """SHA-256 of a passage's text in UTF-8: its id names the place, not the words."""
    return hashlib.sha256(text.encode()).hexdigest()


def _hit(hit: Hit, *, cited: bool) -> dict[str, object]:
    """`twins`: of a cited one, the text of the same place in the other languages."""
    others = [twin for twin in hit.twins if cited and twin.language is not hit.passage.language]
    return {
        "passage": hit.passage.id,
        "document": hit.passage.document,
        "collection": hit.collection.id,
        "page": hit.passage.locator.page,
        "start": hit.passage.locator.start,
        "end": hit.passage.locator.end,
        "text_sha256": text_digest(hit.passage.text),
        "concealed": str(hit.passage.concealed),
        "name": hit.collection.name,
        "kind": str(hit.collection.kind),
        "score": hit.score,
        "evidence": hit.evidence,
        "channels": dict(hit.channels),
        "twins": [_twin(twin) for twin in others],
    }


def _twin(twin: Passage) -> dict[str, object]:
    at = twin.locator
    return {
        "document": twin.document,
        "language": str(twin.language),
        "page": at.page,
        "start": at.start,
        "end": at.end,
        "text": twin.text,
        "recognised": twin.recognised,
    }


def verdict(checked: Checked) -> dict[str, object]:
    """What the record says of one statement."""
    return {
        "text": checked.claim.text,
        "verdict": str(checked.claim.verdict),
        "doubts": [{"reason": str(doubt.reason), "about": doubt.about} for doubt in checked.doubts],
        "quotes": [
            {"n": c.n, "passage": c.hit.passage.id, "start": c.start, "end": c.end} for c in checked.citations
        ],
    }
