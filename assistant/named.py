"""Which passages answer a question that names an article.

Knows nothing of search: that put the article's passages first. Chooses no sentences.
"""

from collections.abc import Sequence

from assistant.relevance import Relevance
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref_parse import find_refs
from casefile.place import Named
from casefile.search import Hit

STRONG = 0.5  # relevance of another article to what the question says besides the number


def where_named(
    question: str, language: Language, hits: Sequence[Hit], asked: Sequence[Named], relevance: Relevance
) -> list[Hit]:
    """The hits without other parts of an article of which a part is named, and without chance neighbours.

    Where an article is named and found, another is kept only if it answers without the number.
    """
    of_named = [hit for hit in hits if any(_of_article(one, hit) for one in asked)]
    if not of_named:
        return list(hits)
    places = [hit for one in asked for hit in _places(one, of_named)]
    others = [hit for hit in hits if hit not in of_named]
    articles = [hit for hit in others if speaks_as_law(hit)]
    marks = relevance(rest, language, [_said(hit) for hit in articles]) if (rest := _rest(question)) else []
    strong = [hit for hit, mark in zip(articles, marks, strict=False) if mark >= STRONG]
    return [hit for hit in hits if hit in places or hit in strong or (hit in others and hit not in articles)]


def speaks_as_law(hit: Hit) -> bool:
    """Whether the hit is an article of a law or of guidance; a case file never is."""
    law = hit.passage.locator.law
    return hit.collection.kind is not CollectionKind.CASE and law is not None and bool(law.article)


def _of_article(one: Named, hit: Hit) -> bool:
    return speaks_as_law(hit) and one.of_article(hit.passage)


def _places(one: Named, hits: Sequence[Hit]) -> list[Hit]:
    article = [hit for hit in hits if one.of_article(hit.passage)]
    return [hit for hit in article if one.stands_in(hit.passage)] or article


def _rest(question: str) -> str:
    """The question without its references to laws."""
    for found in reversed(find_refs(question)):
        question = question[: found.start] + " " + question[found.end :]
    return question if any(len(word) > 3 for word in question.split()) else ""


def _said(hit: Hit) -> tuple[str, Language]:
    return f"{hit.passage.context} {hit.passage.text}", hit.passage.language
