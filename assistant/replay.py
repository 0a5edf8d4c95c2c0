"""Composes a recorded answer again, from what is found today and from what the model said then.

Asks no model: its stored reply is read and verified again. Knows nothing of how the record is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.ask import grounds
from assistant.extractive import extract
from assistant.generative import heard, replies
from assistant.relevance import Relevance
from assistant.reply import ReplyReader
from assistant.verdict import Checked
from assistant.verify import verify
from casefile.answer import Citation
from casefile.language import Language
from casefile.search import Hit

Record = Mapping[str, Any]  # Any: JSON, as `assistant/provenance.py` writes it


def said_again(
    record: Record,
    found: Sequence[Hit],
    still_there: Mapping[str, Hit],
    relevance: Relevance,
    identify: Callable[[str], Language],
) -> list[Checked]:
    """Every statement with today's verdict, in the order of the answer.

    `found`: what the search finds today. `still_there`: the recorded passages by id, as they are today;
    a quote from one that is gone is proved by nothing.
    """
    language, ids = Language(record["language"]), record["ids"]
    shown = {id_: still_there[id_] for id_ in ids.values() if id_ in still_there}
    heard_once: dict[str, Checked] = {}
    for reply in replies(record["reply"]) if ids else []:
        for one in heard([reply], ReplyReader(), ids, shown, language, identify):
            heard_once.setdefault(one.claim.text, one)
    checked = list(heard_once.values())
    strong = grounds(record["question"], language, found, record["floor"])
    if strong and not any(one.supported for one in checked):
        checked += _from_sources(record["question"], language, strong, relevance)
    return checked


def _from_sources(
    question: str, language: Language, hits: Sequence[Hit], relevance: Relevance
) -> list[Checked]:
    known, cited, said = {hit.passage.id: hit for hit in hits}, list[Citation](), list[Checked]()
    for proposed in extract(question, language, hits, relevance):
        checked = verify(proposed, known, language, cited=cited)
        if checked.supported:
            cited += [citation for citation in checked.citations if citation not in cited]
        said.append(checked)
    return said
