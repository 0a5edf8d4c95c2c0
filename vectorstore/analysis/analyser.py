"""Text becomes words and stems, the same way for passages and for questions.

A passage is stemmed by its own language; a question also asks for the forms its words may have in
the other Cyrillic language (`Term.kin`), since Kazakh text is full of Russian words and the reverse.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from casefile.language import SPOKEN, Language
from vectorstore.analysis import kazakh, russian, tokens
from vectorstore.analysis.folding import CYRILLIC, KAZAKH_LETTER, LATIN, fold, hardened
from vectorstore.analysis.latin_kazakh import FOREIGN, likely, readings
from vectorstore.analysis.sounding import sounding
from vectorstore.analysis.stopwords import STOP_WORDS
from vectorstore.lexicon import Lexicon

FORMAT = 4  # raise it when the same text gives other words or stems: indexes are then made again

KAZAKH_SHARE = 0.5  # of the words of a text in Latin letters that are known, for it to be Kazakh
WORD = 4  # letters; shorter words are the same in too many languages
SHORTEST = 3  # letters of a word that is tried in other spellings
WORDS = re.compile(r"[^\W\d_]+")
CACHED = 200_000  # words; natural text repeats them, and Snowball in Python does some 16,000 a second

QUESTIONS = 16  # in hand at once; each index asks for the terms of the same question


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question asks for. `exact` and `stems` are what a passage would be indexed under;
    `kin` are stems under which a passage in another language may hold the same word, `translations`
    those of words that mean the same, each with how surely it does (0..1); `sounds` are keys of the
    name it may be."""

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    kin: tuple[str, ...]
    translations: tuple[tuple[str, float], ...] = ()
    sounds: tuple[str, ...] = ()


class Analyser:
    """Holds the stemmers and what they have already stemmed; threads may share it.

    Without a lexicon no term has translations.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon
        self._kazakh_stemmer = kazakh.KazakhStemmer()
        self._lock = Lock()  # Snowball stemmers keep the word in hand on themselves
        self._snowball: dict[str, Callable[[str], str]] = {}
        self._words_of = lru_cache(CACHED)(_words_of)
        self._stems_of = lru_cache(CACHED)(self._stem_unit)
        self._sounds_of = lru_cache(CACHED)(self._sound)
        self._languages_of = lru_cache(CACHED)(self._languages)
        self._respelt = lru_cache(CACHED // 10)(self._respell)
        self._term_of = lru_cache(CACHED // 10)(self._term)
        self._terms_of = lru_cache(QUESTIONS)(self._terms)

    def words(self, text: str) -> list[str]:
        """Exact words: lower case, look-alikes repaired, joined numbers whole.

        >>> Analyser().words("188-бап, 190-1-бап: дело-ны қозғау")
        ['188', 'бап', '190-1', 'бап', 'дело', 'қозғау']
        """
        words_of = self._words_of
        return [word for unit in tokens.units(text) for word in words_of(unit)]

    def stems(self, text: str, language: Language) -> list[str]:
        """Folded stems; more than one for a joined number, a broken word, a word of unknown language.

        >>> Analyser().stems("қылмыстық істердің", Language.KK), Analyser().stems("кражи", Language.RU)
        (['килмис', 'ис'], ['краж'])
        """
        stems_of = self._stems_of
        return [stem for unit in tokens.units(text) for stem in stems_of(unit, language)]

    def sounds(self, text: str) -> list[str]:
        """Keys of what may be names: words with a capital, each as written and as stemmed.

        >>> Analyser().sounds("Касымовтың үйі, Washington")
        ['ksmvtn', 'ksm', 'vsngtn']
        """
        keys_of = self._sounds_of
        return [key for unit in tokens.units(text) if unit[0].isupper() for key in keys_of(unit)]

    def spelled(self, text: str) -> str:
        """Kazakh in Latin letters in Cyrillic ones; any other text as it is.

        It is Kazakh if more of its words are known as Kazakh than as English, and half of them at least.
        """
        latin = LATIN.search(text) and not CYRILLIC.search(text)
        if self._lexicon is None or not latin or FOREIGN.search(text):
            return text
        knows = self._lexicon.knows

        def known(reading: str, language: Language) -> float:
            units = [unit for unit in tokens.units(reading) if len(unit) >= WORD]
            held = [any(knows(s, language) for s in self._stems_of(unit, language)) for unit in units]
            return sum(held) / max(1, len(units))

        best = max(readings(text), key=lambda r: (not LATIN.search(r), known(r, Language.KK)))
        share = known(best, Language.KK)
        if share < KAZAKH_SHARE or share <= known(text, Language.EN):
            return text
        return WORDS.sub(lambda word: self._respelt(word[0]), best)

    def _respell(self, word: str) -> str:
        """A word that nobody knows in a likely spelling that somebody does."""
        if len(word) < SHORTEST or self._known(word):
            return word
        return next((other for other in likely(word) if self._known(other)), word)

    def _known(self, word: str) -> bool:
        return bool({Language.KK, Language.RU} & self.languages(word))

    def _languages(self, word: str) -> frozenset[Language]:
        if self._lexicon is None:
            return frozenset()
        knows = self._lexicon.knows
        return frozenset(
            language
            for language in SPOKEN
            if any(knows(stem, language) for stem in self._stems_of(word, language))
        )

    def languages(self, word: str) -> frozenset[Language]:
        """Those in which the lexicon knows the word; Kazakh letters may be missing from it."""
        return self._languages_of(word)

    def query_terms(self, text: str, language: Language) -> list[Term]:
        """What a question asks for, each once, in order; without stop words unless it has no others."""
        return list(self._terms_of(text, language))

    def _terms(self, text: str, language: Language) -> Sequence[Term]:
        terms: dict[Term, bool] = {}
        stop_words = STOP_WORDS[language]
        for unit in tokens.units(text):
            term = self._term_of(unit, language)
            if term.stems:
                terms[term] = all(fold(word) in stop_words for word in term.exact)
        return [term for term, empty in terms.items() if not empty] or list(terms)

    def query_stems(self, text: str, language: Language) -> list[str]:
        """The distinct stems a question asks for, in order, kin left out."""
        return list(dict.fromkeys(s for term in self.query_terms(text, language) for s in term.stems))

    def _term(self, unit: str, language: Language) -> Term:
        exact, stems = self._words_of(unit), self._stems_of(unit, language)
        kin = self._kin(exact, language)
        return Term(exact, stems, kin, self._translations(stems, language), self._sounds_of(unit))

    def _sound(self, unit: str) -> tuple[str, ...]:
        words = (*self._words_of(unit), *self._stems_of(unit, Language.UND))
        return tuple(dict.fromkeys(key for word in words if (key := sounding(word))))

    def _translations(self, stems: tuple[str, ...], language: Language) -> tuple[tuple[str, float], ...]:
        if self._lexicon is None:
            return ()
        known = [t for stem in stems for t in self._lexicon.translations(stem, language)]
        return tuple((t.stem, t.weight) for t in known if t.stem not in stems)

    def _stem_unit(self, unit: str, language: Language) -> tuple[str, ...]:
        if numbers := tokens.number_parts(unit):
            return tuple(numbers)
        found = [stem for word in self._words_of(unit) for stem in self._stem(word, language)]
        if tokens.broken_word(unit):  # the hyphen may have been a real one: лог-⏎деректер
            found += [s for part in _apart(unit) for word in part for s in self._stem(word, language)]
        return tuple(dict.fromkeys(found))

    def _stem(self, word: str, language: Language) -> tuple[str, ...]:
        """By script first: the language of a passage does not hold for every word in it."""
        if any(char.isdigit() for char in word):
            return (fold(word),)
        if not CYRILLIC.search(word):
            return (fold(self._snow("english", word)),)
        if language is Language.KK or KAZAKH_LETTER.search(word):
            return (self._kazakh(word),)
        if language is Language.UND:
            return tuple(dict.fromkeys((self._kazakh(word), self._russian(word))))
        return (self._russian(word),)

    def _kin(self, words: tuple[str, ...], language: Language) -> tuple[str, ...]:
        own = {stem for word in words for stem in self._stem(word, language)}
        kin = {fold(word): None for word in words}
        for word in filter(CYRILLIC.search, words):
            bare = self._kazakh_stemmer.stem(fold(word))
            kin |= dict.fromkeys((self._kazakh(word), self._russian(bare)))  # группаның: группа, групп
            if not KAZAKH_LETTER.search(word):
                kin[self._russian(word)] = None
        return tuple(stem for stem in kin if stem not in own)

    def _kazakh(self, word: str) -> str:
        stem = self._kazakh_stemmer.stem(fold(word))
        return self._russian(stem) if kazakh.LOAN.search(stem) else stem

    def _russian(self, word: str) -> str:
        if stem := russian.noun(word):
            return hardened(fold(stem))
        stem = self._snow("russian", word)
        if stem.endswith(("ов", "ев")):  # Касымова is left as касымов, but Касымов as касым
            stem = self._snow("russian", stem)
        return hardened(fold(stem))

    def _snow(self, algorithm: str, word: str) -> str:
        with self._lock:
            if algorithm not in self._snowball:
                import snowballstemmer

                self._snowball[algorithm] = snowballstemmer.stemmer(algorithm).stemWord
            return self._snowball[algorithm](word) or word


def _words_of(unit: str) -> tuple[str, ...]:
    if numbers := tokens.number_parts(unit):
        return (numbers[0],)
    if joined := tokens.broken_word(unit):
        return tuple(tokens.words(joined))
    return tuple(word for part in _apart(unit) for word in part)


def _apart(unit: str) -> list[list[str]]:
    """The words of each hyphenated part; a Kazakh ending tied on by a hyphen is dropped."""
    first, *rest = tokens.parts(unit)
    apart = [list(tokens.words(part)) for part in (first, *rest)]
    if len(apart) == 2 and len(apart[1]) == 1 and fold(apart[1][0]) in kazakh.ENDINGS:
        return apart[:1]
    return apart
