"""Turns pages into passages: statutes by article, part and point, everything else by sentences.

Streams: holds one page and its place in the act. A passage never crosses a page and is exactly its
span; every character that is not white space is in one passage. What the original hides is in passages of
its own, of no article. Knows nothing of embeddings.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from casefile.acts import Division, division_of
from casefile.document import DELETED, Page
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Concealed, Passage, passage_id
from ingest.prose import headed, pack
from ingest.statute import Kind, Place, Stretch, articles_in, outline, preface_of
from ingest.titles import named_act

SPLITTER = "1"

WHOLE = 1_200  # a part up to this long is one passage
ALONE = 300  # a point this long is a passage of its own; shorter ones share
SHARED = 700  # up to this long
TINY = 40  # a passage shorter than this joins the next one of the same part
LONGEST_NAME = 160  # characters of one name in the context line
_ARTICLES = 3  # headings in ascending order that make a page a statute where nobody said so
START = Place()
_CAPITAL = r"[\"«“(]?[A-ZА-ЯӘҒҚҢӨҰҮҺІЁ]"
_LINK_LINE = (
    r"(?!Закон|Кодекс|Конституц|Республик|Казахстан|Особенн|Общ|Қазақстан|Заң)"  # of a line a link broke
)
_TAIL = re.compile(
    rf"[–—.]\s*\n\s*(?=\S)|[;:!?]\s*\n\s*(?={_CAPITAL})|[)»\"”]\s*\n\s*{_LINK_LINE}(?={_CAPITAL})"
)
_NO_ITEM = re.compile(rf"\n[^\S\n]*\d{{1,3}}(?:-\d{{1,2}})?\)|[^\s,]\s*\n\s*{_LINK_LINE}{_CAPITAL}")

# Words that make a document one about an act, Kazakh, Russian and English.


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    context: str
    law: LawRef | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """How far into the act the pages so far have come."""

    act: str
    title: str
    statute: bool = False
    chapter: str = ""
    place: Place = START


def split(
    document: str, title: str, act: str, pages: Iterable[Page], identify: Callable[[str], Language]
) -> Iterator[Passage]:
    """Passages in reading order. `act` is the official code where the reader knows it, else ""."""
    state = _State(act=act, title=title)
    heading = ""
    for page in pages:
        if page.unread:
            continue
        seen = replace(page, text=page.shown)
        spans: list[_Span] = []
        if seen.text.strip():
            state = _entered(state, seen)
            if state.statute:
                spans, state = _statute(seen, state)
            else:
                spans, heading = _prose(seen, title, heading)
        concealed = Concealed.DELETED if page.how == DELETED else Concealed.NO
        for span in spans:
            yield _passage(document, page, span, concealed, identify)
        for span in _hidden(page, title):
            yield _passage(document, page, span, Concealed.HIDDEN, identify)


def _hidden(page: Page, title: str) -> Iterator[_Span]:
    if page.hidden_from is not None:
        for left, right in pack(page.text, page.hidden_from, len(page.text)):
            yield _Span(left, right, _line(title, page.context))


def _passage(
    document: str, page: Page, span: _Span, concealed: Concealed, identify: Callable[[str], Language]
) -> Passage:
    text = page.text[span.start : span.end]
    language = identify(text)
    return Passage(
        id=passage_id(document, page.number, span.start, span.end, SPLITTER),
        document=document,
        locator=Locator(page.number, span.start, span.end, span.law),
        text=text,
        language=page.language if language is Language.UND else language,
        context=span.context,
        recognised=page.recognised,
        concealed=concealed,
    )


def _entered(state: _State, page: Page) -> _State:
    """The state in which this page is read: a statute is one by its reader's word or by its headings."""
    if page.law is not None:
        place = Place(article=page.law.article, part=page.law.part, item=page.law.point)
        return _State(
            act=page.law.act or state.act, title=page.context or state.title, statute=True, place=place
        )
    if state.statute:
        return state
    numbers = articles_in(page.text)
    ascending = len(numbers) >= _ARTICLES and numbers == sorted(numbers) and len(set(numbers)) >= _ARTICLES
    if ascending or (state.act and numbers):
        preface = preface_of(page.text) if page.number == 1 else ""
        return replace(state, act=state.act or named_act(state.title, preface) or state.title, statute=True)
    return state


def _statute(page: Page, state: _State) -> tuple[list[_Span], _State]:
    """The spans of one page of an act, and the state at its end."""
    place = state.place if page.law is None else Place(article=_numbered(page.law.article))
    group: list[Stretch] = []
    spans: list[_Span] = []
    chapter = state.chapter

    def flush() -> None:
        if group:
            spans.extend(_article_spans(page.text, group, replace(state, chapter=chapter)))
            group.clear()

    for stretch in outline(page.text, place, whole=page.law is not None):
        if stretch.kind is not Kind.NOTE:  # after a note the text goes on where it was
            place = stretch.place
        if stretch.kind is Kind.TEXT:
            if group and not _together(group[-1], stretch, page.text):
                flush()
            group.append(stretch)
            continue
        flush()
        if stretch.kind in (Kind.CHAPTER, Kind.END) and page.law is None:
            words = " ".join(page.text[stretch.start : stretch.end].replace("#", " ").split())
            chapter = words if stretch.kind is Kind.CHAPTER and words != state.title else ""
        spans.extend(_other_spans(page.text, stretch, replace(state, chapter=chapter)))
    flush()
    return _joined(page.text, spans), replace(state, chapter=chapter, place=replace(place, item=""))


def _numbered(article: str) -> str:
    """The article of a row, unless it is what a broken link left of two numbers: "3772662"."""
    return "" if re.match(r"\d{5}", article) else article


def _together(last: Stretch, stretch: Stretch, text: str) -> bool:
    """Stretches of one part, and the article's heading line with its first part."""
    if last.place.article != stretch.place.article or stretch.opens:
        return False
    same = (last.place.part, last.place.remark) == (stretch.place.part, stretch.place.remark)
    only_heading = last.opens and not last.place.part and "\n" not in text[last.start : last.end].strip()
    return same or only_heading


def _article_spans(text: str, group: list[Stretch], state: _State) -> Iterator[_Span]:
    """One part: one passage, or its points in groups."""
    place = group[-1].place
    context = _context(state, place)
    pieces = [piece for stretch in group for piece in _without_tail(text, stretch)]
    if pieces[-1].end - pieces[0].start <= WHOLE:
        yield from _shared_spans(text, pieces, context, state, place)
        return
    shared: list[Stretch] = []
    for stretch in pieces:
        length = stretch.end - stretch.start
        if shared and ((length >= ALONE and stretch.place.item) or stretch.end - shared[0].start > SHARED):
            yield from _shared_spans(text, shared, context, state, place)
            shared = []
        shared.append(stretch)
        if length >= ALONE and stretch.place.item:
            yield from _shared_spans(text, shared, context, state, place)
            shared = []
    yield from _shared_spans(text, shared, context, state, place)


def _shared_spans(
    text: str, shared: list[Stretch], context: str, state: _State, place: Place
) -> Iterator[_Span]:
    if not shared:
        return
    start, end = shared[0].start, shared[-1].end
    item = shared[0].place.item if len(shared) == 1 and not _NO_ITEM.search(text, start, end) else ""
    law = _law(state.act, place, item)
    if end - start <= WHOLE:
        yield _Span(start, end, context, law)
        return
    for left, right in pack(text, start, end):
        yield _Span(left, right, context, law)


def _without_tail(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """A point without the lines after it that may speak of all points (the sanction, a new paragraph).

    What goes on after an editorial note does not begin with the point's mark, and may belong to none.
    """
    item = stretch.place.item
    if not item:
        yield stretch
        return
    rest = replace(stretch.place, item="")
    if not text[stretch.start : stretch.end].lstrip(" \t\xa0\n#*(").startswith((f"{item})", f"{item}.")):
        yield replace(stretch, place=rest)
    elif tail := _TAIL.search(text, stretch.start, stretch.end):
        yield replace(stretch, end=tail.end())
        yield replace(stretch, start=tail.end(), place=rest)
    else:
        yield stretch


def _other_spans(text: str, stretch: Stretch, state: _State) -> Iterator[_Span]:
    """Chapter lines, editorial notes and tables of contents."""
    context = _context(state, stretch.place)
    if stretch.kind is Kind.NOTE:
        context += " · note"
    law = _law(state.act, stretch.place, "")
    for left, right in pack(text, stretch.start, stretch.end, most=WHOLE):
        yield _Span(left, right, context, law)


def _joined(text: str, spans: list[_Span]) -> list[_Span]:
    """Without white space at the ends and without tiny spans, where the next one is of the same place."""
    joined: list[_Span] = []
    for span in spans:
        words = text[span.start : span.end]
        trimmed = replace(
            span, start=span.start + len(words) - len(words.lstrip()), end=span.start + len(words.rstrip())
        )
        if trimmed.start >= trimmed.end:
            continue
        if joined and (joined[-1].end - joined[-1].start < TINY or trimmed.end - trimmed.start < TINY):
            last = joined[-1]
            if (last.law, last.context) == (trimmed.law, trimmed.context):
                joined[-1] = replace(last, end=trimmed.end)
                continue
        joined.append(trimmed)
    return joined


def _law(act: str, place: Place, item: str) -> LawRef:
    part = "" if place.remark else place.part
    item = "" if place.remark else item
    if division_of(act) is Division.PARTS:
        return LawRef(act=act, article=place.article, part=part, point=item)
    return LawRef(act=act, article=place.article, point=part, subpoint=item)


def _context(state: _State, place: Place) -> str:
    return _line(state.title, state.chapter, place.heading)


def _line(*names: str) -> str:
    """Names from the outermost to the innermost, each cut to a readable length."""
    return " › ".join(
        name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…" for name in names if name
    )


def _prose(page: Page, title: str, heading: str) -> tuple[list[_Span], str]:
    spans: list[_Span] = []
    for start, end, own in headed(page.text):
        heading = own or heading
        context = _line(title, page.context, heading)
        spans.extend(_Span(left, right, context) for left, right in pack(page.text, start, end))
    return spans, heading
