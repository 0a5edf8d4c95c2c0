"""What a question asks about and no found passage tells: a person, a numbered case or law, what happened,
another country's law.

Then the answer is a refusal, however near the passages are: no law says what the witness Zhumabaeva saw, and
ours says nothing of German dismissals. What somebody did may be told with a name and asked of the law ("what
will Akhmetov get for theft"); such questions, and names of streets, brands and towns, are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.asked_words import any_country, words
from assistant.common import common
from assistant.happened import asks_what_happened
from assistant.names import Names, names
from assistant.other_countries import asked_country, named_in
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.search import Hit

_SHORTEST = 3  # letters of a name
EXACT: Final = frozenset({"reference", "identifier"})  # channels that find what the question names

_SURNAME = re.compile(
    r"[^\W\d_a-z]+?(?:[оеё]в|[оеё]ва|ұлы|улы|қызы|кызы)"
    r"(?:а|у|ым|е|ой|ы|ых|ыми|[тдн]ың|[тдн]ің|[қғ]а|[кг]е|[тдн]ы|[тдн]і|[пбм]ен|[тдн]ан|[тдн]ен)?"
    r"|[^\W\d_а-я]+?(?:[oe]v|[oe]va|uly|kyzy)",
    re.IGNORECASE,
)
_CASE = r"(?<!\w)(?:дел(?:о|а|у|е|ом)|іс(?:і\w*|ке|те|тің|ті)?|(?<!in )case|КУИ|ЕРДР|СДТБТ)(?!\w)"
_CASE_NUMBER = re.compile(
    rf"(?:{_CASE}\W*(?:номер\w*|number|N|No\.?)?|№|(?<!\w)No\.?)\s*(\d{{3,}})(?![\d-]|\s*(?:г|жыл))",
    re.IGNORECASE,
)
_OF_CASE = re.compile(_CASE, re.IGNORECASE)
_LAW = r"(?:закон|кодекс|заң|law|act|code)"
_LAW_NUMBER = re.compile(  # "Закон РК № 9876-XII", "№ 235-V Кодекс": letters of either alphabet
    r"(?:№|(?<!\w)no\.?|(?<!\w)n)\s*(\d{1,4})\s*[-–—]\s*([ivxіхv]+)(?!\w)", re.IGNORECASE
)
_OF_LAW = re.compile(rf"(?<!\w){_LAW}", re.IGNORECASE)
_LATIN = str.maketrans("ІХіх–—", "IXIX--")
_CODED = re.compile(r"[KZ]\d\d0*(\d+?)_*")  # K1400000226: number 226 of 2014


@dataclass(frozen=True, slots=True)
class Unheld:
    """`phrase` tells of it; `names` as they stand in the question."""

    phrase: str
    names: str


def unheld(question: str, language: Language, hits: Sequence[Hit], floor: float = 0.0) -> Unheld | None:
    """None where the passages name what is asked about, or the question does not ask about a name.

    `floor`: least evidence of a passage of a case that may tell what happened.
    """
    if numbers := [
        number for number in _law_numbers(question) if not any(_is_law(number, hit) for hit in hits)
    ]:
        return Unheld("refused_act_number", ", ".join(f"№ {number}" for number in numbers))
    if any(EXACT & hit.channels.keys() for hit in hits):
        return None
    texts = [text for hit in hits for text in _texts(hit)]
    if (country := asked_country(question)) and not named_in(country, texts):
        return Unheld("refused_country", country)
    if words("asks_law").search(question):
        return None
    numbers = list(_case_numbers(question))
    if numbers and not any(re.search(rf"(?<!\d){number}(?!\d)", t) for number in numbers for t in texts):
        return Unheld("refused_name", ", ".join(f"№ {number}" for number in numbers))
    persons = list(_persons(question, language))
    held = Names(texts) if persons else None
    if held and not any(held.hold(person) for person in persons):
        return Unheld("refused_name", ", ".join(persons))
    if asks_what_happened(question, language) and not any(_of_case(hit, floor) for hit in hits):
        return Unheld("refused_happened", "")
    return None


def _of_case(hit: Hit, floor: float) -> bool:
    return hit.collection.kind is CollectionKind.CASE and hit.evidence >= floor


def _law_numbers(question: str) -> list[str]:
    if not _OF_LAW.search(question):
        return []
    return [f"{found[1]}-{found[2].upper().translate(_LATIN)}" for found in _LAW_NUMBER.finditer(question)]


def _is_law(number: str, hit: Hit) -> bool:
    """Whether the act of the hit has this number, or the hit names it."""
    law = hit.passage.locator.law
    coded = _CODED.fullmatch(law.act) if law else None
    if coded and coded[1] == number.partition("-")[0]:
        return True
    written = re.compile(rf"(?<!\d){number}(?!\w)")
    return any(written.search(text.upper().translate(_LATIN)) for text in _texts(hit))


def _texts(hit: Hit) -> Iterator[str]:
    yield hit.passage.context
    yield hit.passage.text
    yield hit.document.title
    yield from (twin.text for twin in hit.twins)


def _case_numbers(question: str) -> Iterator[str]:
    if _OF_CASE.search(question):
        yield from (found[1] for found in _CASE_NUMBER.finditer(question))


def _persons(question: str, language: Language) -> Iterator[str]:
    """Surnames, and names after a word that says who somebody is."""
    for name in names(question, language):
        before, _, after = question.partition(name.word)
        last, following = before.split()[-1:], after.split()[:1]
        if _may_be_person(name.word) and not _any("eponym", [*last, *following]):
            surname = _SURNAME.fullmatch(name.word)
            sure = _any("kin", last) or (surname and not name.opens)
            if sure or ((surname or _any("role", last)) and not common(name.word, language)):
                yield name.word


def _may_be_person(word: str) -> bool:
    """No brand, abbreviation, country or town, and nobody who is met in questions of law."""
    if len(word) < _SHORTEST or not word[1:].islower():
        return False
    return not (_any("public", [word]) or _any("town", [word]) or any_country().match(word))


def _any(name: str, said: Sequence[str]) -> bool:
    return any(words(name).match(word) for word in said)
