"""Which words of a statement its quotes have, in whatever form and language.

A word is matched by its stem, by the lexicon's translation, or by a translation that both words share
("карается" and "наказывается" are both to punish). Knows no grammar.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.word_lists import word_lists
from casefile.language import Language
from vectorstore.analysis.analyser import Analyser, Term
from vectorstore.lexicon import Lexicon

TRANSLATED = 0.12  # least weight of a translation
SHARED = 0.2  # least weight of a translation that two words share, the weaker side counting
PREFIX = 5  # letters that words of one root have in common
SYNONYM = 0.7  # likeness of two words that mean the same
SOUND = 3  # least consonants of a name
MEANT = 0.5  # likeness from which one word may mean another
_ASPECT = re.compile(r"(?:ива|ева|ова|ну|а|и|е)$")  # оказал, оказывал

_PAST = re.compile(r"(\w{3,}?)(?:[ғқ]ан|[гк]ен|[дт][ыі])(?:[мңқк]|[ыі]м|[ыі]н|[ыі]|дар|дер)?")
_ROOT_VOWEL = re.compile(r"(?<=[^аеёиоуыэюя])[ыи](?=[врлн]а)")

_REMEMBERED = 20_000
_LIGHT = frozenset(
    """
    это этот эта данный данная согласно соответствии является являются должен должна должны обязан
    обязана нужно следует подлежит может могут также при этом причем хотя поэтому статья статьи
    статье часть части пункт кодекс кодекса закон говорится сказано указано предусмотрено
    предусмотрена установлено бойынша сәйкес туралы жайлы жайында жөнінде үшін екен екенін болып
    болды болады болған еді деп деген керек тиіс міндетті мүмкін беріледі жасалады етіледі жағдайда
    бірақ екеніне екенін екендігі бап бабы бабына бөлік бөлігі бөлігіне тармақ кодекс кодексі has
    have had must shall should may can will would according under article part paragraph says states
    provides said also this that there being been into onto upon during go goes went get gets got
    put take takes make makes give gives быть был была было были be was were is are будет будут
    жасалған жасалды жасаған жасады himself herself itself themselves ему
    ей ею им ими него нее них надо нужно мұны оны бұны соны осыны requires required require требует требуется
    """.split()
)


@dataclass(frozen=True, slots=True, eq=False)  # one object for one word: pairs are compared once
class Word:
    """A content word: its stems, and stems of other languages that mean the same with their weights.

    `light`: it carries no fact, as a modal or an auxiliary.
    """

    text: str
    light: bool
    stems: frozenset[str]
    kin: frozenset[str]
    translations: tuple[tuple[str, float], ...]
    sounds: frozenset[str]  # keys of the name it may be


def content(text: str, language: Language) -> list[Word]:
    """The words of the text that mean something, each once, in order."""
    return list(_content(text, language))


def facts(text: str, language: Language) -> list[Word]:
    """Those of them that carry a fact, without numbers."""
    return [word for word in _content(text, language) if word.text.isalpha() and not word.light]


@lru_cache(500_000)
def alike(said: Word, quoted: Word) -> float:
    """How surely the two say the same, 0..1."""
    if said.stems & quoted.stems or said.kin & quoted.stems or said.stems & quoted.kin:
        return 1.0
    if _synonyms(said.stems) & _synonyms(quoted.stems):
        return SYNONYM
    if any(_root(a, b) or _aspects(a, b) for a in said.stems for b in quoted.stems):
        return 0.8
    if _kazakh_verbs(said.text, quoted.text):
        return 0.8
    if said.text.isascii() is not quoted.text.isascii() and said.sounds & quoted.sounds:
        return 1.0 if not (said.translations or quoted.translations) else 0.5  # Хван is Khvan
    if (direct := _direct(said, quoted)) >= TRANSLATED:
        return max(0.5, direct)
    theirs = dict(quoted.translations)
    shared = max((min(w, theirs[stem]) for stem, w in said.translations if stem in theirs), default=0.0)
    return shared if shared >= SHARED else 0.0


def translated(word: str, language: Language, quotes: Sequence[tuple[str, Language]]) -> bool:
    """True for a word that the quotes say in another language: Captain is капитан."""
    held = [w for quote, tongue in quotes if tongue is not language for w in content(quote, tongue)]
    return any(_direct(said, w) >= TRANSLATED for said in content(word, language) for w in held)


def stems(text: str, language: Language) -> list[str]:
    """Those of every word, in order."""
    return _analyser().stems(text, language)


def best(said: Word, quoted: Sequence[Word]) -> float:
    return max((alike(said, word) for word in quoted), default=0.0)


def overlap(said: Sequence[Word], quoted: Sequence[Word]) -> float:
    """Share of the statement's words that the quote has."""
    return sum(best(word, quoted) for word in said) / len(said) if said else 0.0


def share(said: Sequence[Word], quoted: Sequence[Word]) -> float:
    """Share of the statement's words that the quote has, a translation counting whole."""
    return in_common(said, quoted) / len(said) if said else 0.0


def in_common(said: Sequence[Word], quoted: Sequence[Word]) -> int:
    """How many of the statement's words the quote has, in whatever form and language."""
    return sum(best(word, quoted) >= MEANT for word in said)


@lru_cache(_REMEMBERED)
def _content(text: str, language: Language) -> tuple[Word, ...]:
    return tuple(_word(term) for term in _analyser().query_terms(text, language))


@lru_cache(_REMEMBERED)
def _word(term: Term) -> Word:
    text = term.exact[0] if term.exact else ""
    sounds = frozenset(key for key in term.sounds if len(key) >= SOUND)
    return Word(text, text in _LIGHT, frozenset(term.stems), frozenset(term.kin), term.translations, sounds)


def _direct(said: Word, quoted: Word) -> float:
    ways = [w for stem, w in said.translations if stem in quoted.stems]
    return max(ways + [w for stem, w in quoted.translations if stem in said.stems], default=0.0)


def _root(one: str, other: str) -> bool:
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return shared >= PREFIX and 3 * shared >= 2 * max(len(one), len(other))


def _synonyms(stems: frozenset[str]) -> frozenset[int]:
    return frozenset(group for stem in stems for group in _groups().get(stem, ()))


@cache
def _groups() -> dict[str, set[int]]:
    """Of each stem the groups of synonyms it is in."""
    read = word_lists("synonyms")
    groups = [(Language(tongue), words) for tongue, listed in read.items() for words in listed]
    found: dict[str, set[int]] = {}
    for number, (tongue, words) in enumerate(groups):
        for stem in stems(words, tongue):
            found.setdefault(stem, set()).add(number)
    return found


def _aspects(one: str, other: str) -> bool:
    """Whether two Russian verbs differ in nothing but their aspect."""
    if {one, one.removesuffix("ва")} & {other, other.removesuffix("ва")} and min(
        len(one), len(other)
    ) >= PREFIX - 1:
        return True
    (bare, toned), (same, other_toned) = _bare(one), _bare(other)
    if len(bare) >= PREFIX - 1 and bare == same:
        return True
    return len(toned) >= PREFIX - 1 and toned == other_toned and one[:2] == other[:2]


@lru_cache(_REMEMBERED)
def _bare(verb: str) -> tuple[str, str]:
    """Without its aspect; and without the vowel that changes with it too: назвал, называл."""
    return _ASPECT.sub("", verb), _ASPECT.sub("", _ROOT_VOWEL.sub("", verb))


def _kazakh_verbs(one: str, other: str) -> bool:
    """Whether two Kazakh verbs of the past differ in nothing but their ending: естіген, естідім."""
    bare, same = (_PAST.fullmatch(word) for word in (one, other))
    return bool(bare and same and bare[1] == same[1])


@cache
def _analyser() -> Analyser:
    return Analyser(_lexicon())


@cache
def _lexicon() -> Lexicon:
    return Lexicon()
