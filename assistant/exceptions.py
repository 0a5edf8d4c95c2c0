"""The exceptions from a quoted rule that stand in its own article. Told by words alone, and so rather not."""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import content, overlap
from assistant.sides import is_cited
from assistant.units import Unit, units
from assistant.verify import LONGEST_QUOTE
from casefile.answer import Citation
from casefile.language import Language
from casefile.passage import Passage
from casefile.place import named

FEWEST = 2  # content words before the exception
SHARED = 0.5  # of the content words of the rule, or of those before the exception, that the other has

_EXCEPTS = {
    Language.RU: re.compile(
        r"\bкроме\s+(?!того\b|прав\b)|\bза\s+исключением\b|\bисключение\s+составля"
        r"|\bне\s+(?:применя|распространя)[ею]тся\b|\bосвобожда[ею]тся\s+от\s+(?:\w+\s+)?ответственности"
        r"|\bне\s+явля[ею]тся\s+(?:\w+\s+){0,2}(?:преступлени|правонарушени)",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"\bқоспағанда\b|\bбасқа\s+жағдай|\bқолданылмайды\b|\bтара(?:тыл)?майды\b"
        r"|\bжауаптылықтан\s+босатылады\b|\b(?:қылмыс|құқық\s+бұзушылық)\s+болып\s+табылмайды\b",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\bexcept\b|\bunless\b|\bnot\s+apply\b|\bsave\s+(?:for|where|in)\b|\bexempt(?:ed)?\s+from\b",
        re.IGNORECASE,
    ),
}
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
            noted = bool(_NOTE.match(passage.text))
            if _restricts(passage.text[unit.start : unit.end], cited, noted=noted):
                yield passage, passage.text[unit.start : _end(passage.text, unit)]


def _restricts(text: str, cited: Citation, *, noted: bool) -> bool:
    """Whether it excepts something from the place that is quoted, or from what the quote speaks of.

    `noted`: it stands in a note to the article.
    """
    language, law = cited.hit.passage.language, cited.hit.passage.locator.law
    found = _EXCEPTS[language].search(text) if language in _EXCEPTS else None
    if not found or not law:
        return False
    if noted:
        return True
    before = text[: found.start()]
    numbered = _THIS[language].sub(_ITS_NUMBER[language].format(law.article), before)
    if any(one.ref.article == law.article and one.ref.covers(law) for one in named(numbered)):
        return True
    shorter, longer = sorted((content(before, language), content(cited.quote, language)), key=len)
    return len(shorter) >= FEWEST and overlap(shorter, longer) >= SHARED


def _end(text: str, unit: Unit) -> int:
    """A list belongs to the words that open it."""
    whole = len(text.rstrip())
    return whole if unit.head and whole - unit.start <= LONGEST_QUOTE else unit.end
