"""Tells whether a reference to a law is proved by what is cited. Knows nothing of numbers and names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, replace

from assistant.label import label, title, tongue
from assistant.normal import whole_words
from casefile.answer import Citation
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_parse import find_refs

FEWEST_LETTERS = 4

_PART = re.compile(r"^\s*(\d+(?:-\d+)?)([.)])\s", re.MULTILINE)
SHORT, ROOT = 3, 5  # letters of a word that leads to nothing; that its forms share
_LEAD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


def without_proved(text: str, citations: Iterable[Citation], language: Language) -> str:
    """The text without verbatim quotes, printed places and titles of what it cites: they prove themselves."""
    text = " ".join(text.split())
    for citation in sorted(citations, key=lambda citation: -len(citation.quote)):
        hit = citation.hit
        for proved in (citation.quote, label(hit, language), title(hit), tongue(hit, language)):
            text = _blanked(text, " ".join(proved.split()))
    return text


def check_references(text: str, citations: Sequence[Citation]) -> tuple[str, list[str]]:
    """The text without its references to laws, and those of them that nothing cited proves.

    Digits that stand inside a reference and mean nothing in it are left in the text, to be proved there.
    """
    meant: dict[tuple[int, int], list[LawRef]] = {}
    for found in find_refs(text):
        meant.setdefault((found.start, found.end), []).append(found.ref)
    unproved, rest = [], text
    for (start, end), refs in meant.items():
        left = _without_meant(text[start:end], refs)
        rest = rest[:start] + left + rest[end:]
        proofs = list(_known(citations))
        ways = [_ways(ref, text[start:end]) for ref in refs]
        if not all(any(_covers(proof, one, act) for proof, act in proofs for one in way) for way in ways):
            unproved.append(text[start:end])
    return rest, unproved


def other_reference(text: str, citations: Sequence[Citation]) -> Iterator[str]:
    """References where a quote has another one: "mentioned in Article 14" over "mentioned in Article 12"."""
    theirs = [
        (lead, _numbers(citation.quote[start:end]))
        for citation in citations
        for start, end, lead in _led(citation.quote)
    ]
    for start, end, lead in _led(text):
        here = _numbers(text[start:end])
        same = [numbers for other, numbers in theirs if other == lead]
        if same and here and not any(here <= numbers for numbers in same):
            yield text[start:end]


def _led(text: str) -> Iterator[tuple[int, int, str]]:
    """Every reference with the word that leads to it: its beginning, since it may be inflected."""
    for start, end in dict.fromkeys((found.start, found.end) for found in find_refs(text)):
        words = [word for word in _LEAD.findall(text[:start]) if len(word) > SHORT]
        if words:
            yield start, end, words[-1].casefold()[:ROOT]


def _numbers(written: str) -> frozenset[str]:
    return frozenset(_DIGITS.findall(written))


def _ways(ref: LawRef, written: str) -> list[LawRef]:
    """What a reference may mean: English says paragraph of a part too, where no act is named to tell."""
    if ref.act or ref.part or not ref.point or not written.isascii():
        return [ref]
    return [ref, replace(ref, part=ref.point, point=ref.subpoint, subpoint="")]


def _without_meant(written: str, refs: Iterable[LawRef]) -> str:
    """The digits of a written reference that its numbers do not account for, in their places."""
    meant: Counter[str] = Counter()
    for ref in refs:
        meant |= Counter(digits for part in astuple(ref)[1:] for digits in _DIGITS.findall(part))

    def left(found: re.Match[str]) -> str:
        meant[found[0]] -= 1
        return found[0] if meant[found[0]] < 0 else " " * len(found[0])

    return _DIGITS.sub(left, re.sub(r"\D", " ", written))


def _known(citations: Iterable[Citation]) -> Iterator[tuple[LawRef, str]]:
    """References the citations prove, each with the act its own words may leave out."""
    for citation in citations:
        law = citation.hit.passage.locator.law
        act = law.act if law and citation.hit.collection.kind is not CollectionKind.CASE else ""
        if law and act:
            yield law, act
        if law and act and law.article:  # parts and points whose numbers the quote shows
            for number, sign in _PART.findall(citation.quote):
                if sign == ".":  # "2)" is a point of a part
                    yield replace(law, part=number, point="", subpoint=""), act
                yield replace(law, point=number, subpoint=""), act
        for found in find_refs(citation.quote):
            yield found.ref, act


def _covers(known: LawRef, said: LawRef, act: str) -> bool:
    same_act = not said.act or said.act == (known.act or act)
    inside = ((said.article, known.article), (said.part, known.part))
    deeper = ((said.point, known.point), (said.subpoint, known.subpoint))
    return same_act and all(not asked or asked == has for asked, has in (*inside, *deeper))


def _blanked(text: str, proved: str) -> str:
    if sum(map(str.isalpha, proved)) < FEWEST_LETTERS:
        return text  # a document called "12" proves no number
    at = text.find(proved)
    while at >= 0:
        end = at + len(proved)
        if whole_words(text, at, end):
            text = text[:at] + " " * len(proved) + text[end:]
        at = text.find(proved, end)
    return text
