"""Asks a desk the questions of a gold set, one by one, and scores what it answers. Prints nothing."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from assistant.answered import Answered, Sources
from assistant.evaluate import Expected, Reply, Scored, score
from casefile.errors import LanguageUnsupported, QuestionEmpty, QuestionTooLong
from casefile.language import SPOKEN, Language
from ui.desk import Desk

SHORTEST = 3  # characters of a span or of a forbidden phrase; less stands everywhere
UNASKABLE = (QuestionEmpty, QuestionTooLong, LanguageUnsupported)


def expected(row: Mapping[str, object], identify: Callable[[str], Language]) -> Expected:
    """From the object of a line (docs/evaluation.md). Raises `ValueError` naming the field at fault."""
    text = str(row["text"])
    articles = frozenset(_pairs(row.get("articles", [])))
    spans, forbidden = _texts(row, "spans"), _texts(row, "forbidden")
    gold = bool(articles or spans)
    answerable = row.get("answerable", True if gold else None)
    if answerable not in (True, False, None) or (gold and answerable is not True):
        raise ValueError("answerable")
    spoken = row.get("language") or identify(text)
    if spoken not in SPOKEN:
        raise ValueError("language")
    return Expected(str(row["id"]), text, Language(str(spoken)), articles, spans, answerable, forbidden)


def _pairs(told: object) -> Iterator[tuple[str, str]]:
    for pair in told if isinstance(told, list) else [None]:
        match pair:
            case [str(act), str(article)] if act and article:
                yield act, article
            case _:
                raise ValueError("articles")


def _texts(row: Mapping[str, object], field: str) -> tuple[str, ...]:
    told = row.get(field, [])
    if isinstance(told, list) and all(isinstance(one, str) and len(one.strip()) >= SHORTEST for one in told):
        return tuple(told)
    raise ValueError(field)


def evaluate(
    desk: Desk, questions: Sequence[Expected], names: Sequence[str], fallback: Language
) -> Iterator[Scored]:
    """One score a question, in their order. Every answer is kept in the ledger, as any other is.

    Raises `CollectionUnknown` and whatever stops a store from being used.
    """
    for one in questions[:1]:
        with suppress(QuestionEmpty):  # it opens the indexes before a clock runs
            desk.search(one.text, names, 1, fallback)
    for one in questions:
        reply = _reply(desk, one, names, fallback)
        yield score(one, reply, lambda text: desk.language(text, Language.UND))


def _reply(desk: Desk, one: Expected, names: Sequence[str], fallback: Language) -> Reply:
    began = time.perf_counter()
    sources = 0.0
    with suppress(*UNASKABLE):
        for event in desk.ask(one.text, names, fallback):
            if isinstance(event, Sources):
                sources = time.perf_counter() - began
            elif isinstance(event, Answered):
                took = time.perf_counter() - began
                return Reply(event.answer, desk.kept(event.answer.record).provenance, sources, took)
    return Reply(None, {})
