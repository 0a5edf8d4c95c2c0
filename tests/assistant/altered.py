"""Truths changed in one place, as a careless model would: another number, name or month, or a turned "not".

Whoever changes a word of a true statement makes a lie of it, nearly always: some changes leave it true ("may
not" for "must not"), some make no sentence. So the table of `python -m tests.assistant.altered` is no share
of lies shown; it tells where to look, and whether a change of the checks made things better or worse.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.verdict import Proposed
from casefile.language import Language
from tests.assistant.claim_cases import Case, checked, read

KK, RU, EN = Language.KK, Language.RU, Language.EN
SEED = 20_261_128

_CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_SMALL = "[a-zа-яёәғқңөұүһі]"
_NAME = re.compile(rf"(?<={_SMALL} ){_CAPITAL}{_SMALL}{{4,}}")  # inside a sentence
_NUMBER = re.compile(r"\d[\d ]*\d|\d")
_NOBODY = {
    KK: ("Бекжанов", "Сүлейменова", "Шоқаев", "Темірғалиева"),
    RU: ("Прохоренко", "Шелестова", "Бекмурзин", "Жанайдарова"),
    EN: ("Harrington", "Bekmurzin", "Sholpanova", "Kovalchuk"),
}
_MONTHS = {
    KK: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    RU: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    EN: "January February March April May June July August September October November December",
}
_UNITS = {
    KK: (("теңге", "доллар"), ("тәулік", "сағат"), ("сағат", "тәулік"), ("млн", "мың"), ("мың", "миллион")),
    RU: (
        ("тенге", "долларов"),
        ("месяцев", "лет"),
        ("дней", "месяцев"),
        ("суток", "часов"),
        ("лет", "месяцев"),
        ("часов", "суток"),
        ("млн", "тыс."),
        ("тысяч", "миллионов"),
    ),
    EN: (
        ("tenge", "dollars"),
        ("months", "years"),
        ("days", "months"),
        ("hours", "days"),
        ("years", "months"),
        ("million", "thousand"),
        ("thousand", "million"),
    ),
}
_MODALS = {
    KK: (("мүмкін", "тиіс"), ("құқылы", "міндетті"), ("міндетті", "құқылы")),
    RU: (
        ("может", "обязан"),
        ("вправе", "обязан"),
        ("обязан", "вправе"),
        ("должен", "может"),
        ("могут", "должны"),
    ),
    EN: (("may", "must"), ("is entitled to", "must"), ("is obliged to", "may"), ("must", "may")),
}
_VERB = re.compile(r"\b(?<!не )(?<!ни )\w{3,}(?:ил|ал|ел|ила|ала|ела|или|али|ели|лся|лась|лось|лись)\b")
_BACK, _VOWELS = "аоұы", "аәеиоөуұүыі"
_HARD, _NASAL = "кқпстфхцчшщ", "зжмнң"


@dataclass(frozen=True, slots=True)
class Altered:
    """The case with one place of its one statement changed."""

    sort: str
    case: Case

    @property
    def shown(self) -> bool:
        return checked(self.case)[0].supported


def altered(case: Case) -> Iterator[Altered]:
    """Every change of the case's statement, in a fixed order; none of a case with several."""
    if len(case.claims) != 1:
        return
    [claim] = case.claims
    for sort, change in _CHANGES.items():
        chance = random.Random(f"{SEED} {sort} {case.id}")
        for text in dict.fromkeys(change(claim.text, case, chance)):
            if text != claim.text:
                yield Altered(sort, replace(case, claims=[Proposed(text, claim.quotes)]))


def _with(text: str, found: re.Match[str], word: str) -> str:
    return text[: found.start()] + word + text[found.end() :]


def _numbers(text: str, _: Case, chance: random.Random) -> Iterator[str]:
    for found in re.finditer(r"\d+", text):
        other = str(int(found[0]) + chance.choice((1, 2, 3)))
        yield _with(text, found, other.zfill(len(found[0])))


def _numbers_of_the_passage(text: str, case: Case, chance: random.Random) -> Iterator[str]:
    told = _NUMBER.findall(text)
    others = [one for hit in case.hits for one in _NUMBER.findall(hit.passage.text) if one not in told]
    for found in _NUMBER.finditer(text):
        if fitting := [one for one in others if len(one) == len(found[0])]:
            yield _with(text, found, chance.choice(fitting))


def _names(text: str, case: Case, chance: random.Random) -> Iterator[str]:
    for found in _NAME.finditer(text):
        yield _with(text, found, chance.choice(_NOBODY[case.language]))


def _names_of_the_passage(text: str, case: Case, chance: random.Random) -> Iterator[str]:
    told = {name[:4] for name in _NAME.findall(text)}
    others = [one for hit in case.hits for one in _NAME.findall(hit.passage.text) if one[:4] not in told]
    for found in _NAME.finditer(text) if others else ():
        yield _with(text, found, chance.choice(others))


def _months(text: str, case: Case, chance: random.Random) -> Iterator[str]:
    months = _MONTHS[case.language].split()
    for at, month in enumerate(months):
        if found := re.search(rf"\b{month}", text):
            yield _with(text, found, months[(at + chance.randint(1, 10)) % len(months)])


def _units(text: str, case: Case, _: random.Random) -> Iterator[str]:
    yield from _swapped(
        rf"(?<=\d ){{}}\b(?! (?:{'|'.join(_MONTHS[KK].split())}))", _UNITS[case.language], text
    )


def _modals(text: str, case: Case, _: random.Random) -> Iterator[str]:
    yield from _swapped(r"\b{}\b", _MODALS[case.language], text)


def _swapped(pattern: str, pairs: Sequence[tuple[str, str]], text: str) -> Iterator[str]:
    for word, other in pairs:
        if found := re.search(pattern.format(word), text):
            yield _with(text, found, other)


def _denials_added(text: str, case: Case, _: random.Random) -> Iterator[str]:
    if case.language is RU:
        yield from (_with(text, found, f"не {found[0]}") for found in _VERB.finditer(text))
    if case.language is EN:
        auxiliary = r"\b(?:was|were|is|are|may|must|can|will)\b(?!\s+(?:not|no|never|only|neither))"
        yield from (_with(text, found, f"{found[0]} not") for found in re.finditer(auxiliary, text))
    if case.language is KK:
        for found in re.finditer(r"(\w+[^\Wаәеиоөуұүыіэй])(?:[дт][ыі]|[ғгқк][ае]н)\b", text):
            if not re.search(r"[мбп][ае]$", found[1]):
                yield _with(text, found, _denied(found[1], found[0][len(found[1]) :]))


def _denied(stem: str, past: str) -> str:
    back = next((vowel in _BACK for vowel in reversed(stem.casefold()) if vowel in _VOWELS), False)
    first = "п" if stem[-1] in _HARD else "б" if stem[-1] in _NASAL else "м"
    ending = ("ған" if back else "ген") if past.endswith("н") else ("ды" if back else "ді")
    return stem + first + ("а" if back else "е") + ending


def _denials_dropped(text: str, case: Case, _: random.Random) -> Iterator[str]:
    if case.language is RU:
        yield from (_with(text, found, "") for found in re.finditer(r"\bне\s+(?=\w)", text))
    if case.language is EN:
        yield from (_with(text, found, "") for found in re.finditer(r"\bnot\s+", text))
        counted = r"\bno\s+(?!later|longer|more|less)(?=\w)"
        yield from (_with(text, found, "a ") for found in re.finditer(counted, text))
    if case.language is KK:
        for found in re.finditer(r"\b(?!азамат|қызмет)(\w{2,})[мбп][ае]([ғг][ае]н|[дт][ыі])\b", text):
            yield _with(text, found, found[1] + found[2])


_CHANGES: dict[str, Callable[[str, Case, random.Random], Iterator[str]]] = {
    "another number": _numbers,
    "another number of the passage": _numbers_of_the_passage,
    "another name": _names,
    "another name of the passage": _names_of_the_passage,
    "another month": _months,
    "another unit": _units,
    "another modal word": _modals,
    "denial added": _denials_added,
    "denial dropped": _denials_dropped,
}


def main() -> None:
    """Prints, by change and language, how many changed truths are still shown; `--show` prints those too."""
    total: Counter[tuple[str, Language]] = Counter()
    shown: Counter[tuple[str, Language]] = Counter()
    for case in read("truthful"):
        if len(case.claims) != 1 or not checked(case)[0].supported:
            continue
        for one in altered(case):
            total[one.sort, case.language] += 1
            shown[one.sort, case.language] += one.shown
            if one.shown and "--show" in sys.argv:
                print(f"{one.sort}\t{case.id}\t{one.case.claims[0].text}")  # noqa: T201
    for sort, language in total:
        print(f"{sort:30} {language} {shown[sort, language]:4} of {total[sort, language]}")  # noqa: T201


if __name__ == "__main__":
    main()
