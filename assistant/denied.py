"""Finds single words that a statement affirms and its quotes only deny, or the reverse.

"He was beaten" over "they did not beat me, but …": the clause denies nothing more than one verb. Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.bounds import without_bounds
from assistant.meaning import Word, alike, best, content
from assistant.polarity import KAZAKH_VERB, NO_DENIAL, Clause, clause, clauses, parts
from assistant.spoken import Spoken
from assistant.stretches import ANEW
from assistant.word_kinds import has
from casefile.language import Language

_OPEN = frozenset({"unle"})  # "unless …" denies nothing of what it stands beside
# They deny the rest only where an exception is quoted.
_ONLY = frozenset({"only", "ғана", "тек", "толь", "лишь", "just"})
SAME = 0.5  # likeness from which two words are one
SURE = 0.7  # and two that decide alone
_GOVERNED = re.compile(r"\s*(?:или|либо|ни|не|и|что|чтобы|будто|немесе|or|nor|and|that|how)\b", re.IGNORECASE)
_OR = re.compile(r"\s*(?:или|либо|ни|не|немесе|or|nor)\b", re.IGNORECASE)
_DUTY = frozenset({"должен", "должна", "должны", "следует", "нужно", "надо"})
_AUXILIARY = (  # between a denial and what it denies
    r"(?:был[аои]?|будет|будут|может|могут|мог(?:ла|ли)?|должн\w+|стал[аи]?|имел\w*"
    r"|при|этом|никогда|ранее|еще|ещё|ни|из|по|до|для|под|над|через|об|в|на|к|с|у|от|за|о|их|его|ее|её"
    r"|were|was|is|are|be|been|being|have|has|had|do|does|did|able|allowed"
    r"|to|yet|ever|of|the|an?|any|them|her|his|its)"
)
_DENIED = {
    Language.RU: re.compile(
        rf"\b(?:не|без|нет)\s+(?:{_AUXILIARY}\s+)*([^\W\d_]{{3,}})"
        r"|\b([^\W\d_]{5,}(?:ие|сть))\s+(?:[\w.]+\s+){0,4}?исключ(?:а[ею]тся|ен[оы]?)\b",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"(?:\b(?:not|never|without|no|cannot|none|nobody|nothing|neither|nor)|n[’']t)"
        rf"\s+(?:{_AUXILIARY}\s+)*([a-z]{{3,}})",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"([^\W\d_]{3,})\s+(?:жоқ|емес)\w*|\b(?!заңсыз|негізсіз|жарамсыз)([^\W\d_]{3,}(?:сыз|сіз))\b",
        re.IGNORECASE,
    ),
}
_WITHOUT = re.compile(
    r"\b(?:without|без)\s+((?:an?\s+|any\s+|the\s+|prior\s+)?[\w-]+(?:\s+[\w-]+)?)"
    r"|\b([\w-]+)(?:с[ыі]з|н[ыі]ң\s+\w+с[ыі]з)\b",
    re.IGNORECASE,
)
_ANEW = re.compile(rf",\s+(?={ANEW}\s)", re.IGNORECASE)
KAZAKH_STEM = re.compile(r"(\w{2,}?)[мбп][ае](?:й|ға|ге|ды|ді|са|се|п|с|ң|у)\w*$")
_CANNOT = re.compile(r"(\w{2,}(?:а|е|й|и|уға|уге|ға|ге))\s+((?:алма|болма)(?:й|ды|ған|с)\w*)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def contradicted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words, where nothing else in the clause could deny them."""
    quoted = [_split(quote, tongue) for quote, tongue in quotes]
    denied = [
        word
        for (no, _), (quote, tongue) in zip(quoted, quotes, strict=True)
        if not has("despite", quote, tongue)  # not without: only with
        for word in no
    ]
    affirmed = [word for _, yes in quoted for word in yes]
    excepted = any(
        has(kind, quote, tongue) for quote, tongue in quotes for kind in ("excepts", "only", "despite")
    )
    for said in (part for whole in clauses(text, language) for part in _told_apart(whole, language)):
        _, yes = _split(said.text, language)
        open_ = _OPEN if excepted else _OPEN | _ONLY
        if not said.denies and not said.unclear - open_:
            yield from (
                w.text for w in yes if not w.light and best(w, denied) >= SAME and best(w, affirmed) < SAME
            )
            yield from _of_this(said.text, language, quotes)


def affirmed_apart(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that a part of the statement affirms and the quotes only deny, whatever its other parts deny."""
    denied = [
        (word, SURE if tongue is language else SAME)
        for quote, tongue in quotes
        for part in parts(quote, tongue)
        for word in _split(part.text, tongue)[0]
    ]
    affirmed = [word for quote in quotes for word in _split(*quote)[1]]
    mine = denied_words(text, language)
    for said in _governing_nothing(parts(text, language)):
        for word in _split(said.text, language)[1]:
            told = best(word, affirmed) >= SAME or best(word, mine) >= SURE
            counts = word.text in _DUTY or not word.light
            if counts and not told and any(alike(word, no) >= enough for no, enough in denied):
                yield word.text


def _governing_nothing(told: Sequence[Clause]) -> Iterator[Clause]:
    """Those parts that deny nothing, and stand beside none whose denial holds for them: "or taken"."""
    governed = False
    for n, part in enumerate(told):
        if part.denies or part.unclear:
            governed = True
            continue
        governed = governed and bool(_GOVERNED.match(part.text))
        after = told[n + 1] if n + 1 < len(told) else None
        before_or = after and (after.denies or after.unclear) and _OR.match(after.text)
        if not governed and not before_or:
            yield part


def _told_apart(whole: Clause, language: Language) -> list[Clause]:
    """The clause, cut where somebody or something else follows: "…, and the bullet is unfit"."""
    return (
        [clause(part, language) for part in _ANEW.split(whole.text)] if _ANEW.search(whole.text) else [whole]
    )


def needless(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words without which the statement does what the quotes do only with them."""
    needed = [
        word
        for quote, tongue in quotes
        for one in clauses(quote, tongue)
        if has("only", one.text, tongue)
        for word in _split(one.text, tongue)[1]
    ]
    if any(one.denies for one in clauses(text, language)):  # not without: only with
        return
    for match in _WITHOUT.finditer(text):
        for word in content(match[1] or match[2], language)[-1:]:
            if not word.light and best(word, needed) >= SURE:
                yield match[0].strip()


def _of_this(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Verbs that the quotes deny of the thing named beside, whatever they affirm them of elsewhere."""
    verb = 1 if language is Language.KK else 0  # behind its object, or before
    no: list[tuple[Word, Word]] = []
    yes: list[tuple[Word, Word]] = []
    for quote in (
        one.text for words, tongue in quotes if tongue is language for one in clauses(words, tongue)
    ):
        denied = {word.text for word in denied_words(quote, language)}
        for pair in pairwise(content(quote, language)):
            (no if pair[verb].text in denied else yes).append(pair)
    for said in pairwise(content(text, language)):
        if not said[verb].light and _among(said, no) and not _among(said, yes):
            yield said[verb].text


def _among(pair: tuple[Word, Word], pairs: Sequence[tuple[Word, Word]]) -> bool:
    return any(alike(pair[0], one) >= SAME and alike(pair[1], two) >= SAME for one, two in pairs)


def denied_words(text: str, language: Language) -> Sequence[Word]:
    return _split(text, language)[0]


def _affirmed(word: str, language: Language) -> str:
    """Of a Kazakh verb that denies the stem, which other languages translate: тоқтатпайды, тоқтат."""
    stem = KAZAKH_STEM.match(word) if language is Language.KK else None
    return stem[1] if stem else word


@lru_cache(256)
def _split(text: str, language: Language) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words that the text denies, and all others."""
    bare = NO_DENIAL.sub(" ", without_bounds(text))
    spans = (
        [m.span(m.lastindex or 0) for m in _DENIED[language].finditer(bare)] if language in _DENIED else []
    )
    if language is Language.KK:
        verbs = [
            m
            for m in _WORD.finditer(bare)
            if KAZAKH_VERB.fullmatch(m[0].casefold()) and not (m.start() and m[0][0].isupper())  # Семей
        ]
        cannot = {m.start(2): m.span(1) for m in _CANNOT.finditer(bare)}  # the verb before: "тани алмайды"
        spans += [cannot.get(m.start(), m.span()) for m in verbs]
    denied = " ".join(_affirmed(bare[a:b], language) for a, b in spans)
    rest = list(bare)
    for a, b in spans:
        rest[a:b] = " " * (b - a)
    return tuple(content(denied, language)), tuple(content("".join(rest), language))
