"""A question to the collections, and what they return."""

from dataclasses import dataclass

from casefile.collection import Collection
from casefile.document import Document
from casefile.passage import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, where it lives, and why it was found.

    `score` lies in 0..1 and orders one result list; `evidence` lies in 0..1 and says how much the
    passage has to do with the question, comparable between questions. `twins` say the same: the text
    of the same place of the law in another language, or a copy.
    """

    passage: Passage
    document: Document
    collection: Collection
    score: float
    evidence: float
    channels: dict[str, float]  # channel name -> its own raw score
    twins: tuple[Passage, ...] = ()
