"""The words questions are made of, apart from what they are about: asking, pointing, joining, measuring.

Knows words one by one. What a question means by them is the business of `assistant/conversation.py`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from casefile.language import Language
from vectorstore.analysis.folding import fold

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Kind(StrEnum):
    ASKS = "asks"  # who, when, may, is: what any question holds
    POINTS = "points"  # it, this, he: what only an earlier sentence explains
    BINDS = "binds"  # for, of, үшін: belongs to the word beside it
    MEASURES = "measures"  # punishment, term, fine: what is asked of a deed, and no deed itself
    NUMBER = "number"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int
    kind: Kind


def words(text: str, language: Language) -> list[Word]:
    """Every word of the text with its kind."""
    return [Word(w[0], w.start(), w.end(), _kind(w[0], language)) for w in _WORD.finditer(text)]


def _kind(word: str, language: Language) -> Kind:
    if word[0].isdigit():
        return Kind.NUMBER
    folded = fold(word.casefold())
    known = _KNOWN[language].get(folded)
    return known or (Kind.MEASURES if folded.startswith(_MEASURES[language]) else Kind.TOPIC)


def folded_words(text: str) -> frozenset[str]:
    return frozenset(fold(word.casefold()) for word in text.split())


_ASKS = {
    Language.RU: """что чего чему чем кто кого кому кем где когда куда откуда зачем почему сколько как какой
        какая какое какие какую каким какими каких каком каков какова каково каковы чей ли же бы не нет ни
        есть быть будет будут был была было были является являются может могут можно нельзя должен должна
        должны нужно надо следует ещё тоже также теперь только уже вообще именно значит говорит говорится
        написано сказано предусмотрено предусмотрен предусмотрена имеет имеют вправе обязан обязана обязаны
        делать сделать поступить если или и но мне нам вы я мы скажите скажи пожалуйста""",
    Language.KK: """не нені неге неден немен ненің кім кімді кімге кімнен кімнің қай қайсы қайсысы қандай
        қалай қашан қайда қайдан қанша неше неліктен ма ме ба бе па пе бар жоқ емес болады болмайды бола болса
        ала алады алмайды керек қажет тиіс мүмкін екен еді деген да де та те ғой айтылған айтылады жазылған
        делінген көзделген қарастырылған әлде егер және немесе істеу істейді істеймін істейміз беріледі
        береді маған бізге мен біз сіз айтыңыз айтыңызшы ше""",
    Language.EN: """what which who whom whose when where why how much many long soon is are was were be been
        being do does did can could may might must shall should will would has have had not no any there say
        says said provided provide provides and or but if then else also i we you one me us my our your
        please apply applies""",
}
_POINTS = {
    Language.RU: """он она оно они его ему им ней нее ним нем них её ей их ими это этот эта эти этого этой
        этому этом этим этих этими эту тот та того той тому том такой такая такое такие такого таких такому
        таком там туда""",
    Language.KK: """ол оны оның оған онда одан онымен олар оларды олардың оларға олардан бұл бұны бұның бұған
        бұнда бұдан бұлар мұны мұның мұнда мұндай мұндайда мұнымен осы осыны осының осыған осында осыдан
        осындай осымен сол соны соның соған сонда содан сондай сонымен аталған""",
    Language.EN: "it its he him his she her they them their this that these those such",
}
_BINDS = {
    Language.RU: """за по в во на с со к ко о об от до из у для при под над между через без после перед про
        против кроме""",
    Language.KK: "үшін бойынша туралы жайлы кейін дейін бұрын арқылы қарай бен пен",
    Language.EN: """for of in on at to from with without by under about after before against during within
        a an the""",
}
_MEASURES = {
    language: tuple(fold(stem) for stem in stems.split())
    for language, stems in {
        Language.RU: """наказ срок сроч санкци штраф ответственност порядок порядк размер давност лишени арест
            конфискац сумм грози полага максимальн минимальн подследственност подсудност расследует""",
        Language.KK: """жаза мерзім айыппұл жауапкерш жауапты мөлшер тәртіб тәртіп ескіру тәркіле санкция
            айыру қамау тергеулі ең""",
        Language.EN: """punish penalt sentence term terms fine fines sanction liab procedure deadline
            limitation maximum minimum period amount imprison confiscat arrest""",
    }.items()
}
_KNOWN = {
    language: {
        **dict.fromkeys(folded_words(_BINDS[language]), Kind.BINDS),
        **dict.fromkeys(folded_words(_ASKS[language]), Kind.ASKS),
        **dict.fromkeys(folded_words(_POINTS[language]), Kind.POINTS),
    }
    for language in (Language.KK, Language.RU, Language.EN)
}
