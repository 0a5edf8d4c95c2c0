"""The place of the law that a follow-up names in part: "а часть 2?", "ал 190-бап ше?", "and Article 190?".

What it leaves out is what was spoken of last. Knows which places were named and cited, not what they say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.question_words import Kind, Word, words
from assistant.turn import Turn, lowered, unasked
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_parse import FoundRef, find_inner, find_refs
from casefile.lawref_print import print_ref

_BARE = re.compile(r"(?:по\s+)?(\d{1,4}(?:-\d{1,2})?)", re.IGNORECASE)
_SAYS = frozenset(  # asks for the words of a place, and not the earlier question of it
    """говорит говорится написано сказано айтылған айтылады айтады дейді жазылған делінген көзделген
    say says said""".split()
)
_PLAIN = re.compile(r"(?:[іыпкқ]|\d)$", re.IGNORECASE)  # a Kazakh reference that has no case ending
_OWNER = re.compile(r"(?:[ндт][ыі]ң)\s*$", re.IGNORECASE)  # "шарттың 3-тармағы": of a contract


def last_place(before: Sequence[Turn]) -> LawRef | None:
    """The article that was spoken of last: named by the question, else cited first by its answer."""
    for turn in reversed(before):
        if named := [found.ref for found in find_refs(turn.question) if found.ref.article]:
            return named[-1] if named[-1].act else _with_act(named[-1], turn)
        if cited := next((ref for ref in turn.refs if ref.act and ref.article), None):
            return LawRef(cited.act, cited.article)
    return None


def with_place(question: str, language: Language, before: Sequence[Turn]) -> str | None:
    """The question with the whole place in it; nothing where it names none, or a whole one."""
    found = find_refs(question)
    if any(ref.ref.act for ref in found) or (found and not all(ref.ref.article for ref in found)):
        return None
    said = words(question, language)
    inner = [] if found else _inner(question, before)
    spans = {(ref.start, ref.end) for ref in found or inner}
    pure = not any(_own(word, spans) or word.text.casefold() in _SAYS for word in said)
    if pure and (bare := _BARE.fullmatch(unasked(question))):
        found = [FoundRef(0, len(question), LawRef(article=bare[1]))]
        inner = []
    whole = _completed(found, before, pure) if found else inner
    if not whole or len({(ref.start, ref.end) for ref in whole}) > 1:
        return None
    if pure:
        return _asked_again(whole, language, before, another_article=bool(found))
    return _in_place(question, whole, language, said, by_article=bool(found))


def names_place(text: str) -> bool:
    """Whether it names an article, or a part or a point without one."""
    return bool(find_refs(text) or find_inner(text, LawRef(article="1")))


def frame(turn: Turn) -> str:
    """What a question asks of its topic, "какое наказание"; "" where it names no measure of the law.

    >>> frame(Turn("Какое наказание за кражу телефона?", Language.RU))
    'Какое наказание'
    """
    text = unasked(turn.question)
    spans = [(ref.start, ref.end) for ref in find_refs(text)]
    kept = [w for w in _free(words(text, turn.language), turn.language) if not _within(w, spans)]
    measures = any(word.kind is Kind.MEASURES for word in kept)
    return " ".join(word.text for word in kept) if measures else ""


def _free(said: Sequence[Word], language: Language) -> Iterator[Word]:
    """The words that ask or measure, and what binds only these."""
    for at, word in enumerate(said):
        beside = said[at - 1 : at] if language is Language.KK else said[at + 1 : at + 2]
        article = word.text.lower() in ("a", "an", "the")
        bound = article and any(other.kind is Kind.MEASURES for other in beside)
        if word.kind in (Kind.ASKS, Kind.MEASURES) or (word.kind is Kind.BINDS and bound):
            yield word


def _own(word: Word, spans: set[tuple[int, int]]) -> bool:
    return word.kind in (Kind.TOPIC, Kind.MEASURES) and not _within(word, spans)


def _within(word: Word, spans: Sequence[tuple[int, int]] | set[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _with_act(ref: LawRef, turn: Turn) -> LawRef | None:
    """A question named "ст. 188" and its answer shows of which act."""
    acts = dict.fromkeys(cited.act for cited in turn.refs if cited.article == ref.article)
    return replace(ref, act=next(iter(acts))) if len(acts) == 1 else None


def _inner(question: str, before: Sequence[Turn]) -> list[FoundRef]:
    place = last_place(before)
    return find_inner(question, place) if place else []


def _completed(found: Sequence[FoundRef], before: Sequence[Turn], pure: bool) -> list[FoundRef]:
    """Articles with the act they leave out: the one named last, or for a bare "а ст. 190?" the one cited."""
    named = (ref.ref.act for turn in reversed(before) for ref in reversed(find_refs(turn.question)))
    act = next((one for one in named if one), "")
    if not act and pure:
        cited = {ref.act for ref in before[-1].refs if ref.article}
        act = cited.pop() if len(cited) == 1 else ""
    if not act:
        return []
    return [replace(ref, ref=replace(ref.ref, act=act)) for ref in found]


def _asked_again(
    whole: Sequence[FoundRef], language: Language, before: Sequence[Turn], *, another_article: bool
) -> str:
    """The earlier question, asked of this place."""
    last = before[-1]
    printed = ", ".join(dict.fromkeys(print_ref(ref.ref, language) for ref in whole))
    if another_article and (asked := frame(last)):
        return f"{printed}: {lowered(asked, last.language)}?"
    return _swapped(last, printed, language) or f"{printed}: {lowered(last.question, last.language)}"


def _swapped(turn: Turn, printed: str, language: Language) -> str:
    """The question with `printed` for the one place it names; "" where that would break its grammar."""
    spans = {(ref.start, ref.end) for ref in find_refs(turn.question)}
    if len(spans) != 1 or turn.language is not language:
        return ""
    start, end = spans.pop()
    if language is Language.KK and not _PLAIN.search(turn.question[start:end]):
        rest = " ".join((turn.question[:start] + turn.question[end:]).split())
        return f"{printed}: {rest}"
    return turn.question[:start] + printed + turn.question[end:]


def _in_place(
    question: str, whole: Sequence[FoundRef], language: Language, said: Sequence[Word], *, by_article: bool
) -> str | None:
    """The question with the place made whole where it stands; nothing where it may be of something else."""
    start, end = whole[0].start, whole[0].end
    if _of_another(question, start, end, said, language):
        return None
    printed = ", ".join(dict.fromkeys(print_ref(ref.ref, language) for ref in whole))
    if (
        language is Language.KK
        and len(whole) == 1
        and (by_article or whole[0].ref.part)
        and not whole[0].ref.point
    ):
        printed = f"{printed.rpartition(' ')[0]} {question[start:end]}"
    return question[:start] + printed + question[end:] + ("" if question.endswith("?") else "?")


def _of_another(question: str, start: int, end: int, said: Sequence[Word], language: Language) -> bool:
    """ "пункт 3 договора", "шарттың 3-тармағы", "part 2 of the contract": no place of the law."""
    if language is Language.KK:
        return bool(_OWNER.search(question[:start]))
    after = next((word for word in said if word.start >= end), None)
    if after is None or question[end : after.start].strip():
        return False
    return after.kind is Kind.TOPIC or after.text.lower() in ("of", "in")
