"""An answer as HTML: what it says, what it refuses, what was searched. No links, no images, no raw text."""

from collections.abc import Mapping, Sequence
from html import escape

from assistant.label import title
from casefile.answer import Answer, Citation, Claim, Verdict
from casefile.language import Language
from ingest.outcome import Failed, Indexed, Outcome
from prompts.render import phrase
from ui.export.format import Format
from ui.speech import differs, doubts, explain, opposes, printable, say
from ui.web.cards import place
from ui.web.text import shown


def waiting(language: Language) -> str:
    """Before the first question."""
    return _panel(language, "", f'<p class="empty">{_said("web.answer_empty", language)}</p>')


def searching(language: Language) -> str:
    return _panel(language, say("web.searching", language), "", busy=True)


def composing(
    found: int,
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    spoken: Language,
    language: Language,
    understood: str = "",
) -> str:
    """Sources are there; the claims verified so far."""
    status = say("web.composing", language, hits=found)
    body = _understood(understood, language) + _claims(claims, citations, spoken, language)
    return _panel(language, status, body, busy=True)


def answered(answer: Answer, language: Language, pass_: str = "") -> str:
    """`pass_` lets the browser fetch the record as a file; without one nothing offers to."""
    downloads = _downloads(answer.record, pass_, language) if pass_ else ""
    if answer.refused:
        understood = _understood(answer.understood, language)
        return _panel(language, "", understood + _refusal(answer, language) + downloads)
    supported = sum(claim.verdict is Verdict.SUPPORTED for claim in answer.claims)
    status = say("web.done", language, claims=supported, citations=len(answer.citations))
    body = (
        _understood(answer.understood, language)
        + _claims(answer.claims, answer.citations, answer.language, language)
        + _disagreements(answer, language)
        + _against(answer, language)
        + _notices(answer, language)
        + _removed(answer, language)
        + f'<footer><p class="draft">{_said("web.draft", language)}</p>{_searched(answer, language)}</footer>'
        + downloads
    )
    return _panel(language, status, body)


def problem(sentence: str, language: Language) -> str:
    """Something stood in the way of an answer; `sentence` says what and the next step."""
    body = f'<div class="problem" role="alert"><p>{shown(sentence, language)}</p></div>'
    return _panel(language, "", body)


def outcome_line(outcome: Outcome, language: Language) -> str:
    """What became of one uploaded file, as a list item's content."""
    if isinstance(outcome, Failed):
        return refused_file(outcome.name, explain(outcome.error, language), language)
    if isinstance(outcome, Indexed):
        told = _said("web.upload_indexed", language, pages=outcome.pages, passages=outcome.passages)
        if outcome.unread_pages:
            unread = _said("web.upload_unread", language, unread=outcome.unread_pages)
            told += f' <span class="unread">{unread}</span>'
        return _line("indexed", outcome.name, told, language)
    return _line("unchanged", outcome.name, _said("web.upload_unchanged", language), language)


def refused_file(name: str, sentence: str, language: Language) -> str:
    """A line with the reason; an explanation begins with the file's name, which the line shows already."""
    told = sentence.removeprefix(" ".join(printable(name).split()) + ": ")
    told = told[:1].upper() + told[1:]
    return _line("failed", name, f"{_said('web.upload_failed', language)}. {shown(told, language)}", language)


def _panel(language: Language, status: str, body: str, *, busy: bool = False) -> str:
    """The status line always comes first, so that a screen reader follows one element."""
    state = "busy" if busy else "still"
    return (
        f"<h2>{_said('web.answer', language)}</h2>"
        f'<p class="status {state}" role="status">{escape(status)}</p>'
        f'<div class="body" aria-busy="{str(busy).lower()}">{body}</div>'
    )


def _understood(question: str, language: Language) -> str:
    """The question as a conversation made it, above everything that answers it."""
    if not question:
        return ""
    label = _said("web.understood", language)
    return f'<p class="understood"><strong>{label}</strong> {shown(question, language)}</p>'


def _claims(
    claims: Sequence[Claim], citations: Sequence[Citation], spoken: Language, language: Language
) -> str:
    by_number = {citation.n: citation for citation in citations}
    items = "".join(_claim(claim, by_number, language) for claim in claims)
    return f'<div class="claims" lang="{spoken}">{items}</div>' if items else ""


def _claim(claim: Claim, citations: Mapping[int, Citation], language: Language) -> str:
    buttons = "".join(_cite(citations[n], language) for n in claim.citations if n in citations)
    badge = (
        f'<strong class="badge" lang="{language}">{_said("web.unconfirmed", language)}</strong> '
        if claim.verdict is not Verdict.SUPPORTED
        else ""
    )
    rest, space, last = claim.text.rpartition(
        " "
    )  # a number never begins a line: it stays with the last word
    tail = f'<span class="tail">{shown(last, language)}{buttons}</span>'
    return f'<p class="claim {claim.verdict}">{badge}{shown(rest + space, language)}{tail}</p>'


def _cite(citation: Citation, language: Language) -> str:
    hit = citation.hit
    facts = {"n": citation.n, "title": title(hit), "place": place(hit, language)}
    label = escape(say("web.citation", language, **facts))
    return (
        f'<button type="button" class="cite kind-{hit.collection.kind}" data-n="{citation.n}"'
        f' lang="{language}" aria-label="{label}" title="{label}">{citation.n}</button>'
    )


def _downloads(record: str, pass_: str, language: Language) -> str:
    """A button per format; `page.js` fetches the file."""
    data = f'data-record="{escape(record)}" data-pass="{escape(pass_)}"'
    buttons = "".join(
        f'<button type="button" class="export" data-format="{wanted}" {data}>{wanted.upper()}</button>'
        for wanted in Format
    )
    failed = _said("web.export_failed", language)
    return (
        f'<div class="exports" role="group" aria-label="{_said("web.export", language)}"'
        f' data-failed="{failed}"><span>{_said("web.export", language)}</span>{buttons}'
        f'<span class="told" role="status"></span></div>'
    )


def _refusal(answer: Answer, language: Language) -> str:
    """The notices of a refusal say why, what was searched and what could not be read."""
    said = _notices(answer, language) or f"<p>{_said('web.refused_why', language)}</p>"
    return (
        f'<section class="refusal"><h3>{_said("web.refused", language)}</h3>{said}'
        f'<div class="searched">{_record(answer, language)}</div></section>'
    )


def _notices(answer: Answer, language: Language) -> str:
    return "".join(
        f'<p class="notice" lang="{answer.language}">{shown(notice, language)}</p>'
        for notice in answer.notices
        if notice != phrase("understood", answer.language, question=answer.understood)  # said above
    )


def _disagreements(answer: Answer, language: Language) -> str:
    """Every two quotes that cannot both be true, one beside the other."""
    cited = {citation.n: citation for citation in answer.citations}
    return "".join(
        f'<section class="sides"><h3>{escape(differs(one.matter, language))}</h3><div>'
        f"{''.join(_side(cited[n], language) for n in one.citations)}</div></section>"
        for one in answer.disagreements
    )


def _side(citation: Citation, language: Language) -> str:
    hit = citation.hit
    where = shown(f"{title(hit)}, {place(hit, language)}", language)
    return (
        f'<figure><blockquote lang="{hit.passage.language}">{shown(citation.quote, language)}</blockquote>'
        f"<figcaption>{_cite(citation, language)} {where}</figcaption></figure>"
    )


def _against(answer: Answer, language: Language) -> str:
    """What speaks against the answer, where that was asked for."""
    if answer.against is None:
        return ""
    cited = {citation.n: citation for citation in answer.citations}
    sides = "".join(
        f"<h4>{escape(opposes(one.against, one.matter, language))}</h4>{_side(cited[one.citation], language)}"
        for one in answer.against.found
    )
    note = f'<p lang="{answer.language}">{shown(answer.against.note, language)}</p>' if not sides else ""
    return (
        f'<section class="sides against"><h3>{_said("against.title", language)}</h3>{sides}{note}</section>'
    )


def _removed(answer: Answer, language: Language) -> str:
    """What was proposed and not proved, folded away: for whoever asks to see it."""
    if not answer.removed:
        return ""
    items = "".join(
        f'<li><span lang="{answer.language}">{shown(removed.claim.text, language)}</span>'
        f'<span class="why">{escape(doubts(removed, language))}</span></li>'
        for removed in answer.removed
    )
    label = _said("web.removed", language, count=len(answer.removed))
    return f'<details class="removed"><summary>{label}</summary><ul>{items}</ul></details>'


def _searched(answer: Answer, language: Language) -> str:
    names = ", ".join(answer.searched.collections)
    looked = say("web.searched", language, collections=names, passages=answer.searched.passages)
    return f'<div class="searched"><p>{shown(looked, language)}</p>{_record(answer, language)}</div>'


def _record(answer: Answer, language: Language) -> str:
    record = _said("web.record", language, record=answer.record)
    return f'<p class="record">{record}</p>' if answer.record else ""


def _line(state: str, name: str, told: str, language: Language) -> str:
    file = name.rsplit("/", 1)[-1]
    return f'<span class="file">{shown(file, language)}</span> <span class="{state}">{told}</span>'


def _said(key: str, language: Language, **facts: object) -> str:
    return escape(say(key, language, **facts))
