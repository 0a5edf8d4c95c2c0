"""Finds words, names and leave that a statement attributes to somebody who did not give them.

"Tsoi testified that …" over a log that only names her; "by order of the prosecutor" over an order of a judge.
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.common import common
from assistant.meaning import best, content, facts
from assistant.names import CAPITAL, Names
from assistant.polarity import clauses
from assistant.spoken import Told
from assistant.stretches import owners_of
from assistant.word_kinds import found, has
from casefile.language import Language

FAINT, SURE = 0.35, 0.7  # likeness below which words are not one, and from which they are
FEWEST = 2  # words of somebody else
_NAME = rf"(?P<name>{CAPITAL}[^\W\d_]{{2,}})"
_ANSWER = re.compile(  # of a confrontation: "Answer of Aitbaev:"
    r"(?:\b(?:Ответ|Answer)\b[^:.?!]{0,40}|[^:.?!]{0,40}\bжауабы):", re.IGNORECASE
)
_BEFORE_SAYING = {
    Language.KK: re.compile(rf"{_NAME}(?:\s[\w,-]+)*\s$"),
    Language.RU: re.compile(rf"{_NAME}(?:\s(?:[А-ЯЁ]\.\s?){{1,2}})?\s+$"),
    Language.EN: re.compile(rf"{_NAME}\s+$"),
}
_CALLED_SO = {
    Language.KK: re.compile(rf"өзін\s+(?:[\w-]+\s+){{0,4}}?{_NAME}(?:\s\S+)?\s+деп\s+таныстыр"),
    Language.RU: re.compile(rf"(?:назва(?:л|вш)\w*с[яь]|представи\w+с[яь])\s+(?:\w+\s+)?{_NAME}"),
    Language.EN: re.compile(
        rf"(?:introduc\w+\s+(?:him|her)self\s+as|called\s+(?:him|her)self)\s+(?:\w+\s+){{0,2}}?{_NAME}"
    ),
}
_BY_WORD_OF = {
    Language.KK: re.compile(
        rf"(?P<teller>{CAPITAL}\w+?)(?:ның|нің|дың|дің|тың|тің)\s+(?:айтуынша|сөзінше),?\s+(?P<who>{CAPITAL}\w+)"
        r"\s[^.;]*?\b(?:айт|деген|хабарла|түсіндір)"
    ),
    Language.RU: re.compile(
        rf"(?:[Пп]о\s+словам|[Сс]о\s+слов|[Пп]о\s+показаниям)\s+(?P<teller>{CAPITAL}\w+),\s+(?P<who>{CAPITAL}\w+)"
        r"\s[^.;]*?\b(?:говор|сказ|сообщ|поясн|призна|рассказ)"
    ),
    Language.EN: re.compile(
        rf"[Aa]ccording\s+to\s+(?:Mr\s+|Ms\s+|Mrs\s+)?(?P<teller>{CAPITAL}\w+),\s+(?:Mr\s+|Ms\s+|Mrs\s+)?(?P<who>{CAPITAL}\w+)"
        r"\s[^.;]*?\b(?:said|told|admitted|stated|explained)"
    ),
    Language.UND: re.compile("(?!)"),
}
_BY_WORD = {
    Language.KK: re.compile(
        rf"(?:{CAPITAL}\w+\s)?{_NAME}\s+(?:айтуынша|сөзінше|(?:айғағы|түсініктемесі|жауабы)\w*\s+бойынша)"
    ),
    Language.RU: re.compile(
        r"(?:[Пп]о\s+(?:словам|показаниям|утверждению|объяснению|заявлению|версии)|[Сс]о\s+слов)\s+"
        rf"(?:{CAPITAL}\.\s?){{0,2}}{_NAME}"
    ),
    Language.EN: re.compile(
        rf"[Aa]ccording\s+to\s+(?:(?:Mr|Ms|Mrs|witness)\.?\s+)?(?:{CAPITAL}\.\s?){{0,2}}{_NAME}"
    ),
}
_LEAVE = {
    Language.KK: re.compile(
        r"(\w{3,}?)(?:ның|нің|дың|дің|тың|тің)\s+(?:жазбаша\s+|алдын\s+ала\s+)?"
        r"(?:рұқсат|келісім|тапсырма|бұйрығ|санкция|нұсқау)\w*",
        re.IGNORECASE,
    ),
    Language.RU: re.compile(
        r"\b(?:с\s+(?:письменного\s+)?(?:разрешения|согласия|санкции)|по\s+(?:указанию|приказу|поручению))\s+"
        r"(?:[А-Я]\.\s?){0,2}(\w{3,})",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:permission|consent|approval|order|instructions?)\s+(?:of|from)\s+(?:the\s+|a\s+)?(\w{3,})",
        re.IGNORECASE,
    ),
}
_DOCUMENT = re.compile(  # says what no person said
    r"\b(?:article|code|convention|law|treaty|guid|handbook|report|record|letter|log|file|протокол|стать|кодекс|закон"
    r"|конвенц|пособи|отч[её]т|рапорт|письм|справк|бап|заң|шарт|хат|есеп|баянат|анықтама)\w*",
    re.IGNORECASE,
)
_SPOKEN = re.compile(  # titles of what people said or wrote
    r"допрос|показани|объяснен|заявлен|письм|переписк|чат|жауа[пб]|түсінік|арыз|хат\b|мәлімдеме|хабарлама"
    r"|statement|testimon|interview|complaint|letter|chat|mail|message|explanation",
    re.IGNORECASE,
)
_LINE = re.compile(r"\w:\s")
_SPEECH = re.compile(r"[«\"“]|\w:\s")


def put_into_mouth(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names of whom the quotes do not let speak, and whose document is not quoted."""
    if any(tongue is not language for _, tongue, _ in quotes):
        return
    answers = [match[0] for quote, _, _ in quotes for match in _ANSWER.finditer(quote)]
    speakers = Names([*_clauses_with("says", quotes), *answers, *(above for _, _, above in quotes)])
    named = Names(quote for quote, _, _ in quotes)
    for saying in found("reports", text, language):
        who = _BEFORE_SAYING[language].search(text[: saying.start()])
        called = who and not common(who["name"], language)
        if who and called and named.hold(who["name"]) and not speakers.hold(who["name"]):
            yield who["name"]


def said_by_nobody(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Words by which the statement lets somebody speak, where in the quotes and documents nobody does."""
    said = [
        match for match in found("reports", text, language) if not _DOCUMENT.search(text[: match.start()])
    ]
    if said and not any(_speaks(quote, tongue) or _SPOKEN.search(above) for quote, tongue, above in quotes):
        yield said[0][0].strip()


def hearsay(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names of whom the quotes let speak only by the word of another, whom the statement does not name."""
    named = Names([text])
    if not has("reports", text, language):
        return
    told = [match for quote, tongue, _ in quotes for match in _BY_WORD_OF[tongue].finditer(quote)]
    by_others = [match for match in told if not named.hold(match["teller"]) and named.hold(match["who"])]
    if by_others and len(by_others) == len(quotes):
        yield by_others[0]["who"]


def by_word_of(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names by whose word it is told, where the quotes only tell of that one, in somebody else's document."""
    above = [title for _, _, title in quotes]
    told = any(has("says", quote, tongue) or _LINE.search(quote) for quote, tongue, _ in quotes)
    if told or not all(owners_of(title, tongue) for _, tongue, title in quotes):
        return
    for match in _BY_WORD[language].finditer(text) if language in _BY_WORD else ():
        owned, named = Names(above), Names([quote for quote, _, _ in quotes])
        if not _known(match["name"], owned) and _known(match["name"], named):
            yield match["name"]


def _known(name: str, names: Names) -> bool:
    return names.hold(name) or names.spell(name)


def said_by_others(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names of whom a document is quoted, and whose reported words stand in another one's only."""
    for saying in found("reports", text, language):
        who = _BEFORE_SAYING[language].search(text[: saying.start()])
        if not who:
            continue
        own = [quote for quote in quotes if Names(quote[::2]).hold(who["name"])]
        others = [quote for quote in quotes if quote not in own]
        if not own or not others:
            continue
        reported = text[who.end("name") : saying.end()] if language is Language.KK else text[saying.end() :]
        mine, theirs = (
            [w for quote, tongue, _ in some for w in content(quote, tongue)] for some in (own, others)
        )
        taken = [w for w in facts(reported, language) if best(w, mine) < FAINT and best(w, theirs) >= SURE]
        if len(taken) >= FEWEST:
            yield who["name"]


def called_so(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names by which somebody is told to have called himself, and in the quotes did not."""
    theirs = _clauses_with("introduces", quotes)
    translates = any(tongue is not language for _, tongue, _ in quotes)
    if theirs and language in _CALLED_SO and not translates:
        known = Names(theirs)
        given = [match["name"] for match in _CALLED_SO[language].finditer(text)]
        yield from (name for name in given if not known.hold(name))


def by_leave(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """By whose leave or order a thing is done, where the quotes have somebody else's."""
    if language not in _LEAVE:
        return
    theirs = [giver for quote, tongue, _ in quotes if tongue is language for giver in _givers(quote, tongue)]
    known = [word for giver in theirs for word in content(giver, language)]
    held = Names(theirs)
    for giver in _givers(text, language) if known else ():
        if not held.hold(giver) and not any(best(word, known) > 0 for word in content(giver, language)):
            yield giver


def _clauses_with(kind: str, quotes: Sequence[Told]) -> list[str]:
    return [
        clause.text
        for quote, tongue, _ in quotes
        for clause in clauses(quote, tongue)
        if has(kind, clause.text, tongue)
    ]


def _givers(text: str, language: Language) -> list[str]:
    return [match[1] for match in _LEAVE[language].finditer(text)]


def _speaks(quote: str, language: Language) -> bool:
    says = any(not match[0].lower().startswith("ask") for match in found("says", quote, language))
    own = any(has(kind, quote, language) for kind in ("reports", "i", "me", "our"))
    return says or own or bool(_SPEECH.search(quote))
