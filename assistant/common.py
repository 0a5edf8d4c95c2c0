"""Words that are written small inside a sentence: a capital at the beginning of one makes them no names.

Learned by `training/common_words.py`.
"""

import gzip
import re
from functools import cache
from importlib.resources import files

from assistant.meaning import stems
from casefile.language import Language

_TRADE = re.compile(
    r"\w{3,}ш[ыі](?:л[ае]р)?(?:[ыі]|н[ыі]ң|[ғг][ае]|н[ыі]|д[ае]|дан|ден)?"
)  # монтажшы, сатушы
_OF_A_KIND = re.compile(r"\w{3,}(?:лық|лік|дық|дік|тық|тік)(?:[тдн]\w{1,4}|қа|ке)?")  # нұсқаулық, серверлік
_SHORTEST = 4  # letters; "Ким" is a surname, "ким" a Kazakh who


def common(word: str, language: Language) -> bool:
    """True for a word that is no name, in any of its forms.

    >>> common("Түйіншек", Language.KK), common("Мужчина", Language.RU), common("Касымов", Language.RU)
    (True, True, False)
    """
    if len(word) < _SHORTEST:
        return False
    if language is Language.KK and any(one.fullmatch(word.casefold()) for one in (_TRADE, _OF_A_KIND)):
        return True
    return any(stem in _known() for stem in stems(word.lower(), language)[:1])


@cache
def _known() -> frozenset[str]:
    """The stems of all languages: texts mix them."""
    read = gzip.decompress(files("assistant").joinpath("common_words.txt.gz").read_bytes()).decode()
    return frozenset(stem for line in read.splitlines() for stem in line.partition("\t")[2].split())
