"""What a refusal tells of the search: collections, languages, the words searched, what could not be read."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from assistant.orders import orders
from casefile.answer import Query, Searched, Unread, Way
from casefile.language import Language
from casefile.lawref_print import print_ref
from casefile.place import named
from prompts.render import phrase

NAMED = 5  # unread pages that are named


class Put(Protocol):
    """A question, as far as it tells in which words it was searched."""

    question: str
    asked: str  # as it was typed, where a conversation made another one of it
    language: Language
    wordings: Mapping[Language, str]


def queries(put: Put, spelled: Callable[[str], str]) -> Iterator[Query]:
    """Every form in which the question was searched."""
    yield Query(Way.UNDERSTOOD if put.asked else Way.ASKED, put.question, put.language)
    if (text := spelled(put.question)) != put.question:
        yield Query(Way.RESPELLED, text, Language.KK)
    for ref in dict.fromkeys(one.ref for one in named(text)):
        yield Query(Way.REFERENCE, print_ref(ref, put.language), put.language)
    for language, wording in put.wordings.items():
        yield Query(Way.REWORDED, wording, language)


def looked_through(searched: Searched, language: Language) -> Iterator[str]:
    """Sentences of a refusal; in which other words was searched an answer tells too."""
    if not searched.collections:
        yield phrase("searched_nothing", language)
        return
    names = ", ".join(searched.collections)
    yield phrase("searched", language, collections=names, passages=searched.passages)
    if searched.languages:
        spoken = ", ".join(phrase(f"language_{one}", language) for one in searched.languages)
        yield phrase("languages_searched", language, languages=spoken)
    ways = {way: [query.text for query in searched.queries if query.way is way] for way in Way}
    yield from (phrase("respelled", language, text=text) for text in ways[Way.RESPELLED])
    if ways[Way.REFERENCE]:
        yield phrase("looked_up", language, places="; ".join(ways[Way.REFERENCE]))


def unread_places(searched: Searched, language: Language) -> str:
    """The first pages that could not be read; "…" for more of them."""
    places = [_place(one, language) for one in searched.unread[:NAMED]]
    return "; ".join(places + ["…"] * (searched.unread_pages > len(places)))


def _place(unread: Unread, language: Language) -> str:
    """A name that speaks to a language model names nothing."""
    title = unread.title if unread.title and not orders(unread.title) else unread.document[:12]
    title = " ".join(title.split())
    return phrase("page", language, title=title, page=unread.page) if unread.page else title
