"""Asks a chat model one small question in each language, as the product would, and tells how it did.

The passages are invented. Knows nothing of where the model runs.
"""

import hashlib
import json
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.cancel import Cancellable, Cancellation, following
from assistant.generative import Conversation, Ending, converse, replies
from assistant.ports import ChatModel, Message
from casefile.collection import Collection, CollectionKind
from casefile.document import Document, DocumentState
from casefile.errors import ModelServerFailed
from casefile.language import SPOKEN, Language
from casefile.locator import Locator
from casefile.passage import Passage
from casefile.search import Hit
from prompts.render import render

SECONDS = 55.0  # a language: three of them and the loading of libraries within three minutes
_EPOCH = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Trial:
    """How the model answered in one language."""

    language: Language  # of the question
    ending: Ending
    error: ModelServerFailed | None
    first_seconds: float | None  # to its first words
    characters_per_second: float | None  # from then on
    keeps_schema: bool  # the whole reply is one object of the form that was asked for
    answered_in: Language  # of its statements; `UND` where there are none
    statements: int
    supported: int  # of them, with quotes that stand in the passages word for word

    @property
    def passed(self) -> bool:
        complete = self.ending is Ending.COMPLETE
        return complete and self.supported > 0 and self.answered_in is self.language


def trials(
    model: ChatModel, identify: Callable[[str], Language], seconds: float = SECONDS
) -> Iterator[Trial]:
    """One after another. Never raises for the model."""
    for language in SPOKEN:
        question, *passages = render("check", language).split("\n\n")
        hits = [_hit(text, n, language) for n, text in enumerate(passages, 1)]
        yield _trial(model, question, language, hits, identify, min(seconds, SECONDS))


def _trial(
    model: ChatModel,
    question: str,
    language: Language,
    hits: Sequence[Hit],
    identify: Callable[[str], Language],
    seconds: float,
) -> Trial:
    timed, talk = _Timed(model), Conversation()
    said = list(converse(question, language, hits, timed, talk, identify=identify, seconds=seconds))
    text = " ".join(checked.claim.text for checked in said)
    return Trial(
        language=language,
        ending=talk.ending,
        error=timed.error,
        first_seconds=timed.first_seconds,
        characters_per_second=timed.speed,
        keeps_schema=_keeps_schema(replies(talk.raw)[0], talk.ids),
        answered_in=identify(text) if text else Language.UND,
        statements=len(said),
        supported=sum(checked.supported for checked in said),
    )


class _Timed:
    """A `ChatModel` that notes when its words came, and the error that ended them."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self._came: list[tuple[float, int]] = []  # when, and how many characters
        self._asked = 0.0
        self.error: ModelServerFailed | None = None

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def first_seconds(self) -> float | None:
        return self._came[0][0] - self._asked if self._came else None

    @property
    def speed(self) -> float | None:
        """Characters a second after the first piece; none where all came at once."""
        if not self._came or self._came[-1][0] <= self._came[0][0]:
            return None
        return sum(length for _, length in self._came[1:]) / (self._came[-1][0] - self._came[0][0])

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Cancellable:
        reply, cancellation = self._model.complete(messages, schema), Cancellation()
        return Cancellable(self._noted(reply, cancellation), cancellation)

    def _noted(self, reply: Iterator[str], cancellation: Cancellation) -> Generator[str, None, None]:
        first = not self._asked  # a second reply, which mends the first, is not timed
        self._asked = self._asked or time.monotonic()
        try:
            for piece in following(reply, cancellation):
                if first:
                    self._came.append((time.monotonic(), len(piece)))
                yield piece
        except ModelServerFailed as error:
            self.error = error
            raise


def _keeps_schema(raw: str, ids: Mapping[str, str]) -> bool:
    """Whether the reply is what `claims_schema` describes, and nothing else."""
    try:
        told = json.loads(raw)
        return told.keys() == {"claims"} and all(
            claim.keys() == {"text", "quotes"}
            and isinstance(claim["text"], str)
            and len(claim["quotes"]) > 0
            and all(
                quote.keys() == {"id", "quote"} and quote["id"] in ids and isinstance(quote["quote"], str)
                for quote in claim["quotes"]
            )
            for claim in told["claims"]
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return False


def _hit(text: str, page: int, language: Language) -> Hit:
    id_ = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=id_,
        title="1",
        media_type="text/plain",
        language=language,
        size=len(text.encode()),
        received_at=_EPOCH,
        state=DocumentState.INDEXED,
        reason="",
        paths=(),
    )
    passage = Passage(
        id=id_[:32],
        document=id_,
        locator=Locator(page, 0, len(text), None),
        text=text,
        language=language,
        context="",
    )
    shelf = Collection("check", "check", CollectionKind.GUIDANCE, _EPOCH)
    return Hit(passage, document, shelf, 1.0, 1.0, {})
