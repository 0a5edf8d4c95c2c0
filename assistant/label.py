"""Says in the words of the law or of the desk where a passage stands. Knows nothing of quotes.

A law or guidance is named by its article; a case file always by its document, whatever it quotes:
it cannot speak as law.
"""

from dataclasses import replace

from assistant.orders import orders
from casefile.acts import acts
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from casefile.search import Hit
from prompts.render import phrase


def label(hit: Hit, language: Language) -> str:
    """`Ч. 2 ст. 188 УК РК`, or `statement.pdf, page 2`."""
    if article := article_of(hit, language):
        return article[:1].upper() + article[1:]
    return phrase("page", language, title=title(hit), page=hit.passage.locator.page)


def article_of(hit: Hit, language: Language) -> str:
    """The printed reference of a law or guidance; "" for a case."""
    law = hit.passage.locator.law
    if law is None or not law.article or hit.collection.kind is CollectionKind.CASE:
        return ""
    return named_place(law, hit.passage.context.partition(" › ")[0], language)


def named_place(law: LawRef, name: str, language: Language) -> str:
    """The reference as printed; `name` is the act's, for a code that nobody knows by heart."""
    if not law.article:
        return ""
    return print_ref(law if law.act in acts() else replace(law, act=name or law.act), language)


def title(hit: Hit) -> str:
    """What the document calls itself, else the name of its file, else the start of its id.

    A name that speaks to a language model names nothing: it must not stand in an answer or in a prompt.
    """
    document = hit.document
    files = [path.replace("\\", "/").rstrip("/").rpartition("/")[2] for path in document.paths[-1:]]
    names = (name for name in (document.title, *files) if name and not orders(name))
    return " ".join(next(names, document.id[:12]).split())


def tongue(hit: Hit, language: Language) -> str:
    """`in Russian`: the language of the passage, said in another one; nothing where it is not known."""
    if hit.passage.language not in SPOKEN:
        return ""
    spoken = phrase(f"tongue_{hit.passage.language}", language)
    return phrase("in_language", language, tongue=spoken)
