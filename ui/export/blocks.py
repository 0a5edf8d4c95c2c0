"""An exported answer as blocks of text from top to bottom, in the language of the answer.

What others wrote has its hidden characters as codes: none can turn the text around it, and none is
illegal in XML. Knows neither fonts nor file formats.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

from casefile.collection import CollectionKind
from casefile.language import Language
from ui.export.document import AnswerDocument, Source, Statement, Text
from ui.speech import differs, opposes, printable, say

KINDS = (CollectionKind.LAW, CollectionKind.GUIDANCE, CollectionKind.CASE)


class Style(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    SOURCE = "source"  # heading of one source
    BODY = "body"
    NOTICE = "notice"
    FACT = "fact"
    PLACE = "place"  # facts of the words that follow
    QUOTE = "quote"


KEPT_WITH_NEXT = (Style.HEADING, Style.SOURCE, Style.PLACE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; "\\n" begins a new line in it."""

    style: Style
    text: str
    language: Language


def blocks(document: AnswerDocument) -> Iterator[Block]:
    """Question, answer, notices, sources by their kind, and how the answer came about."""
    for style, text, language in _paragraphs(document):
        yield Block(style, _visible(text), language)


def marking(language: Language) -> str:
    """What stands at the head of every page."""
    return say("export.marking", language)


def footer(document: AnswerDocument) -> str:
    """What stands at the foot of every page, without its number."""
    facts = [
        say("web.record", document.language, record=document.record),
        _answered(document),
        f"Dalel {version('dalel')}",
        *document.search_models,
        document.model,
    ]
    return _visible(" · ".join(filter(None, facts)))


Paragraph = tuple[Style, str, Language]


def _paragraphs(document: AnswerDocument) -> Iterator[Paragraph]:
    spoken = document.language

    def said(style: Style, key: str, **facts: object) -> Paragraph:
        return style, say(key, spoken, **facts), spoken

    yield said(Style.TITLE, "export.title")
    yield said(Style.NOTICE, "web.draft")
    yield said(Style.HEADING, "web.question")
    yield Style.BODY, document.question, spoken
    yield said(Style.HEADING, "web.refused" if document.refused else "web.answer")
    yield from ((Style.BODY, _stated(one, spoken), spoken) for one in document.statements)
    quotes = {source.n: source.quote for source in document.sources}
    for one in document.sides:
        yield Style.SOURCE, differs(one.matter, spoken), spoken
        yield from (
            (Style.QUOTE, say("sides.quote", spoken, n=n, text=quotes[n].text), quotes[n].language)
            for n in one.citations
        )
    if document.against:
        yield said(Style.HEADING, "against.title")
        for two in document.against.found:
            yield Style.SOURCE, opposes(two.against, two.matter, spoken), spoken
            quote = quotes[two.citation]
            yield (
                Style.QUOTE,
                say("sides.quote", spoken, n=two.citation, text=quote.text),
                quote.language,
            )
        if document.against.note:
            yield Style.NOTICE, document.against.note, spoken
    if document.notices and not document.refused:
        yield said(Style.HEADING, "export.notices")
    yield from ((Style.NOTICE, notice, spoken) for notice in document.notices)
    for kind in KINDS:
        sources = [source for source in document.sources if source.kind is kind]
        if sources:
            yield said(Style.HEADING, f"export.sources.{kind}")
        for source in sources:
            yield from _source(source, spoken)
    yield said(Style.HEADING, "export.about")
    yield from ((Style.FACT, fact, spoken) for fact in _about(document))


def _stated(statement: Statement, spoken: Language) -> str:
    numbers = "".join(f"[{n}]" for n in statement.citations)
    doubt = "" if statement.supported else f"{say('web.unconfirmed', spoken)}: "
    return f"{doubt}{statement.text} {numbers}".rstrip()


def _source(source: Source, spoken: Language) -> Iterator[Paragraph]:
    name = source.article[:1].upper() + source.article[1:]
    heading = _one_line(name or source.title)
    yield Style.SOURCE, f"[{source.n}] {heading}", spoken
    title = _one_line(source.title)
    facts = [
        "" if title in heading else say("export.document", spoken, title=title),
        say("export.file", spoken, file=_one_line(source.file)),
        say("export.collection", spoken, collection=source.collection),
    ]
    language = say(f"language.{source.quote.language}", spoken)
    words = say("export.quote", spoken, language=language)
    yield from _quoted(source.quote, [*filter(None, facts), words], spoken)
    for twin in source.twins:
        yield from _quoted(twin, [say(f"web.twin.{twin.language}", spoken)], spoken)


def _quoted(text: Text, facts: list[str], spoken: Language) -> Iterator[Paragraph]:
    """The words between their place and the hash of the file they stand in."""
    place = say("export.place", spoken, page=text.page, start=text.start, end=text.end)
    yield Style.PLACE, "\n".join(facts) + f": {place}", spoken
    yield Style.QUOTE, text.text, text.language
    if text.recognised:
        remark = say("source.recognised", spoken)
        yield Style.NOTICE, remark[:1].upper() + remark[1:], spoken
    yield Style.FACT, say("export.sha256", spoken, sha256=text.document), spoken


def _about(document: AnswerDocument) -> Iterator[str]:
    spoken = document.language
    names = ", ".join(document.collections)
    yield _answered(document)
    yield say("web.record", spoken, record=document.record)
    yield say("web.searched", spoken, collections=names, passages=document.passages)
    yield say("export.unread", spoken, pages=document.unread_pages)
    if document.search_models:
        yield say("export.search_models", spoken, models=", ".join(document.search_models))
    used = say("export.model", spoken, model=document.model)
    yield used if document.model else say("export.no_model", spoken)
    yield say("export.program", spoken, version=version("dalel"))


def _answered(document: AnswerDocument) -> str:
    return say("export.answered", document.language, at=document.at[:19].replace("T", " "))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _visible(text: str) -> str:
    return printable(text.replace("\r\n", "\n"))
