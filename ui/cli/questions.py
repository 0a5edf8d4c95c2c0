"""`dalel search` and `dalel ask`: one question, or a file of them with the program started once."""

import getpass
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from assistant.answered import Answered
from assistant.label import label
from assistant.orders import orders, suspected
from casefile.answer import Answer
from casefile.errors import (
    BatchLineInvalid,
    DalelError,
    FileMissing,
    FileUnreadable,
    QuestionEmpty,
    StoreUnusable,
)
from casefile.language import Language
from casefile.search import Hit
from ui.cli.session import opened
from ui.contract import Json, answer_json, hit_json
from ui.desk import Desk
from ui.speech import differs, doubts, explain, opposes, printable, printable_json, remarks, say

SHOWN = 300  # characters of a passage on a terminal
ID_SHOWN = 12  # of a document: enough to name one among millions


def search_all(
    text: str | None, batch: str | None, names: list[str], limit: int, data: Path | None, *, as_json: bool
) -> int:
    with opened(data) as (desk, settings):
        if batch is not None:
            return _each(
                batch, settings.lang, lambda asked: {"hits": _hits(desk, asked, names, limit, settings.lang)}
            )
        hits = desk.search(sound(text or ""), names, limit, settings.lang)
        for rank, hit in enumerate(hits, start=1):
            print(printable_json(hit_json(rank, hit)) if as_json else _hit_text(rank, hit, settings.lang))
        if not hits and not as_json:
            print(say("cli.nothing_found", settings.lang), file=sys.stderr)
    return 0


def ask_all(
    text: str | None,
    batch: str | None,
    names: list[str],
    data: Path | None,
    *,
    conversation: str = "",
    removed: bool = False,
    against: bool = False,
    as_json: bool,
) -> int:
    """`conversation`: the one the questions are turns of; "" for none."""

    def answer_to(desk: Desk, asked: str) -> Answer:
        return answer_of(desk, asked, names, settings.lang, conversation, user, against=against)

    user = getpass.getuser() if conversation else ""
    with opened(data) as (desk, settings):
        if batch is not None:
            return _each(
                batch,
                settings.lang,
                lambda asked: {"answer": answer_json(answer_to(desk, asked))},
            )
        answer = answer_to(desk, sound(text or ""))
        print(printable_json(answer_json(answer)) if as_json else answer_text(answer, removed=removed))
    return 0


def sound(text: str) -> str:
    """A shell passes any bytes, JSON half a character: what is no text becomes question marks."""
    return text.encode("utf-8", "replace").decode()


def _hits(desk: Desk, text: str, names: list[str], limit: int, fallback: Language) -> list[Json]:
    found = desk.search(text, names, limit, fallback)
    return [hit_json(rank, hit) for rank, hit in enumerate(found, start=1)]


def answer_of(
    desk: Desk,
    text: str,
    names: list[str],
    fallback: Language,
    conversation: str,
    user: str,
    *,
    against: bool = False,
) -> Answer:
    for event in desk.ask(text, names, fallback, conversation, user, against=against):
        if isinstance(event, Answered):
            return event.answer
    raise QuestionEmpty  # an answer always ends with Answered


def _each(batch: str, language: Language, work: Callable[[str], Json]) -> int:
    """One line out per line in; a question that is refused becomes an error line, and the run goes on."""
    status = 0
    for row, line in batch_lines(batch):
        id_: object = None
        try:
            asked = batch_question(batch, row, line)
            id_ = asked["id"]
            told: Json = {"id": id_, **work(str(asked["text"]))}
        except StoreUnusable:
            raise
        except DalelError as error:
            status = 1
            told = {"id": id_, "error": error.code, "message": explain(error, language)}
        print(printable_json(told), flush=True)
    return status


def batch_lines(batch: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, with their numbers; undecoded, so that a bad one is refused alone."""
    try:
        with nullcontext(sys.stdin.buffer) if batch == "-" else Path(batch).open("rb") as lines:
            for row, line in enumerate(lines, start=1):
                if line.strip():
                    yield row, line
    except FileNotFoundError as error:
        raise FileMissing(path=batch) from error
    except OSError as error:
        raise FileUnreadable(path=batch, reason=error.strerror or error) from error


def batch_question(batch: str, row: int, line: bytes) -> Json:
    """The object of a line, with an `id` and a `text` at least. Raises `BatchLineInvalid`."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BatchLineInvalid(path=batch, row=row, reason="not_utf8") from error
    except (ValueError, RecursionError) as error:
        raise BatchLineInvalid(path=batch, row=row, reason="not_json") from error
    if isinstance(asked, dict) and "id" in asked and isinstance(asked.get("text"), str):
        return {**asked, "text": sound(asked["text"])}
    raise BatchLineInvalid(path=batch, row=row, reason="not_a_question")


def _hit_text(rank: int, hit: Hit, language: Language) -> str:
    text = " ".join(hit.passage.text.split())
    text = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
    also = [say(f"language.{twin.language}", language) for twin in hit.twins]
    told = f"   {say('cli.twins', language, languages=', '.join(dict.fromkeys(also)))}\n" if also else ""
    return f"{rank}. {_place(hit, language)}\n   {printable(text)}\n{told}{_orders(hit, language)}"


def _orders(hit: Hit, language: Language) -> str:
    """What of the hit speaks to a language model, or may, one line each."""
    words = [hit.passage.text, hit.passage.context, hit.document.title, *hit.document.paths]
    told = ""
    for key, found in (("orders", orders), ("perhaps_orders", suspected)):
        said = dict.fromkeys(" ".join(text[o.start : o.end].split()) for text in words for o in found(text))
        told += "".join(f"   {say(f'cli.{key}', language, text=printable(one))}\n" for one in said)
    return told


def _place(hit: Hit, language: Language) -> str:
    """Where to look it up; `dalel show` takes the letters at the end."""
    facts = [label(hit, language), next(iter(hit.document.paths), ""), hit.document.id[:ID_SHOWN]]
    facts += remarks(hit.passage, language)
    return printable(" · ".join(facts), layout="")


def answer_text(answer: Answer, *, removed: bool = False) -> str:
    language = answer.language
    lines: list[str] = []
    for claim in answer.claims:
        marks = "".join(f"[{n}]" for n in claim.citations)
        lines.append(f"{claim.text} {marks}\n")
    quotes = {citation.n: citation.quote for citation in answer.citations}
    for one in answer.disagreements:
        lines.append(differs(one.matter, language))
        lines += [say("sides.quote", language, n=n, text=" ".join(quotes[n].split())) for n in one.citations]
        lines.append("")
    if answer.against:
        lines.append(say("against.title", language))
        for two in answer.against.found:
            lines.append(
                say("sides.quote", language, n=two.citation, text=" ".join(quotes[two.citation].split()))
            )
            lines.append(f"    {opposes(two.against, two.matter, language)}")
        lines += [answer.against.note, ""]
    lines += [*answer.notices, ""]
    if removed and answer.removed:
        lines.append(say("cli.removed", language, count=len(answer.removed)))
        lines += [f"- {one.claim.text} ({doubts(one, language)})" for one in answer.removed]
        lines.append("")
    for citation in answer.citations:
        lines.append(f"[{citation.n}] {_place(citation.hit, language)}")
    return printable("\n".join(_squeezed(lines)))


def _squeezed(lines: Iterable[str]) -> Iterator[str]:
    """No two empty lines in a row."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
