"""The screen in one language, as Gradio blocks: collections, question, answer, sources, upload form.

Case text passes through as escaped HTML and is kept nowhere: not in `gr.State`, not in Gradio's files.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from html import escape
from itertools import chain, zip_longest
from typing import Any

from assistant.answered import Answered, Claimed, Sources
from casefile.answer import Citation, Claim
from casefile.collection import CollectionKind
from casefile.errors import DalelError, QuestionEmpty
from casefile.language import Language
from casefile.search import Hit
from ui.report import Shelf
from ui.speech import explain, say
from ui.web.cards import cards, empty_cards
from ui.web.earlier import earlier
from ui.web.forms import collections_heading, header, shelf_names, upload_form
from ui.web.passes import Passes
from ui.web.ports import Desk
from ui.web.render import answered, composing, problem, searching, waiting
from ui.web.sessions import browser_of

AT_ONCE, WAITING = 2, 32  # questions answered at the same time; questions in line
KINDS = (CollectionKind.LAW, CollectionKind.GUIDANCE, CollectionKind.CASE)

Screen = tuple[str, str]  # the answer's and the sources' HTML
ID = re.compile(r"[0-9a-f]{32}")  # of a conversation


def page(desk: Desk, language: Language, passes: Passes) -> Any:  # gradio has no types
    """Gradio blocks for one language."""
    import gradio as gr

    # No event may be called as an API, nothing shows Gradio's own progress over our text. Gradio checks no
    # input: its refusals are in English, and after a restart it has forgotten the boxes of an open page.
    quiet = {"api_visibility": "private", "show_progress": "hidden", "preprocess": False}

    def html(content: str, id_: str) -> Any:
        return gr.HTML(content, elem_id=id_, js_on_load=None, apply_default_css=False)

    with gr.Blocks(analytics_enabled=False, title=say("web.title", language), fill_width=True) as blocks:
        html(header(language), "header")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="shelves"):
                html(collections_heading(language), "collections-heading")
                groups = [
                    gr.CheckboxGroup(label=say(f"kinds.{kind}", language), elem_classes=f"shelf kind-{kind}")
                    for kind in KINDS
                ]
                none = html("", "no-shelves")
                refresh = gr.Button("", elem_id="refresh", visible="hidden")  # pressed by page.js
                uploaded = gr.Textbox(visible=False)
                talk = gr.Textbox(visible=False)  # opaque: what was said in it is in the ledger
            with gr.Column(elem_id="work"):
                with gr.Row(elem_id="asking"):
                    question = gr.Textbox(
                        label=say("web.question", language),
                        placeholder=say("web.question_hint", language),
                        elem_id="question",
                        lines=1,
                        max_lines=6,
                        autofocus=True,
                    )
                    ask = gr.Button(say("web.ask", language), variant="primary", elem_id="ask")
                    anew = gr.Button(say("web.new_conversation", language), elem_id="anew")
                    against = gr.Checkbox(label=say("web.against", language), elem_id="against")
                before = html("", "earlier")
                with gr.Row(elem_id="result"):
                    answer = gr.HTML(
                        waiting(language), elem_id="answer", js_on_load=None, apply_default_css=False
                    )
                    sources = html(empty_cards(language), "sources")
            with gr.Column(elem_id="adding"):
                html(upload_form(language), "upload-area")
                names = html("", "names")

        def shelves(new: object = "", *chosen: object) -> list[Any]:
            now = desk.collections()
            before = [{*_names(group), *_names([new])} for group in chosen]
            return [*_groups(gr, now, before, language), *_lists(now, language)]

        def answering(request: gr.Request, text: object, *inputs: object) -> Iterator[tuple[str, str, str]]:
            *chosen, said, opposed = inputs
            names = list(chain.from_iterable(map(_names, chosen)))
            about = conversation(said, names)
            told = earlier_turns(desk, about, names, language)
            issue = partial(passes.issue, browser_of(request.headers))
            question = text if isinstance(text, str) else ""
            for screen in respond(desk, question, names, language, issue, about, against=opposed is True):
                yield told, *screen

        def begin() -> list[str]:
            return [secrets.token_hex(16), "", waiting(language), empty_cards(language)]

        blocks.load(
            lambda: [*shelves(), secrets.token_hex(16)], outputs=[*groups, none, names, talk], **quiet
        )
        anew.click(begin, outputs=[talk, before, answer, sources], **quiet)
        refresh.click(
            shelves,
            inputs=[uploaded, *groups],
            outputs=[*groups, none, names],
            js="(_, ...chosen) => [window.dalelUploaded ?? '', ...chosen]",
            **quiet,
        )
        gr.on(
            [ask.click, question.submit],
            answering,
            inputs=[question, *groups, talk, against],
            outputs=[before, answer, sources],
            trigger_mode="once",
            **quiet,
        )
    return blocks.queue(default_concurrency_limit=AT_ONCE, max_size=WAITING, api_open=False)


def conversation(said: object, names: list[str]) -> str:
    """The conversation over these collections: a page that chooses others speaks of something else.

    `said`: what the page sent as its id; where it is none of ours there is no conversation.
    """
    if not isinstance(said, str) or not ID.fullmatch(said):
        return ""
    return sha256("\n".join([said, *sorted(names)]).encode("utf-8", "replace")).hexdigest()[:32]


def earlier_turns(desk: Desk, about: str, names: list[str], language: Language) -> str:
    """What was asked before, as HTML; "" where that cannot be read: the question itself will tell why."""
    try:
        return earlier(desk.turns(about, names) if names else [], language)
    except DalelError:
        return ""


def respond(
    desk: Desk,
    text: str,
    names: list[str],
    language: Language,
    issue: Callable[[str], str] = lambda _: "",
    about: str = "",
    *,
    against: bool = False,
) -> Iterator[Screen]:
    """The screen at every step: searching, sources, claims as they are verified, the answer.

    `names` are what a page sent, perhaps an old one: a collection that is not there is explained.
    `issue` makes the pass with which this browser may fetch a record; "" where it may not. `about` is the
    conversation the question belongs to. `against`: look for what speaks against the answer, too.
    """
    hits: list[Hit] = []
    understood = ""
    claims: list[Claim] = []
    citations: dict[int, Citation] = {}
    if not text.strip():
        yield problem(explain(QuestionEmpty(), language), language), empty_cards(language)
        return
    if not names:
        yield problem(say("web.choose_collection", language), language), empty_cards(language)
        return
    yield searching(language), empty_cards(language)
    try:
        for event in desk.ask(text, names, language, about, against=against):
            match event:
                case Sources(hits=found, understood=meant):
                    hits, understood = list(found), meant
                case Claimed(claim=claim, citations=made):
                    claims.append(claim)
                    citations |= {citation.n: citation for citation in made}
                case Answered(answer=answer):
                    yield (
                        answered(answer, language, issue(answer.record)),
                        cards(hits, answer.citations, language),
                    )
                    return
            known = list(citations.values())
            screen = composing(len(hits), claims, known, language, language, understood)
            yield screen, cards(hits, known, language)
    except DalelError as error:
        yield problem(explain(error, language), language), cards(hits, (), language)
    except Exception:
        yield problem(say("web.unexpected", language), language), cards(hits, (), language)
        raise


def _names(chosen: object) -> list[str]:
    """The names among what the page sent for a group of boxes, which may be anything."""
    return [name for name in chosen if isinstance(name, str)] if isinstance(chosen, list) else []


def _groups(gr: Any, shelves: list[Shelf], chosen: list[set[str]], language: Language) -> list[Any]:
    """A group of boxes per kind. A first visit finds laws and guidance chosen, and a case if there is one."""
    groups = []
    for kind, before in zip_longest(KINDS, chosen):
        mine = [shelf for shelf in shelves if shelf.collection.kind is kind]
        names = [shelf.collection.name for shelf in mine]
        if before is None:
            value = names if kind is not CollectionKind.CASE or len(names) == 1 else []
        else:
            value = [name for name in names if name in before]
        labels = [(_label(shelf, language), name) for shelf, name in zip(mine, names, strict=True)]
        groups.append(gr.update(choices=labels, value=value, visible=bool(mine)))
    return groups


def _lists(shelves: list[Shelf], language: Language) -> list[str]:
    none = "" if shelves else f'<p class="empty">{escape(say("web.collections_none", language))}</p>'
    return [none, shelf_names([shelf.collection.name for shelf in shelves], language)]


def _label(shelf: Shelf, language: Language) -> str:
    counts = say("web.documents_short", language, documents=shelf.documents)
    if shelf.unread_pages:
        counts += ", " + say("web.unread_short", language, unread=shelf.unread_pages)
    return f"{shelf.collection.name} · {counts}"
