"""Whether a clause denies, permits, obliges, supposes or reserves: what turns a true sentence into a lie.

Reads word lists, clause by clause; follows no argument. Knows nothing of passages.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.bounds import without_bounds
from assistant.word_kinds import found, has, without
from casefile.language import Language
from casefile.sentences import sentences

_CLAUSE = re.compile(
    r"(?:[;!?\n()–—•]|:(?!\d\d\b))+|(?<=\s)(?:но|однако|бірақ|дегенмен|but|whereas)(?=\s)"
    r"|,\s+(?=(?:со\s+слов|по\s+словам|according\s+to)\s)",
    re.IGNORECASE,
)
_PART = re.compile(r",\s+|\s+(?=(?:и|или|либо|және|немесе|and|or|а|ал|while)\s)", re.IGNORECASE)

_INITIALS = re.compile(  # behind a word that is no surname
    r"(?<!\w)([a-zа-яәғқңөұүһі][\w-]*\s)([A-ZА-ЯӘҒҚҢӨҰҮІ]\.\s?[A-ZА-ЯӘҒҚҢӨҰҮІ]\.)(?=\s[A-ZА-ЯӘҒҚҢӨҰҮІ])"
)
_UNLESS = re.compile(
    r"\bегер(?:\s+[\w-]+){1,8}?\s+\w+[мбп][ае]с[ае]\w*|\bесли(?:\s+[\w-]+){0,5}?\s+не\s+\w+", re.IGNORECASE
)

# -ма, -ме … between a verb and its ending; хабарлама and тәжірибе are nouns, and take the endings of nouns.
KAZAKH_VERB = re.compile(
    r"(?!немесе$|дербес$|себеп(?!сіз)|бұлтартпа|қамау|жанармай)\w{2,}?[мбп][ае]"
    r"(?:й|йды|йді|ймын|ймін|йсы\w|йсі\w|йміз|ймыз|йтын\w*|йтін\w*|йынша|йінше"
    r"|ған\w*|ген\w*|ды\w{0,2}|ді\w{0,2}|са\w{0,2}|се\w{0,2}|п\w{0,4}|с|стан|стен|ң|ңыз\w*|ңіз\w*"
    r"|у|уы\w{0,3}|уі\w{0,3}|уға|уге|удың|удің)"
    r"|\w+[ыі][лн]м[ае]с[ыі]н",  # "let it not be": көшірмесін is a noun
)
# "Before it is …", "that cannot wait", "not only": the form of a denial, and nothing is denied.
NO_DENIAL = re.compile(
    r"\bкәмелет(?:ке|тік)\s+(?:жасқа\s+)?толмаған\w*|\w+[мбп][ае]с\s+бұрын|қарама(?:стан|й)\b|қоспағанда"
    r"|\w{2,}[мбп][ае]й(?:ынша|інше)\b|\w+[мбп][ае]й\s+(?:тұрып|жатып)|\bне\s+болмаса\b"
    r"|\w+(?:ған|ген|қан|кен|тын|тін)-\w+[мбп][ае]\w+|\bжоқ\s+па\b"  # whether
    r"|\b(?:nothing|not|no)\b(?:\s+\w+){0,5}?\s+(?:inconsistent|incompatible|impossible|unlikely)\b"
    r"|\bне\s+без\b|\bnot\s+without\b|кейінге\s+қалдыр\w+\s+болмай\w+|\b(?:ғана|тек)\s+емес"
    r"|\bнет\s+(?:ещ[её]\s+)?(?:\d+|[а-я]+(?:надцати|десяти)|восьми|десяти)\s+лет\b"
    r"|\bпока\s+(?:[\w-]+\s+){0,3}?не\b|\bне\s+(?:терпя\w+|только|дожида\w+|поздне\w+|менее\s+важн\w+)"
    r"|\bnot\s+(?:only|later|until)\b|\bno\s+(?:later|sooner|delay)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=\w\s)[А-ЯӘҒҚҢӨҰҮІ][^\W\d_]+")  # Семейде denies nothing
_KAZAKH_MODAL = re.compile(r"\b(?:жол\s+)?(?:беріл|бол|етіл|тартыл|салын|келіс)[мбп]\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    denied: bool
    unclear: frozenset[str]  # beginnings of its words that may deny
    denies: bool  # holds a denial, be it denied itself
    permits: bool
    obliges: bool
    supposed: bool
    suspects: bool  # calls somebody a suspect
    excepted: bool  # has an exception
    conditional: bool
    absolute: bool  # always, only, in no case


def clauses(text: str, language: Language) -> list[Clause]:
    """Sentences, cut before "but"; inside them commas do not count."""
    return [clause(part, language) for part in pieces(text, language)]


def pieces(text: str, language: Language) -> list[str]:
    """The words of those clauses."""
    return list(_pieces(text, language))


@lru_cache(4_000)
def _pieces(text: str, language: Language) -> tuple[str, ...]:
    # No sentence ends in "by A.V. Khvan".
    text = _INITIALS.sub(lambda found: found[1] + found[2].replace(".", " "), text)
    return tuple(
        part
        for start, end in sentences(text, language)
        for part in _CLAUSE.split(text[start:end])
        if part.strip()
    )


def parts(text: str, language: Language) -> list[Clause]:
    """The same cut at commas and conjunctions too."""
    return [
        clause(part, language)
        for whole in clauses(text, language)
        for part in _PART.split(whole.text)
        if part.strip()
    ]


@lru_cache(4_000)  # every check asks about the same few
def clause(text: str, language: Language) -> Clause:
    bare = without_bounds(text)
    unless = _UNLESS.search(bare)
    if unless:
        bare = bare[: unless.start()] + bare[unless.end() :]
    denials = _denials(bare, language)
    return Clause(
        text=text,
        denied=denials % 2 == 1,
        unclear=frozenset(word[0].casefold()[:4] for word in found("may_deny", bare, language))
        | ({"unle"} if unless else frozenset()),
        denies=denials > 0,
        permits=has("permits", bare, language),
        obliges=has("obliges", bare, language),
        supposed=has("supposes", bare, language),
        suspects=has("suspects", bare, language),
        excepted=has("excepts", bare, language),
        conditional=has("conditions", text, language),
        absolute=has("absolute", bare, language),
    )


def without_modals(text: str, language: Language) -> str:
    """The text without the words that deny, permit and oblige: those are compared by what they do."""
    for kind in "denies", "permits", "obliges":
        text = without(kind, text, language)
    if language is Language.KK:
        text = _KAZAKH_MODAL.sub(" ", text)
    return text


def _denials(text: str, language: Language) -> int:
    text = NO_DENIAL.sub(" ", text)
    words = [word[0].casefold() for word in found("denies", text, language)]
    said = len(words) - (len(words) > 1 and "nor" in words)  # "may not …, nor may it …" denies both
    if language is not Language.KK:
        return said
    return said + sum(
        bool(KAZAKH_VERB.fullmatch(word)) for word in _WORD.findall(_NAME.sub(" ", text).casefold())
    )
