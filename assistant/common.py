"""Words that are written small inside a sentence: a capital at the beginning of one makes them no names.

Learned by `training/common_words.py`.
"""

import gzip
from functools import cache
from importlib.resources import files

from casefile.language import Language
from vectorstore.analysis.analyser import Analyser

_SHORTEST = 4  # letters; "Ким" is a surname, "ким" a Kazakh who


def common(word: str, language: Language) -> bool:
    """True for a word that is no name, in any of its forms.

    >>> common("Түйіншек", Language.KK), common("Мужчина", Language.RU), common("Касымов", Language.RU)
    (True, True, False)
    """
    if len(word) < _SHORTEST:
        return False
    stems = _analyser().stems(word.lower(), language)[:1]
    return any(stem in known for known in _known().values() for stem in stems)


@cache
def _known() -> dict[Language, frozenset[str]]:
    read = gzip.decompress(files("assistant").joinpath("common_words.txt.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in read.splitlines())
    return {
        Language.UND: frozenset(),
        **{Language(language): frozenset(stems.split()) for language, stems in rows},
    }


@cache
def _analyser() -> Analyser:
    return Analyser()
