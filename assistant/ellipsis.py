"""The earlier question with the phrase a follow-up puts in its place: "а за грабёж?", "what about robbery?".

Replaces only where both questions show by the same word what replaces what; else both stand side by side.
"""

import re
from collections.abc import Sequence

from assistant.meant_place import frame
from assistant.question_words import Kind, Word, words
from assistant.turn import Turn, lowered, unasked
from casefile.language import Language
from casefile.lawref_parse import find_refs

_IF = {Language.RU: "если", Language.EN: "if"}
_KAZAKH_IF = ("са", "се")
_BARE = {Language.KK: "үшін", Language.EN: "for"}  # what a phrase without its own binding word may follow
_PERSON = {  # what has a case ending or an article of its own does not stand in another's place
    Language.RU: re.compile(r"(?:[ое]го|[ое]му|[ыи]ми?|[ая]ми|[ая]х|[ая]м|ов|ей)$", re.IGNORECASE),
    Language.KK: re.compile(r"(?:[ндт][ыі]ң|[днт][ае]н|[ғқ]а|[гк]е|[дт][ае])$", re.IGNORECASE),
    Language.EN: re.compile(r"^(?:the|an?|his|her|their|my|our)\b", re.IGNORECASE),
}


def conditional(phrase: str, language: Language, last: Turn) -> str:
    """The earlier question with "if …" added; "" where the phrase is no condition."""
    said = words(phrase, language)
    if last.language is not language:
        return ""
    if language is Language.KK:
        condition = said[-1].text.lower().endswith(_KAZAKH_IF)
        return f"{phrase}, {lowered(last.question, language)}" if condition else ""
    return f"{unasked(last.question)}, {phrase}?" if said[0].text.lower() == _IF[language] else ""


def parallel(question: str, phrase: str, language: Language, last: Turn) -> str:
    """The earlier question asked of this phrase; "" where it named an article and would still ask of that."""
    together = f"{unasked(last.question)}, {lowered(unasked(question), language)}?"
    if not _of_a_deed(phrase, language):
        return _replaced(phrase, language, last) or together
    placed = bool(find_refs(last.question))
    if not placed and (replaced := _replaced(phrase, language, last)):
        return replaced
    if asked := frame(last):
        return _framed(asked, phrase, language, last.language)
    return "" if placed else together


def _framed(asked: str, phrase: str, language: Language, tongue: Language) -> str:
    said = words(phrase, language)
    if language is Language.KK and language is tongue and said[-1].kind is Kind.BINDS:
        return f"{_like(phrase, 'А')} {lowered(asked, language)}?"
    bound = language is tongue and said[0].kind is Kind.BINDS
    return f"{_like(asked, 'А')}{'' if bound else ':'} {phrase}?"


def _replaced(phrase: str, language: Language, last: Turn) -> str:
    text = unasked(last.question)
    said, new = words(text, language), words(phrase, language)
    if last.language is not language or "(" in text or not new or find_refs(text):
        return ""
    binding = new[-1] if language is Language.KK else new[0]
    bound = binding.kind is Kind.BINDS and binding.text.lower() not in ("a", "an", "the")
    deed = _BARE.get(language, "") if _of_a_deed(phrase, language) else ""
    mark = binding.text.lower() if bound else deed
    at = next((n for n, word in enumerate(said) if mark and word.text.lower() == mark), None)
    if at is None:
        return ""
    phrase = phrase if bound else _joined(mark, phrase, language)
    start, end = _before(text, said, at) if language is Language.KK else _after(text, said, at)
    if end - start <= len(mark):
        return ""
    return f"{_like(phrase, text[start:end]) if not start else text[:start] + phrase}{text[end:]}?"


def _of_a_deed(phrase: str, language: Language) -> bool:
    """ "грабёж", "тонау", "robbery", and not "потерпевшего", "жәбірленушіден", "the victim"."""
    return not _PERSON[language].search(phrase)


def _joined(mark: str, phrase: str, language: Language) -> str:
    return f"{phrase} {mark}" if language is Language.KK else f"{mark} {phrase}"


def _like(phrase: str, replaced: str) -> str:
    return phrase[:1].upper() + phrase[1:] if replaced[:1].isupper() else phrase


def _after(text: str, said: Sequence[Word], at: int) -> tuple[int, int]:
    """From the binding word to the next comma or the next word that asks."""
    end = said[at].end
    for word in said[at + 1 :]:
        if word.kind in (Kind.ASKS, Kind.POINTS) or "," in text[end : word.start]:
            break
        end = word.end
    return said[at].start, end


def _before(text: str, said: Sequence[Word], at: int) -> tuple[int, int]:
    start = said[at].start
    for word in reversed(said[:at]):
        if word.kind in (Kind.ASKS, Kind.POINTS, Kind.MEASURES) or "," in text[word.end : start]:
            break
        start = word.start
    return start, said[at].end
