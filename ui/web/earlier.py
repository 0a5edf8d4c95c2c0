"""The earlier questions of a conversation as HTML, their answers folded away. Knows where no turn is kept."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from casefile.language import Language
from ui.history import Told
from ui.speech import say
from ui.web.text import shown


def earlier(turns: Sequence[Told], language: Language) -> str:
    """Oldest first; every statement with the quotes that prove it, as the ledger kept them."""
    if not turns:
        return ""
    items = "".join(f"<li>{_turn(told, language)}</li>" for told in turns)
    return f"<h2>{_said('web.earlier', language)}</h2><ol>{items}</ol>"


def _turn(told: Told, language: Language) -> str:
    question = shown(told.asked, language)
    meant = ""
    if told.answer.get("understood"):
        label = _said("web.understood", language)
        meant = f'<p class="understood">{label} {shown(told.turn.question, language)}</p>'
    return f"<details><summary>{question}</summary>{meant}{_answer(told.answer, language)}</details>"


def _answer(answer: Mapping[str, Any], language: Language) -> str:  # Any: JSON of ours
    if answer["refused"]:
        return f"<p>{_said('web.unanswered', language)}</p>"
    claims = "".join(
        f'<p class="claim">{shown(claim["text"], language)} {_numbers(claim)}</p>'
        for claim in answer["claims"]
    )
    quotes = "".join(
        f'<p class="quote"><span class="n">[{quoted["n"]}]</span> {shown(_title(quoted), language)}:'
        f" <q>{shown(quoted['quote'], language)}</q>{_recognised(quoted, language)}</p>"
        for quoted in answer["citations"]
    )
    return f'<div lang="{answer["language"]}">{claims}{quotes}</div>'


def _title(quoted: Mapping[str, Any]) -> str:
    return str(quoted["title"] or quoted["path"].rpartition("/")[2])


def _recognised(quoted: Mapping[str, Any], language: Language) -> str:
    remark = f' <span class="remark">{_said("source.recognised", language)}</span>'
    return remark if quoted.get("recognised") else ""  # older records do not tell


def _said(key: str, language: Language) -> str:
    return escape(say(key, language))


def _numbers(claim: Mapping[str, Any]) -> str:
    return "".join(f'<span class="n">[{n}]</span>' for n in claim["citations"])
