"""Lets a model propose statements about the passages, and passes on each with its verdict.

The model sees opaque ids, evidence between two random marks, and the question after it. It has no
tools and no memory; whatever it says is checked, and its failures are told apart, never raised. Where nothing
it said is proved it may try once more.
"""

import secrets
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import SystemRandom

from assistant.label import label
from assistant.orders import without_orders
from assistant.pace import TooLong, TooSlow, paced
from assistant.ports import ChatModel, Message
from assistant.reply import ReplyReader
from assistant.verdict import Checked, Doubt, Proposed, Quoted, Reason
from assistant.verify import verify
from casefile.answer import Citation, Claim, Verdict
from casefile.errors import ModelContextExceeded, ModelServerBusy, ModelServerFailed
from casefile.language import Language
from casefile.search import Hit
from prompts.render import phrase, render

CONTEXT = 12_000  # characters of evidence: some 4,000 tokens of Kazakh
LONGEST_REPLY = 40_000  # characters
MOST_REPAIRED = 12  # statements that a model is told of
NEXT_REPLY = "\x1e"  # between two replies to one question
SECONDS = 60.0


class Ending(StrEnum):
    """How the model's reply ended; names a phrase of the answer."""

    COMPLETE = "model_complete"
    FAILED = "model_failed"
    BUSY = "model_busy"
    SLOW = "model_slow"
    NONSENSE = "model_nonsense"
    SILENT = "model_silent"


@dataclass(slots=True)
class Conversation:
    """What went to the model and what came back; filled while `converse` runs, kept with the answer."""

    messages: tuple[Message, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)  # the model's id -> passage id
    raw: str = ""
    ending: Ending = Ending.COMPLETE
    reason: str = ""


def converse(
    question: str,
    language: Language,
    hits: Sequence[Hit],
    model: ChatModel,
    conversation: Conversation,
    *,
    identify: Callable[[str], Language],
    seconds: float = SECONDS,
    context: int = CONTEXT,
) -> Iterator[Checked]:
    """Each statement of the model with its verdict, as soon as it is complete. Never raises for the model.

    `seconds` in all; `context`: characters of evidence, halved once where the model has no room for them.
    """
    deadline = time.monotonic() + seconds
    packed = _packed(hits, context)
    try:
        try:
            yield from _attempt(question, language, packed, model, conversation, identify, deadline)
        except ModelContextExceeded:
            if conversation.raw:
                raise
            packed = _half(packed)
            yield from _attempt(question, language, packed, model, conversation, identify, deadline)
    except ModelServerBusy as error:
        conversation.ending, conversation.reason = Ending.BUSY, str(error)
    except ModelServerFailed as error:
        conversation.ending, conversation.reason = Ending.FAILED, str(error)
    except TooSlow:
        conversation.ending = Ending.SLOW
    except TooLong:
        conversation.ending, conversation.reason = Ending.NONSENSE, f"more than {LONGEST_REPLY} characters"


def _attempt(
    question: str,
    language: Language,
    packed: Sequence[Hit],
    model: ChatModel,
    conversation: Conversation,
    identify: Callable[[str], Language],
    deadline: float,
) -> Iterator[Checked]:
    drawn = SystemRandom().sample(range(10, 100), len(packed))
    conversation.ids = {f"P{n}": hit.passage.id for n, hit in zip(drawn, packed, strict=True)}
    conversation.messages = _messages(question, language, dict(zip(conversation.ids, packed, strict=True)))
    known = {hit.passage.id: hit for hit in packed}
    supported, failed = False, list[Checked]()
    for checked in _reply(model, conversation, known, language, identify, deadline):
        supported = supported or checked.supported
        failed += [] if checked.supported else [checked]
        yield checked
    if supported or not failed:  # who does not speak our form will not learn it from a second try
        return
    conversation.raw += NEXT_REPLY
    conversation.messages += (_repair(failed, language),)
    for checked in _reply(model, conversation, known, language, identify, deadline):
        if checked.claim.text not in {one.claim.text for one in failed}:
            yield checked


def _reply(
    model: ChatModel,
    conversation: Conversation,
    known: Mapping[str, Hit],
    language: Language,
    identify: Callable[[str], Language],
    deadline: float,
) -> Iterator[Checked]:
    """One reply to the messages so far."""
    reader = ReplyReader()
    schema = claims_schema(list(conversation.ids))
    began = time.monotonic()
    spoken = model.complete(conversation.messages, schema)  # may load a library: not the server's time
    loaded = time.monotonic() - began
    pieces = _kept(paced(spoken, deadline + loaded - time.monotonic(), LONGEST_REPLY), conversation)
    yield from heard(pieces, reader, conversation.ids, known, language, identify)
    if not reader.given:
        conversation.ending = Ending.SILENT if reader.empty else Ending.NONSENSE


def _repair(failed: Sequence[Checked], language: Language) -> Message:
    """Tells a model which of its statements are not proved; nothing it did not say itself."""
    told = []
    for checked in failed[:MOST_REPAIRED]:
        reasons = ", ".join(sorted({doubt.reason for doubt in checked.doubts}))
        told.append(f"- {visible(without_orders(checked.claim.text))} ({reasons})")
    return Message("user", render("repair", language, failures="\n".join(told)))


def heard(
    pieces: Iterable[str],
    reader: ReplyReader,
    ids: Mapping[str, str],
    known: Mapping[str, Hit],
    language: Language,
    identify: Callable[[str], Language],
) -> Iterator[Checked]:
    """Each statement of a reply with its verdict, once; `ids`: the model's id -> passage id of `known`."""
    cited, said = list[Citation](), set[str]()
    for piece in pieces:
        for proposed in reader.feed(piece):
            if proposed.text in said:
                continue
            said.add(proposed.text)
            checked = _verified(proposed, ids, known, language, cited, identify)
            if checked.supported:
                cited += [citation for citation in checked.citations if citation not in cited]
            yield checked


def replies(raw: str) -> list[str]:
    """The replies that a conversation kept as one text."""
    return raw.split(NEXT_REPLY)


def _kept(pieces: Iterable[str], conversation: Conversation) -> Iterator[str]:
    for piece in pieces:
        piece = piece.replace(NEXT_REPLY, " ")
        conversation.raw += piece
        yield piece


def claims_schema(ids: Sequence[str]) -> dict[str, object]:
    """The JSON schema of a reply that may cite these ids and no others."""
    text: dict[str, object] = {"type": "string"}
    quote = _object(id={"enum": list(ids)}, quote=text)
    claim = _object(text=text, quotes={"type": "array", "minItems": 1, "items": quote})
    return _object(claims={"type": "array", "items": claim})


def _object(**properties: dict[str, object]) -> dict[str, object]:
    required = list(properties)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _packed(hits: Sequence[Hit], context: int) -> list[Hit]:
    """The best hits that fit; a passage is given whole or not at all, for its quotes must be findable."""
    packed: list[Hit] = []
    for hit in hits[:90]:
        if len(hit.passage.text) <= context:
            context -= len(hit.passage.text)
            packed.append(hit)
    return packed


def _half(packed: Sequence[Hit]) -> list[Hit]:
    """The best of them in half the room; at least one, for without evidence there is nothing to ask."""
    return _packed(packed, sum(len(hit.passage.text) for hit in packed) // 2) or list(packed[:1])


def _messages(question: str, language: Language, evidence: dict[str, Hit]) -> tuple[Message, ...]:
    shown = [
        f"[{id_}] ({phrase(f'kind_{hit.collection.kind}', language)}) {visible(label(hit, language))}\n"
        f"{visible(without_orders(hit.passage.text))}"
        for id_, hit in evidence.items()
    ]
    SystemRandom().shuffle(shown)
    asked = render(
        "question",
        language,
        marker=f"=== {secrets.token_hex(8)} ===",
        evidence="\n\n".join(shown),
        ids=", ".join(sorted(evidence)),
        question=visible(question),
    )
    return Message("system", render("system", language)), Message("user", asked)


def visible(text: str) -> str:
    """The text without characters that print nothing: a model would read what a person cannot see."""
    return "".join(
        char
        for char in text
        if char in "\n\t" or unicodedata.category(char) not in ("Cf", "Cc", "Co", "Cs", "Cn")
    )


def _verified(
    proposed: Proposed,
    ids: Mapping[str, str],
    known: Mapping[str, Hit],
    language: Language,
    cited: Sequence[Citation],
    identify: Callable[[str], Language],
) -> Checked:
    if unknown := [quoted.passage for quoted in proposed.quotes if quoted.passage not in ids]:
        claim = Claim(proposed.text.strip(), Verdict.UNSUPPORTED, ())
        return Checked(claim, (), tuple(Doubt(Reason.PASSAGE_UNKNOWN, id_) for id_ in unknown))
    own = Proposed(
        proposed.text, tuple(Quoted(ids[quoted.passage], quoted.quote) for quoted in proposed.quotes)
    )
    return verify(own, known, language, cited=cited, identify=identify)
