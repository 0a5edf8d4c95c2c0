"""The exceptions from a quoted rule that stand in its own article. Told by words alone, and so rather not."""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import content, overlap
from assistant.sides import is_cited
from assistant.units import Unit, units
from assistant.verify import LONGEST_QUOTE
from casefile.answer import Citation
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.place import named

FEWEST = 2  # content words before the exception
SHARED = 0.5  # of the content words of the rule, or of those before the exception, that the other has
OPENING = 4  # content words by which a Kazakh sentence tells its rule: its verb comes last
SAME = 0.65  # of both, where a sentence says the rule again with an exception

# A sentence that takes something out of another rule.
_LIFTS = {
    Language.RU: re.compile(
        r"\bисключение\s+составля|\bне\s+(?:применя|распространя)[ею]тся\b"
        r"|\bосвобожда[ею]тся\s+от\s+(?:\w+\s+)?ответственности\b(?!\s+(?:лишь|только))"
        r"|\bне\s+явля[ею]тся\s+(?:\w+\s+){0,2}(?:преступлени|правонарушени)",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"\bқолданылмайды\b|\bтара(?:тыл)?майды\b|\bжауаптылықтан\s+босатылады\b"
        r"|\b(?:қылмыс|құқық\s+бұзушылық)\s+болып\s+табылмайды\b",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(r"\b(?:not|never)\s+apply\b|\bexempt(?:ed)?\s+from\b", re.IGNORECASE),
}
# One that takes something out of what it says itself.
_EXCEPTS = {
    Language.RU: re.compile(r"\bкроме\s+(?!того\b|прав\b)|\bза\s+исключением\b", re.IGNORECASE),
    Language.KK: re.compile(r"\bқоспағанда\b|\bбасқа\s+жағдай", re.IGNORECASE),
    Language.EN: re.compile(r"\bexcept\b|\bunless\b|\bsave\s+(?:for|where|in)\b", re.IGNORECASE),
}
_THE_SAME = re.compile(  # the rule of the sentence before
    r"^\W*(?:(?:данн|указанн|эт|настоящ)\w+\s+(?:норм|требовани|правил|положени|ограничени|запрет)"
    r"|(?:бұл|осы|аталған|көрсетілген)\s+(?:норма|талап|ереже|шектеу|тыйым)"
    r"|(?:this|these|such|the\s+said)\s+(?:rule|requirement|provision|restriction|limitation))",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\W*(?:Примечани[ея]|Ескертпе\w*|Notes?)\b", re.IGNORECASE)  # the lawmaker's own
_THIS = {
    Language.RU: re.compile(r"\bнастоящей\s+стать\w+", re.IGNORECASE),
    Language.KK: re.compile(r"\bосы\s+ба[пб]\w*", re.IGNORECASE),
    Language.EN: re.compile(r"\bthis\s+article\b", re.IGNORECASE),
}
_ITS_NUMBER = {Language.RU: "статьи {}", Language.KK: "{}-баптың", Language.EN: "Article {}"}


def exceptions(
    cited: Citation, article: Sequence[Passage], citations: Sequence[Citation]
) -> Iterator[tuple[Passage, str]]:
    """What restricts the quote, stands after it and is cited nowhere.

    `article`: passages of its article, in any edition.
    """
    rule = cited.hit.passage
    for passage in article:
        at = passage.locator.start
        if (passage.document, passage.language) != (rule.document, rule.language):
            continue
        for unit in units(passage.text, passage.language):
            says_little = unit.gone or unit.note or unit.title or unit.item
            after = (passage.locator.page, at + unit.start) >= (rule.locator.page, cited.end)
            if says_little or not after or is_cited(passage, at + unit.start, at + unit.end, citations):
                continue
            follows = passage.id == rule.id and not passage.text[cited.end - at : unit.start].strip()
            noted = bool(_NOTE.match(passage.text))
            if _restricts(passage.text[unit.start : unit.end], cited, follows=follows, noted=noted):
                yield passage, passage.text[unit.start : _end(passage.text, unit)]


def _restricts(text: str, cited: Citation, *, follows: bool, noted: bool) -> bool:
    """Whether it excepts something from the place that is quoted, or from what the quote speaks of.

    `follows`: it is the next sentence. `noted`: it stands in a note to the article.
    """
    language, law = cited.hit.passage.language, cited.hit.passage.locator.law
    if language not in _LIFTS or law is None:
        return False
    if lifts := _LIFTS[language].search(text):
        before = text[: lifts.start()]
        if _THE_SAME.match(text):
            return follows
        return noted or bool(_named(before, law, language)) or max(_shared(before, cited)) >= SHARED
    if excepts := _EXCEPTS[language].search(text):
        before = text[: excepts.start()]
        named_within = any(ref.part or ref.point for ref in _named(before, law, language))
        return named_within or min(_shared(before, cited)) >= SAME
    return False


def _named(text: str, law: LawRef, language: Language) -> list[LawRef]:
    """The places of this article that the text names and the quote stands in."""
    numbered = _THIS[language].sub(_ITS_NUMBER[language].format(law.article), text)
    refs = (one.ref for one in named(numbered))
    return [ref for ref in refs if ref.article == law.article and ref.covers(law)]


def _shared(text: str, cited: Citation) -> tuple[float, float]:
    """The share of the text's content words that the quote has, and the reverse; none of too few."""
    language = cited.hit.passage.language
    words, quoted = content(text, language), content(cited.quote, language)
    words = words[:OPENING] if language is Language.KK else words
    if min(len(words), len(quoted)) < FEWEST:
        return 0.0, 0.0
    return overlap(words, quoted), overlap(quoted, words)


def _end(text: str, unit: Unit) -> int:
    """A list belongs to the words that open it."""
    whole = len(text.rstrip())
    return whole if unit.head and whole - unit.start <= LONGEST_QUOTE else unit.end
