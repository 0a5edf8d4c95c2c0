"""Tells Kazakh, Russian and English apart, and everything else from them.

Letters decide first, then words that only one language has, and only then langdetect, seeded, with the
profiles of the script at hand and a Kazakh profile of our own. Below certainty the answer is `UND`. Knows
nothing of files: it decides for one text at a time.
"""

import re
import threading
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.language import SPOKEN, Language

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

_OURS = Path(__file__).parent / "language_profiles"

_READ = 800  # characters; more of a text changed no answer on 31,000 passages
_ENOUGH_WORDS = 60
_CERTAIN, _CERTAIN_OF_A_WORD = 0.5, 0.8  # langdetect's seven draws that must agree, as a share
_DETECTED = 200  # characters langdetect looks at: it is slow, and this is plenty

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
_OTHER = re.compile(r"[\u0370-\u03ff\u0530-\u1cff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufeff]+")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_I_INSIDE = re.compile(r"(?<=[\u0400-\u04ff])i|i(?=[\u0400-\u04ff])")

_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_NOT_UKRAINIAN = re.compile("[әғқңөұүһ]")
_NOT_TATAR = re.compile("[ғқұі]")  # nor Kyrgyz, nor Mongolian
_KAZAKH_SHARE = 0.04  # of the letters; Kazakh text has 0.16, Russian text about Kazakh people less
_FOREIGN = re.compile("[їєґўђѓјљњћќџѕҳҷӣӯҙҡҫҗӑӗҥҕѐ]")

_FEW = 12  # words; a longer text is told by its letters and its commonest words
_KNOWN_SHARE = 0.6  # of the words of a short one
_CLEARLY = 2  # words more than the next language: names and loans are in both

_FOLD = str.maketrans("әғқңөұүһіёы", "агкноуухиеи")  # ы as well: some type it for і


def _unknown(word: str) -> Collection[Language]:
    """No word is known."""
    del word
    return ()


class LetterAndProfileIdentifier:
    """Our `LanguageIdentifier`. Gives the same answer in every run and every thread.

    `spelled` puts Kazakh in Latin letters into Cyrillic ones and leaves any other text alone; `languages`
    tells in which languages a word is known.
    """

    def __init__(
        self, spelled: Callable[[str], str] = str, languages: Callable[[str], Collection[Language]] = _unknown
    ) -> None:
        self._spelled, self._languages = spelled, languages
        self._profiles = _Profiles()
        self._words = {
            language: frozenset(words.split())
            for language, words in tomllib.loads((_OURS / "words.toml").read_text(encoding="utf-8")).items()
        }

    def identify(self, text: str) -> Language:
        """The language of the text, decided on its first 800 characters."""
        head = text[:_READ]
        cyrillic, latin, other = (_letters(script, head) for script in (_CYRILLIC, _LATIN, _OTHER))
        if other > cyrillic + latin or not cyrillic + latin:
            return Language.UND
        return self._cyrillic(head) if 2 * cyrillic >= latin else self._latin(head)

    def _cyrillic(self, text: str) -> Language:
        text = _LATIN_I_INSIDE.sub("і", text)
        words = self._without_names(_WORD.findall(text))
        lower = " ".join(words).lower()
        words = lower.split()[:_ENOUGH_WORDS]
        kazakh = self._count("kk", (word.translate(_FOLD) for word in words))
        russian = self._count("ru", words)
        foreign = self._count("foreign_cyrillic", words)
        special = len(_KAZAKH.findall(lower))
        if len(_FOREIGN.findall(lower)) > special / 4 or (foreign and foreign >= kazakh + russian):
            return Language.UND
        share = special / max(1, _letters(_CYRILLIC, lower))
        if share >= _KAZAKH_SHARE and (kazakh >= russian or share >= 2 * _KAZAKH_SHARE):
            return self._with_kazakh_letters(lower, kazakh, foreign)
        if len(words) <= _FEW and not foreign:
            known = self._vocabulary(words, Language.KK, Language.RU)
            if known is not Language.UND:
                return known
        # Ukrainian, Bulgarian and Serbian share many words, but lack ы; Kyrgyz has ы, but not the words.
        dense_enough = (12 if russian > 2 and "ы" in lower else 5) * russian >= len(words)
        if share < _KAZAKH_SHARE / 2 and russian > 4 * kazakh and dense_enough and not foreign:
            return Language.RU
        if kazakh and not russian and 5 * kazakh >= len(words) and not foreign:
            return Language.KK
        return self._profiles.cyrillic(lower, short=len(words) < 3)

    def _with_kazakh_letters(self, lower: str, kazakh: int, foreign: int) -> Language:
        if not _NOT_TATAR.search(lower) and (foreign or len(_KAZAKH.findall(lower)) > 3):
            return Language.UND
        if not kazakh and not _NOT_UKRAINIAN.search(lower):
            return self._profiles.cyrillic(lower, short=False)
        return Language.KK

    def _latin(self, text: str) -> Language:
        lower = text.lower()
        words = _WORD.findall(lower)[:_ENOUGH_WORDS]
        english, foreign = self._count("en", words), self._count("foreign_latin", words)
        if foreign < 2 and self._spelled(text) != text:  # Turkish has many words in common
            return Language.KK
        if english > 3 * foreign and 5 * english >= len(words) and (english > 1 or len(words) < 4):
            return Language.EN
        if len(words) <= _FEW and not foreign and self._vocabulary(words, Language.EN) is Language.EN:
            return Language.EN
        return self._profiles.latin(lower)

    def _vocabulary(self, words: Sequence[str], *spoken: Language) -> Language:
        """The one language of which most words are words, and clearly more than of the next."""
        told = [self._languages(word) for word in words if len(word) > 1]
        counts = sorted(((sum(one in known for known in told), one) for one in spoken), reverse=True)
        most, language = counts[0]
        next_most = counts[1][0] if len(counts) > 1 else 0
        clear = most >= max(2, _KNOWN_SHARE * len(told)) and most >= next_most + _CLEARLY
        return language if clear else Language.UND

    def _without_names(self, words: list[str]) -> list[str]:
        """Of a Russian sentence about Қасымов the Russian words; any other list unchanged."""
        kazakh = {word for word in words if _KAZAKH.search(word)}
        if not kazakh or any(word[0].islower() for word in kazakh):
            return words
        plain = [word for word in words if word not in kazakh]
        lower = [word.lower() for word in plain]
        speaks_russian = self._count("ru", lower) and not self._count(
            "kk", (word.translate(_FOLD) for word in lower)
        )
        return plain if speaks_russian and plain != [word.upper() for word in plain] else words

    def _count(self, language: str, words: Iterable[str]) -> int:
        known = self._words[language]
        return sum(word in known for word in words)


def _letters(script: re.Pattern[str], text: str) -> int:
    return sum(map(len, script.findall(text)))


class _Profiles:
    """langdetect by script, loaded on first use; its detectors share nothing but what is read."""

    _CYRILLIC: Mapping[str, float] = {"kk": 0.45, "ru": 0.45, "uk": 0.05, "bg": 0.03, "mk": 0.02}
    _LATIN: Mapping[str, float] = {"en": 0.64} | dict.fromkeys(
        ("de", "fr", "es", "it", "tr", "nl", "pl", "pt", "ro", "cs", "id", "vi"), 0.03
    )

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self._factories: dict[tuple[str, ...], DetectorFactory] = {}

    def cyrillic(self, text: str, short: bool) -> Language:
        """`short`: one or two words, of which Ukrainian or Bulgarian would be too wide a guess."""
        if short:
            return self._detect(self._CYRILLIC, {"kk": 0.5, "ru": 0.5}, _CERTAIN_OF_A_WORD, text)
        return self._detect(self._CYRILLIC, self._CYRILLIC, _CERTAIN, text)

    def latin(self, text: str) -> Language:
        return self._detect(self._LATIN, self._LATIN, _CERTAIN, text)

    def _detect(
        self, profiles: Iterable[str], prior: Mapping[str, float], certain: float, text: str
    ) -> Language:
        from langdetect.lang_detect_exception import LangDetectException

        detector = self._factory(tuple(profiles)).create()
        detector.set_prior_map(dict(prior))
        detector.append(text[:_DETECTED])
        try:
            found = detector.get_probabilities()
        except LangDetectException:  # no letter that any profile knows
            return Language.UND
        if not found or found[0].prob < certain or found[0].lang not in SPOKEN:
            return Language.UND
        return Language(found[0].lang)

    def _factory(self, languages: tuple[str, ...]) -> "DetectorFactory":
        with self._loading:
            if languages not in self._factories:
                self._factories[languages] = _load(languages)
            return self._factories[languages]


def _load(languages: tuple[str, ...]) -> "DetectorFactory":
    import langdetect
    from langdetect.detector_factory import DetectorFactory

    shipped = Path(langdetect.__file__).parent / "profiles"
    factory = DetectorFactory()
    factory.set_seed(0)  # langdetect draws at random otherwise
    folders = [_OURS if (_OURS / language).exists() else shipped for language in languages]
    factory.load_json_profile(
        [(folder / name).read_text(encoding="utf-8") for folder, name in zip(folders, languages, strict=True)]
    )
    return factory
