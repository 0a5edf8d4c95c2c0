"""The sources of an answer as cards: where each passage stands, its text, the quotes marked in it."""

from collections.abc import Iterable, Sequence
from html import escape

from assistant.label import article_of, title
from assistant.orders import orders, suspected
from assistant.placed import placed_orders
from casefile.answer import Citation, Where
from casefile.document import DELETED, Page
from casefile.language import Language
from casefile.passage import Concealed, Passage
from casefile.search import Hit
from ui.speech import remarks, say
from ui.web.text import Quoted, marked, shown

PAGED = ("application/pdf",)  # media types whose page numbers a reader finds on paper

EXCERPT = 240  # characters


def cards(hits: Sequence[Hit], citations: Sequence[Citation], language: Language) -> str:
    """Cited passages in the order of their citations, then what was found but not cited."""
    cited = _unique(citation.hit for citation in citations)
    known = {_key(hit) for hit in cited}
    others = [hit for hit in _unique(hits) if _key(hit) not in known]
    if not cited and not others:
        return empty_cards(language)
    found = "".join(_card(hit, [], language) for hit in others)
    if not cited:
        return _heading(language) + found
    proof = "".join(_card(hit, _quotes_of(hit, citations), language) for hit in cited)
    return (
        f'{_heading(language)}<h3 class="group">{_said("web.cited", language)}</h3>{proof}'
        f"{_aside(found, len(others), language)}"
    )


def empty_cards(language: Language) -> str:
    return _heading(language) + f'<p class="empty">{_said("web.sources_empty", language)}</p>'


def _aside(found: str, count: int, language: Language) -> str:
    """What was found but not cited, folded away."""
    label = _said("web.uncited", language, count=count)
    return f'<details id="uncited"><summary>{label}</summary>{found}</details>' if found else ""


def place(hit: Hit, language: Language) -> str:
    """Article and part for laws and guidance, the page for anything else."""
    page = say("web.page", language, page=hit.passage.locator.page)
    article = article_of(hit, language)
    if not article:
        return page
    return f"{article} · {page}" if hit.document.media_type in PAGED else article


def whole_page(page: Page, span: tuple[int, int], quotes: Sequence[Quoted], language: Language) -> str:
    """The page a passage stands on, the passage set off, the quotes marked."""
    if page.unread:
        return f'<p class="notice">{_said(f"unread.{page.unread}", language)}</p>'
    start, end = span
    inside = [Quoted(quote.start - start, quote.end - start, quote.n) for quote in quotes]
    here = f'<span class="here">{marked(page.text[start:end], inside, language)}</span>'
    return (
        f'<div class="whole-page">{_begin(page, language)}{_stretch(page, 0, start, language)}{here}'
        f"{_stretch(page, end, len(page.text), language)}</div>"
    )


def _begin(page: Page, language: Language) -> str:
    """A line where nothing of the page is seen by who opens the file."""
    if page.how == DELETED:
        return _unseen(Concealed.DELETED, language)
    return _unseen(Concealed.HIDDEN, language) if page.hidden_from == 0 else ""


def _stretch(page: Page, start: int, end: int, language: Language) -> str:
    """With a line before what is hidden."""
    border = page.hidden_from
    if not border or not start < border <= end:
        return shown(page.text[start:end], language)
    line = _unseen(Concealed.HIDDEN, language)
    return f"{shown(page.text[start:border], language)}{line}{shown(page.text[border:end], language)}"


def _unseen(why: Concealed, language: Language) -> str:
    return f'<span class="remark unseen">{_said(f"source.{why}", language)}</span>'


def _heading(language: Language) -> str:
    return f"<h2>{_said('web.sources', language)}</h2>"


def _card(hit: Hit, quotes: list[Quoted], language: Language) -> str:
    at, passage = hit.passage.locator, hit.passage
    numbers = sorted({quote.n for quote in quotes})
    local = [Quoted(quote.start - at.start, quote.end - at.start, quote.n) for quote in quotes]
    kind = f"kind-{hit.collection.kind}"
    context = f'<p class="context">{shown(passage.context, language)}</p>' if passage.context else ""
    back = f'<button type="button" class="back">{_said("web.back", language)}</button>' if numbers else ""
    return (
        f'<details class="source {kind}" id="{_key(hit)}" data-cites="{_joined(numbers)}">'
        f"{_summary(hit, numbers, language)}{_warnings(hit, language)}{context}"
        f'<div class="text" lang="{passage.language}">{marked(passage.text, local, language)}</div>'
        f"{_twins(hit, language)}"
        f'<div class="actions">{_page_button(hit, quotes, language)}{back}</div></details>'
    )


def _warnings(hit: Hit, language: Language) -> str:
    """Lines if the source speaks to a language model, or may; a name that does is shown nowhere else."""
    placed = placed_orders([hit])
    named = any(order.where in (Where.TITLE, Where.PATH) for order in placed)
    names = dict.fromkeys((hit.document.title, *hit.document.paths)) if named else ()
    within = [order.sure for order in placed if order.where not in (Where.TITLE, Where.PATH)]
    lines = [say("web.order_name", language, name=name) for name in names if orders(name)]
    lines += [say("web.order", language)] if True in within else []
    lines += [say("web.perhaps_order_name", language, name=name) for name in names if suspected(name)]
    lines += [say("web.perhaps_order", language)] if False in within else []
    return "".join(f'<p class="warning">{shown(line, language)}</p>' for line in lines)


def _twins(hit: Hit, language: Language) -> str:
    """The text of the same place in another language, folded away; that there are copies is not shown."""
    others = [twin for twin in hit.twins if twin.language is not hit.passage.language]
    return "".join(
        f'<details class="twin"><summary>{_said(f"web.twin.{twin.language}", language)}</summary>'
        f"{_remarks(twin, language)}"
        f'<div class="text" lang="{twin.language}">{shown(twin.text, language)}</div></details>'
        for twin in others
    )


def _summary(hit: Hit, numbers: list[int], language: Language) -> str:
    """What a closed card shows: a law by its article, a file by its title, and how it begins."""
    names = [title(hit), place(hit, language)]
    first, second = reversed(names) if article_of(hit, language) else names
    if first.startswith(second):  # an act that is cited by its name has said it
        second = ""
    passage = hit.passage
    excerpt = " ".join(passage.text[:EXCERPT].split())
    home = f"{hit.collection.name} · {say(f'language.{passage.language}', language)}"
    return (
        f'<summary>{_badges(numbers, language)}<span class="title">{shown(first, language)}</span>'
        f'<span class="where"><span class="place">{shown(second, language)}</span> '
        f'<span class="kind">{_said(f"kind.{hit.collection.kind}", language)}</span> '
        f"{shown(home, language)}</span>"
        f"{_remarks(passage, language)}"
        f'<span class="excerpt" aria-hidden="true">{shown(excerpt, language)}</span></summary>'
    )


def _remarks(passage: Passage, language: Language) -> str:
    return "".join(f'<span class="remark">{escape(remark)}</span>' for remark in remarks(passage, language))


def _badges(numbers: list[int], language: Language) -> str:
    if not numbers:
        return ""
    label = _said("web.cited_by", language, numbers=_joined(numbers))
    inner = "".join(f'<span class="n">{n}</span>' for n in numbers)
    return f'<span class="numbers" role="img" aria-label="{label}">{inner}</span>'


def _page_button(hit: Hit, quotes: list[Quoted], language: Language) -> str:
    at = hit.passage.locator
    spans = " ".join(f"{quote.start}-{quote.end}-{quote.n}" for quote in quotes)
    return (
        f'<button type="button" class="whole" data-document="{escape(hit.document.id)}" data-page="{at.page}"'
        f' data-span="{at.start}-{at.end}" data-quotes="{spans}"'
        f' data-other="{_said("web.only_passage", language)}">'
        f"{_said('web.whole_page', language)}</button>"
    )


def _quotes_of(hit: Hit, citations: Sequence[Citation]) -> list[Quoted]:
    return [Quoted(c.start, c.end, c.n) for c in citations if _key(c.hit) == _key(hit)]


def _unique(hits: Iterable[Hit]) -> list[Hit]:
    return list({_key(hit): hit for hit in hits}.values())


def _key(hit: Hit) -> str:
    """One file may lie in two collections: there its passages are two sources."""
    return escape(f"source-{hit.passage.id}-{hit.collection.id}")


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(str(n) for n in numbers)


def _said(key: str, language: Language, **facts: object) -> str:
    return escape(say(key, language, **facts))
