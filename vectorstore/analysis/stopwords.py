"""Words that say nothing about what is sought. Left out of questions, never out of an index."""

from casefile.language import Language
from vectorstore.analysis.folding import fold

_KK = """
    және мен пен бен немесе бұл осы сол ол да де та те ма ме ба бе па пе үшін бойынша туралы деп деген
    бар жоқ не кім қай қандай қалай қашан қайда неге қанша болады болып бола ма екен егер оның олар
    дегеніміз болса
"""
_RU = """
    и в во на с со к ко о об от до по за из у а но или ли же бы не что кто это как какой какая какое какие
    какую каким где когда зачем почему сколько чем чего для при есть быть является то так его ее их
"""
_EN = """
    a an the and or of to in on at by for from with is are was were be been do does did what which who whom
    how when where why that this these those it its as if can
"""


STOP_WORDS = {  # folded, since people write кандай for қандай
    language: frozenset(map(fold, text.split()))
    for language, text in (
        (Language.KK, _KK),
        (Language.RU, _RU),
        (Language.EN, _EN),
        (Language.UND, _KK + _RU + _EN),
    )
}
