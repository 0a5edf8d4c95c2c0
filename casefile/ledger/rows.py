"""Nouns to columns and back; the one place that knows their order."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple

from casefile.document import Document, DocumentState, Page
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Concealed, Passage
from casefile.sqlite import Row

DOCUMENT = "id, title, media_type, language, size, received_at, state, reason"
PAGE = "number, text, unread, how, context, language, law, hidden_from"
PASSAGE = (
    "passages.id, passages.document, page, start, end, text, passages.language, context,"
    " is_law, act, article, part, point, subpoint, recognised, concealed"
)
NO_LAW = LawRef()
PAGE_ROW, PASSAGE_ROW = 9, 16  # columns
VISIBLE = "passages JOIN documents ON documents.id = passages.document AND documents.state = 'indexed'"

# However many there are, it is one statement, and SQLite plans it once.
AMONG = "IN (SELECT value FROM json_each(?))"


def among(ids: Iterable[str]) -> str:
    """What `AMONG` is given."""
    return json.dumps(list(ids))


def to_document(row: Row, paths: Sequence[str]) -> Document:
    id_, title, media_type, language, size, received_at, state, reason = row
    return Document(
        id=id_,
        title=title,
        media_type=media_type,
        language=Language(language),
        size=size,
        received_at=received_at,
        state=DocumentState(state),
        reason=reason,
        paths=tuple(paths),
    )


def to_page(row: Row) -> Page:
    number, text, unread, how, context, language, law, hidden_from = row
    ref = LawRef(*json.loads(law)) if law else None
    return Page(number, text, unread, how, context, ref, Language(language), hidden_from)


def page_row(document: str, page: Page) -> Row:
    law = json.dumps(astuple(page.law), ensure_ascii=False) if page.law else ""
    told = (page.number, page.text, page.unread, page.how, page.context, page.language, law)
    return document, *told, page.hidden_from


def to_passage(row: Row) -> Passage:
    id_, document, page, start, end, text, language, context, is_law, *law, recognised, concealed = row
    locator = Locator(page, start, end, LawRef(*law) if is_law else None)
    return Passage(
        id_, document, locator, text, Language(language), context, bool(recognised), Concealed(concealed)
    )


def passage_row(passage: Passage) -> Row:
    at = passage.locator
    law = at.law or NO_LAW  # its fields one by one: astuple copies, and there are tens of thousands
    return (
        passage.id,
        passage.document,
        at.page,
        at.start,
        at.end,
        passage.text,
        passage.language,
        passage.context,
        at.law is not None,
        law.act,
        law.article,
        law.part,
        law.point,
        law.subpoint,
        passage.recognised,
        passage.concealed,
    )
