"""Finds names that nothing beside a statement has: neither its quotes, nor what stands above their passages.

A name may be inflected, abbreviated, spelled in another alphabet or translated; a word that the laws at hand
use as a word is no name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.abbreviations import abbreviates
from assistant.common import common
from assistant.label import title
from assistant.meaning import stems, translated
from assistant.names import Name, Names, names, opener, skeleton
from assistant.numerals import ordinals, roman
from assistant.orders import orders
from assistant.spoken import Spoken
from casefile.answer import Citation
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.search import Hit

LONG = 6  # letters of a word that the quotes write small: no name, for in chats "ким" may be one


def unknown_names(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> Iterator[str]:
    """Names of the text that nothing cited has."""
    proofs = [proof for citation in citations for proof in naming(citation)]
    held = Names(proofs)
    elsewhere = any(citation.hit.passage.language is not language for citation in citations)
    spoken = [(words, c.hit.passage.language) for c in citations for words in naming(c)]
    unknown = [
        name
        for name in names(text, language)
        if not (held.hold(name.word) or abbreviates(name.word, proofs) or _counts(name.word, proofs))
        and not (elsewhere and (held.spell(name.word) or translated(name.word, language, spoken)))
    ]
    opening = [
        name
        for name in unknown
        if name.opens
        and not opener(name.word, language)
        and not common(name.word, language)
        and not _written_small(name.word, language, spoken)
    ]
    used = _common_words(opening, hits) if opening else set()
    for name in unknown:
        if not name.opens or (name in opening and skeleton(name.word) not in used):
            yield name.word


def naming(citation: Citation) -> tuple[str, ...]:
    """What may name somebody: the quote, and what stands above the passage and on its document.

    A title that speaks to a model names nobody.
    """
    above = (citation.hit.passage.context, title(citation.hit))
    return citation.quote, *(words for words in above if not orders(words))


def _written_small(word: str, language: Language, spoken: Iterable[Spoken]) -> bool:
    """Whether the quotes write the word, in some form, in small letters."""
    wanted = set(stems(word.lower(), language))
    return len(word) >= LONG and any(
        wanted & set(stems(" ".join(_plain_words(words, tongue)), tongue))
        for words, tongue in spoken
        if tongue is language
    )


def _plain_words(text: str, language: Language) -> Iterator[str]:
    """Those written small, and those that only begin a sentence."""
    first = {name.word for name in names(text, language) if name.opens}
    return (part for part in text.split() if part.islower() or part.strip(".,:;!?") in first)


def _counts(word: str, proofs: Sequence[str]) -> bool:
    """Whether it is a Roman number that a proof spells: group II of disability."""
    value = roman(word)
    return value > 0 and any(
        value in ordinals(proof) or re.search(rf"\b{value}\b", proof) for proof in proofs
    )


def _common_words(opening: Sequence[Name], hits: Mapping[str, Hit]) -> set[str]:
    """Those first words of sentences that laws and guidance use as words, in small letters or to open a rule.

    Case files are not asked: in chats people write names small.
    """
    rules = [hit.passage for hit in hits.values() if hit.collection.kind is not CollectionKind.CASE]
    texts = Names(rule.text for rule in rules)
    openers = {
        skeleton(name.word) for rule in rules for name in names(rule.text, rule.language) if name.opens
    }
    words = {name.word for name in opening}
    return {skeleton(word) for word in words if texts.use(word) or skeleton(word) in openers}
