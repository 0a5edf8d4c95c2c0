"""Finds words that a statement puts into somebody's mouth, and messages that it tells as deeds.

"Tsoi testified that …" over a log that only names her; "they drove off" over «we are driving off on Saturday»;
"Fedotova called" over a number that is registered in her name. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import best, content, overlap
from assistant.names import Names, names
from assistant.polarity import clauses, has
from casefile.language import Language

Told = tuple[str, Language, str]  # a quote, its language and what stands above its passage

INSIDE, OUTSIDE = 0.35, 0.34  # share of a statement's words that stand in a message; and beside it
FEWEST = 4  # words of a message
_NAME = r"(?P<name>[A-ZА-ЯЁӘҒҚҢӨҰҮІ][^\W\d_]{2,})"
_SAYS = {
    Language.RU: re.compile(
        rf"{_NAME}(?:\s(?:[А-ЯЁ]\.\s?){{1,2}})?\s+(?:показал|сообщил|заявил|сказал|пояснил|рассказал|утвержда)\w*,?\s+что\b"
    ),
    Language.EN: re.compile(
        rf"{_NAME}\s+(?:says|said|stated|states|testified|explained|claims|claimed|told\s+\w+)\s+that\b"
    ),
    Language.KK: re.compile(
        rf"{_NAME}(?:\s[\w,-]+)*?\s\w+(?:ғанын|генін|қанын|кенін|тінін|тынын)\s+(?:айтты|айтқан|айтады|көрсетті|көрсеткен|мәлімдеді|түсіндірді)"
    ),
}
_SAYING = re.compile(
    r"\b(?:показ\w+|сообщ\w+|заяв\w+|сказ\w+|поясн\w+|расска\w+|утвержд\w+|говор\w+|по\s+словам|со\s+слов|призна\w+|ответ\w+|пи[сш]\w+|напис\w+|отриц\w+|объясн\w+|"
    r"said|says|stat\w+|testif\w+|explain\w*|claim\w*|told|tells|wrote|writes|repl\w+|admit\w*|answer\w*|according|den(?:y|ied|ies)|asks?|asked|"
    r"айт\w+|көрсет\w+|мәлімде\w+|түсіндір\w+|хабарла\w+|де(?:ді|ген|п)\b|жаз\w+|мойында\w+|жауап\w*)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:переписк\w+|сообщени\w+|чат\w*|обсужд\w+|договор\w+|предл\w+|message\w*|chat\w*|agree\w*|discuss\w*|propos\w+|хабарлама\w*|келіс\w+|ұсын\w+)",
    re.IGNORECASE,
)
_MESSAGE = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
_REGISTERED = re.compile(
    r"\b(?:зарегистрирован\w*|оформлен\w*|абонент\w*|registered|subscriber|issued\s+(?:to|in)|тіркелген|рәсімделген|иесі)\b",
    re.IGNORECASE,
)
_USES = re.compile(
    r"\b(?:\w*звон\w+|\w*писал\w*|говорил\w*|пользова\w+|использова\w+|перев[её]л\w*|снял\w*|заш[её]л|вош\w+|отправ\w+|called|used|sent|wrote|logged|phoned|transferred"
    r"|соқ\w+|шал\w+|жаз\w+|аудар\w+|кір\w+|пайдалан\w+|сөйлес\w+)\b",
    re.IGNORECASE,
)
_LEAVE = {
    Language.RU: re.compile(
        r"\b(?:с\s+(?:письменного\s+)?(?:разрешения|согласия|санкции)|по\s+(?:указанию|приказу|поручению))\s+(?:[А-Я]\.\s?){0,2}(\w{3,})",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:permission|consent|approval|order|instructions?)\s+(?:of|from)\s+(?:the\s+|a\s+)?(\w{3,})",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"(\w{3,}?)(?:ның|нің|дың|дің|тың|тің)\s+(?:жазбаша\s+|алдын\s+ала\s+)?(?:рұқсат|келісім|тапсырма|бұйрығ|санкция|нұсқау)\w*",
        re.IGNORECASE,
    ),
}
_CALLED = re.compile(
    r"\b(?:назва(?:л|вш)\w*|представи\w+|introduc\w+|called\s+(?:himself|herself)|таныстыр\w+)\b",
    re.IGNORECASE,
)
_CALLED_SO = {
    Language.RU: re.compile(rf"(?:назва(?:л|вш)\w*с[яь]|представи\w+с[яь])\s+(?:\w+\s+)?{_NAME}"),
    Language.EN: re.compile(
        rf"(?:introduc\w+\s+(?:him|her)self\s+as|called\s+(?:him|her)self)\s+(?:\w+\s+){{0,2}}?{_NAME}"
    ),
    Language.KK: re.compile(rf"өзін\s+(?:[\w-]+\s+){{0,4}}?{_NAME}(?:\s\S+)?\s+деп\s+таныстыр"),
}


def put_into_mouth(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names of whom the quotes do not let speak, and whose document is not quoted."""
    if language not in _SAYS:
        return
    speaking = [
        clause.text
        for quote, tongue, _ in quotes
        for clause in clauses(quote, tongue)
        if _SAYING.search(clause.text)
    ]
    speakers = Names([*speaking, *(above for _, _, above in quotes)])
    named = Names(quote for quote, _, _ in quotes)
    for match in _SAYS[language].finditer(text):
        if named.hold(match["name"]) and not speakers.hold(match["name"]):
            yield match["name"]


def told_as_done(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """The statement in the past of which only messages speak."""
    if _SAYING.search(text) or _TALK.search(text) or not has("past", text, language):
        return
    said = [word for word in content(text, language) if word.text.isalpha() and not word.light]
    inside, outside = [], []
    for quote, tongue, _ in quotes:
        messages = [found for found in _MESSAGE.findall(quote) if len(found.split()) >= FEWEST]
        if messages and _SAYING.search(_MESSAGE.sub(" ", quote)):
            inside += [word for words in messages for word in content(words, tongue)]
            quote = _MESSAGE.sub(" ", quote)
        outside += content(quote, tongue)
    if inside and overlap(said, inside) >= INSIDE and overlap(said, outside) < OUTSIDE:
        yield text.strip()


def called_so(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names by which somebody is told to have called himself, and in the quotes did not."""
    theirs = [
        clause.text
        for quote, tongue, _ in quotes
        for clause in clauses(quote, tongue)
        if _CALLED.search(clause.text)
    ]
    if theirs:
        known = Names(theirs)
        yield from (
            (match["name"] for match in _CALLED_SO[language].finditer(text) if not known.hold(match["name"]))
            if language in _CALLED_SO
            else ()
        )


def by_leave(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """By whose leave or order a thing is done, where the quotes have somebody else's."""
    if language not in _LEAVE:
        return
    theirs = [
        words
        for quote, tongue, _ in quotes
        if tongue is language
        for match in _LEAVE[tongue].finditer(quote)
        for words in [next(filter(None, match.groups()), "")]
    ]
    known = [word for words in theirs for word in content(words, language)]
    if not known:
        return
    held = Names(theirs)
    for match in _LEAVE[language].finditer(text):
        giver = next(filter(None, match.groups()), "")
        if giver and not held.hold(giver) and not any(best(w, known) > 0 for w in content(giver, language)):
            yield giver


def used_by(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Names that the quotes have as those of holders only, and the statement as those of users."""
    if _REGISTERED.search(text) or not _USES.search(text):
        return
    holding: list[str] = []
    others: list[str] = []
    for quote, tongue, above in quotes:
        others.append(above if tongue is language else quote)
        for clause in clauses(quote, tongue):
            (holding if _REGISTERED.search(clause.text) else others).append(clause.text)
    holders, anybody = Names(holding), Names(others)
    for name in names(text, language):
        if name.opens and len(name.word) > 2 and holders.hold(name.word) and not anybody.hold(name.word):
            yield name.word
