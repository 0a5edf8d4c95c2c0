"""A follow-up question becomes one that stands alone, by rules: "а часть 2?", "за это", "what about theft?".

Nothing is invented: every word of the result stands in the question or in an earlier one, or is the printed
reference of a place an earlier answer cited. What stands alone already stays as it is. Knows no model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assistant.ellipsis import conditional, parallel
from assistant.meant_place import last_place, names_place, with_place
from assistant.question_words import Kind, Word, folded_words, words
from assistant.turn import Turn, lowered, unasked
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from vectorstore.analysis.folding import fold

MOST_TOPIC = 5  # words of its own: a question that has more needs no earlier one
LONGEST = 700  # characters; what grows beyond it is asked as it was typed
LONGEST_TOPIC = 24  # words that are taken over


class Because(StrEnum):
    COMPLETE = "complete"
    FURTHER = "further"  # the same again, from further sources
    PLACE = "place"  # a place of the law was named in part
    TOPIC = "topic"  # something was pointed at
    ELLIPSIS = "ellipsis"  # only what differs was said
    MODEL = "model"  # a model said it, and was checked


@dataclass(frozen=True, slots=True)
class Standalone:
    text: str
    because: Because


def standalone(question: str, language: Language, before: Sequence[Turn]) -> Standalone:
    """`before`: the earlier questions of the conversation in their order.

    >>> asked = Turn("Какое наказание за кражу?", Language.RU)
    >>> standalone("А за грабёж?", Language.RU, [asked]).text
    'Какое наказание за грабёж?'
    """
    question = " ".join(question.split())
    found = _followed(question, language, before) if before else None
    if found is None or len(found.text) > LONGEST:
        return Standalone(question, Because.COMPLETE)
    return found


def _followed(question: str, language: Language, before: Sequence[Turn]) -> Standalone | None:
    last = before[-1]
    if _further(question, language):
        return Standalone(last.question, Because.FURTHER)
    phrase, opened = _phrase(question, language)
    if (placed := with_place(phrase, language, before)) is not None:
        return Standalone(placed, Because.PLACE)
    said = words(phrase, language)
    own = [word for word in said if word.kind is Kind.TOPIC]
    if names_place(phrase) or len(own) > MOST_TOPIC or _DEFINITION.search(question):
        return None
    if opened and own and (joined := conditional(phrase, language, last)):
        return Standalone(joined, Because.ELLIPSIS)
    if _points(said, language) or (said and not own):
        return _about(phrase, said, before, language)
    if opened and own and not any(word.kind is Kind.ASKS for word in said):
        asked = parallel(question, phrase, language, last)
        return Standalone(asked, Because.ELLIPSIS) if asked else None
    return None


def _further(question: str, language: Language) -> bool:
    said = {fold(word.text.casefold()) for word in words(question, language)}
    return bool(said & _MORE[language]) and said <= _MORE[language] | _AROUND_MORE[language]


def _phrase(question: str, language: Language) -> tuple[str, bool]:
    """What is left without the words that open a follow-up, and whether there were any."""
    bare = unasked(question)
    phrase = _OPENERS[language].sub("", bare)
    if language is Language.KK:
        phrase = _SHE.sub("", phrase)
    phrase = phrase.strip(" ,–—-")
    return phrase or bare, bool(phrase) and phrase != bare


def _points(said: Sequence[Word], language: Language) -> bool:
    """Whether something is pointed at before the question says what it is about."""
    if any(a.kind is Kind.POINTS and b.kind is Kind.MEASURES for a, b in pairwise(said)):
        return True  # "кто продлевает этот срок", "who extends that term"
    for at, word in enumerate(said):
        if word.kind is Kind.POINTS:
            return not (language is Language.EN and word.text.lower() == "it" and _expletive(said[at:]))
        if word.kind is Kind.TOPIC and at:
            return False
    return False


def _expletive(rest: Sequence[Word]) -> bool:
    """ "is it legal to record a call": "it" stands for what follows."""
    at = next((n for n, word in enumerate(rest) if word.text.lower() in ("to", "that", "if", "when")), 0)
    return at > 0 and sum(word.kind is Kind.TOPIC for word in rest[at:]) > 1


def _about(
    phrase: str, said: Sequence[Word], before: Sequence[Turn], language: Language
) -> Standalone | None:
    """The question with what the earlier one was about, or with the place it points at, in brackets."""
    topic = _pointed_place(said, before, language) or _topic(before[-1])
    new = set(topic.casefold().split()) - set(phrase.casefold().split())
    if not new or all(word.kind is Kind.NUMBER for word in said):
        return None
    return Standalone(f"{phrase[:1].upper()}{phrase[1:]} ({topic})?", Because.TOPIC)


def _pointed_place(said: Sequence[Word], before: Sequence[Turn], language: Language) -> str:
    """ "эта статья", "осы бөлік", "this provision": the place that was spoken of last."""
    place = last_place(before)
    for word, following in pairwise(said):
        if place and word.kind is Kind.POINTS:
            name = fold(following.text.casefold())
            if name.startswith(_ARTICLES):
                return print_ref(LawRef(place.act, place.article), language)
            if name.startswith(_PLACES):
                return print_ref(place, language)
    return ""


def _topic(turn: Turn) -> str:
    """What a question was about: "наказание за кражу" of "Какое наказание за кражу?"."""
    text = unasked(turn.question)
    said = words(text, turn.language)
    if all(word.kind in (Kind.ASKS, Kind.POINTS, Kind.BINDS) for word in said):
        return ""
    if any(word.kind is Kind.MEASURES for word in said):
        text = text[next(w.start for w in said if w.kind not in (Kind.ASKS, Kind.POINTS)) :]
    if len(text.split()) > LONGEST_TOPIC and "(" in text:
        text = text.rpartition("(")[2]
    text = re.sub(r"\s*\(", ", ", text).replace(")", "") if "(" in text else text
    return lowered(" ".join(text.split()[:LONGEST_TOPIC]), turn.language)


_OPENERS = {
    Language.RU: re.compile(
        r"^(?:(?:а|и|но|ну|так|хорошо|ладно|тогда)\b[,\s]+)*"
        r"(?:(?:что|как)\s+(?:насч[её]т|по\s+поводу|относительно)\s+)?",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(r"^(?:(?:ал|а|енді|ендеше|онда|және|жарайды)\b[,\s]+)*", re.IGNORECASE),
    Language.EN: re.compile(
        r"^(?:(?:and|but|so|ok|okay|well|then)\b[,\s]+)*(?:(?:what|how)\s+about\s+)?", re.IGNORECASE
    ),
}
_SHE = re.compile(r"\s+ше$", re.IGNORECASE)
_DEFINITION = re.compile(r"\bчто\s+(?:это\s+)?такое\b|дегеніміз не|\bwhat does .* mean\b", re.IGNORECASE)
_ARTICLES = tuple(fold(stem) for stem in "стать бап баб article".split())
_PLACES = tuple(fold(stem) for stem in "норм част пункт бөлі тармақ тармағ provision part point".split())
_MORE = {
    Language.RU: folded_words("подробнее поподробнее подробней детальнее ещё дальше далее больше продолжай"),
    Language.KK: folded_words("толығырақ егжей-тегжейлі тағы тағыда көбірек кеңірек нақтырақ жалғастыр"),
    Language.EN: folded_words("more further elaborate else detail details continue"),
}
_AROUND_MORE = {
    Language.RU: folded_words(
        """а и об о про это этом этот расскажи расскажите можно пожалуйста есть что информации источники
        источников мне нам покажи покажите продолжайте"""
    ),
    Language.KK: folded_words(
        """ал және айт айтшы айтыңыз айтыңызшы айтып бер беріңіз беріңізші осы бұл туралы жайлы керек не бар
        да де ма ше дереккөз дереккөздер түсіндір түсіндіріңіз жалғастырыңыз көрсет көрсетіңіз"""
    ),
    Language.EN: folded_words(
        """and tell me about it this that please can you give show in any some what is there go on
        information sources explain"""
    ),
}
