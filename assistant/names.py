"""Finds what may be a name in a text, and tells whether another text has the same name.

Works across Kazakh and Russian endings and across Cyrillic and Latin: Касымовтың, Қасымов, Kasymova are
one name to it. It rather doubts a word too many: a doubted claim is removed, a trusted lie is shown.
Knows nothing of claims.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.openers import OPENERS, RUSSIAN_VERB_OR_ADJECTIVE
from casefile.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_ASIDE = " \t\u00a0\"'«„“”([–—-"  # what may stand between a sentence and its first word

_LETTERS = dict(zip("абвгғдеёзийікқлмнңоөпрстуұүфхһыэ", "abvggdeeziiikklmnnooprstuuufhhie", strict=True))
_LETTERS |= {
    "ә": "a",
    "ж": "j",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ю": "iu",
    "я": "ia",
    "ъ": "",
    "ь": "",
}
_LATIN = (
    ("service", "servis"),
    ("trade", "treid"),
    ("group", "grup"),
    ("company", "kompani"),
    ("shch", "sh"),
    ("kh", "h"),
    ("zh", "j"),
    ("gh", "g"),
    ("q", "k"),
    ("ye", "e"),
    ("y", "i"),
    ("w", "v"),
    ("x", "ks"),
)

_COMMON = re.compile(
    r"(?<![\w@./-])[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]*(?![\w@/-]|\.\w)"
)  # no part of an address
_VOWELS = "aeiou"
_NO_NAMES = re.compile(
    r"\bNos?\.?(?=\s*\d)|\bNo\.(?=\s*[A-Z]{1,3}-?\d)|(?<=\d)\s?(?:к?Вт|кГц|МГц|Гц|ГБ|МБ|GB|MB|kW|W)\b"
)  # number signs and units
_GENERIC = frozenset(  # written with a capital, and name nobody by themselves
    """State States Party Parties Member Members Contracting Requesting Requested Court Convention Protocol
    Treaty Article Chapter Section IP SIM SMS PIN Mr Mrs Ms Dr""".split()
)
CAPITAL = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_SURNAME = re.compile(
    r".{2,}?(?:[оеё]в|[иы]н|ск(?:ий|ая|ого|ой|ому|им)|енко|[уюч]к|ұлы|қызы|[oe]v|[iy]n|uly|kyzy)\w{0,5}",
    re.IGNORECASE,
)
_SHORT = 3  # letters up to which names must agree to the letter


@dataclass(frozen=True, slots=True)
class Name:
    """A word that may be a name. `opens` a sentence: its capital may come from there."""

    word: str
    opens: bool


def names(text: str, language: Language) -> Iterator[Name]:
    """Capitalised words, and in Kazakh and Russian also words in Latin letters."""
    text = _NO_NAMES.sub(" ", unicodedata.normalize("NFC", text))
    for found in _WORD.finditer(text):
        opens = _opens(text, found.start())
        for part in re.split(r"[‑-]", found[0]):
            latin = language is not Language.EN and len(part) > 1 and _LATIN_LETTER.match(part)
            if part in _GENERIC:
                continue
            if (part[0].isupper() or latin) and not (len(part) == 1 and part != found[0]):  # X-ray
                yield Name(part, opens)
            opens = False


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at].rstrip(_ASIDE)
    return before[-1] in ".!?…:;\n" if before else at <= 20


def opener(word: str, language: Language) -> bool:
    """True for a word that opens sentences and names nobody.

    >>> opener("Согласно", Language.RU), opener("Касымов", Language.RU)
    (True, False)
    """
    if language is Language.RU and RUSSIAN_VERB_OR_ADJECTIVE.fullmatch(word):
        return True
    return skeleton(word) in _OPENER_SKELETONS.get(language, frozenset())


def surname(word: str) -> bool:
    """True for a word that ends like a surname, in whichever case.

    >>> surname("Касымовтың"), surname("Ербол")
    (True, False)
    """
    return _SURNAME.fullmatch(word) is not None


class Names:
    """The words of some texts, ready to be asked for a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        words = [word for text in texts for word in _words(text)]
        self._texts = [[skeleton(word[0]) for word in _WORD.finditer(text)] for text in texts]
        self._all = {skeleton(word) for word in words}
        self._common = {skeleton(found[0]) for text in texts for found in _COMMON.finditer(text)}
        self._initials = {skeleton(word)[:1] for word in words if word[0].isupper()}

    def hold(self, name: str) -> bool:
        """True if the texts have this name in any of its cases and scripts."""
        wanted = skeleton(name)
        if len(name) == 1:
            return wanted[:1] in self._initials
        alike = (word for word in self._all if word[:2] == wanted[:2])
        return wanted in self._all or any(same_name(wanted, word) or _short(wanted, word) for word in alike)

    def hold_together(self, words: Sequence[str]) -> bool:
        """True if the texts have these names beside one another in this order."""
        wanted = [skeleton(word) for word in words]
        return any(
            all(one == other or same_name(one, other) for one, other in zip(wanted, run, strict=True))
            for text in self._texts
            for run in zip(*(text[n:] for n in range(len(wanted))), strict=False)
        )

    def spell(self, name: str) -> bool:
        """True if the texts have this name in the spelling of another language: Тұрсынов is Турсунов.

        The same consonants, and one vowel may differ.
        """
        wanted = skeleton(name)
        alike = (
            word for word in self._all if word[:1] == wanted[:1] and _bare(word)[:3] == _bare(wanted)[:3]
        )
        return len(wanted) > _SHORT and any(_one_vowel_apart(wanted, word) for word in alike)

    def use(self, word: str) -> bool:
        """True if the texts have the word, in any form, in small letters: it is no name."""
        wanted = skeleton(word)
        return wanted in self._common or any(
            same_name(wanted, word) for word in self._common if word[:2] == wanted[:2]
        )


@lru_cache(50_000)
def skeleton(word: str) -> str:
    """The word in small Latin letters, as coarse as the official spellings of one name differ.

    >>> skeleton("Қасымов"), skeleton("Касымов"), skeleton("Kassymov")
    ('kasimov', 'kasimov', 'kasimov')
    """
    lowered = unicodedata.normalize("NFC", word).casefold()
    if not _CYRILLIC.search(lowered):
        for spelled, letter in _LATIN:
            lowered = lowered.replace(spelled, letter)
    else:
        lowered = lowered.translate(_TWINS)
    plain = "".join(_LETTERS.get(char, char) for char in lowered)
    ascii_ = "".join(
        char for char in unicodedata.normalize("NFD", plain) if char.isascii() and char.isalnum()
    )
    return re.sub(r"(.)\1+", r"\1", ascii_)


def same_name(one: str, other: str) -> bool:
    """Whether two skeletons are one name in two of its cases."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    if min(len(one), len(other)) <= _SHORT and shared < min(len(one), len(other)):
        return False
    return shared >= _SHORT and all(_ends(word[:shared], word[shared:]) for word in (one, other))


def _short(said: str, name: str) -> bool:
    """Лидің is Ли with a Kazakh ending."""
    ending = said[len(name) :]
    return len(name) in (2, _SHORT) and said.startswith(name) and len(ending) > 1 and ending in _ENDINGS


def _bare(word: str) -> str:
    return "".join(char for char in word if char not in _VOWELS)


def _one_vowel_apart(one: str, other: str) -> bool:
    """Up to endings; one "i" may be left out: Тілеубаев is Tleubaev."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b and at > 0:
            if a in _VOWELS and b in _VOWELS:
                return same_name(one[:at] + b + one[at + 1 :], other)
            short, long = (one, other) if b == "i" else (other, one)
            return "i" in (a, b) and same_name(f"{short[:at]}i{short[at:]}", long)
        if a != b:
            return False
    return False


def _ends(stem: str, ending: str) -> bool:
    # Алматы is not Алма with an ending: after a vowel Kazakh endings do not begin with т, қ or п.
    doubled = stem[-1] not in _VOWELS and stem[-1] + ending in _ENDINGS  # Шымкенттегі folds to shimkentegi
    return doubled or (ending in _ENDINGS and not (stem[-1] in _VOWELS and ending[:1] in ("t", "k", "p")))


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(unicodedata.normalize("NFC", text.replace("\u00ad", ""))):
        yield found[0]
        parts = re.split(r"[‑-]", found[0])
        yield from parts[: len(parts) if len(parts) > 1 else 0]


def _skeletons(*texts: str) -> frozenset[str]:
    return frozenset(skeleton(word) for text in texts for word in text.split())


_TWINS = str.maketrans("aceiopxyhkmt", "асеіорхуһкмт")
_RUSSIAN = """а у ы и е о ой ою ом ым ыми ого ому ами ам ах я ю ем ей ею ия ии ию ием ий ый ая ую ые ых
    его ему ими их ям ями ях"""
_KAZAKH_CASES = """ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден
    тан тен нан нен мен бен пен дағы дегі тағы тегі"""
_KAZAKH_OWN = "ы і сы сі лар лер дар дер тар тер лары лері дары дері тары тері ым ім мыз міз"
_ENGLISH = "s 's n"
_ENDINGS = (
    _skeletons(_RUSSIAN, _KAZAKH_CASES, _KAZAKH_OWN, _ENGLISH)
    | {skeleton(own + case) for own in (*_KAZAKH_OWN.split(), "а", "я") for case in _KAZAKH_CASES.split()}
    | {""}
)
_OPENER_SKELETONS = {language: _skeletons(*words) for language, words in OPENERS.items()}
