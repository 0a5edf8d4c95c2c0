"""Whether a question asks what happened: who called, where the car was found, when something was invented.

Laws tell what is to happen. A story may be told in the past and asked of the law ("сосед украл велосипед,
что ему будет?"), so only the sentence that asks is looked at: a question word first, a verb of the past,
nothing of the asker, of a condition or of what the law provides. When a law came into force is a question of
law, and why something was refused or closed may be one.
"""

import re
from typing import Final

from assistant.asked_words import words
from casefile.language import Language
from vectorstore.lawlike import lawlike

KK, RU, EN = Language.KK, Language.RU, Language.EN

_SENTENCE = re.compile(r"[^.!?…;\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAD = 1  # words at most before the question word: "на чей"; in Kazakh it stands anywhere
SURELY_LAW = 2.5  # logit of `lawlike` above which a question is of law, whatever its verb

_ASKS: Final = {
    RU: re.compile(
        r"кто|кого|кому|кем|ч[её]й|чь[яёеию]|чьих|чьим|чьей|чьего|где|куда|откуда|когда|сколько|что|чем|чего"
        r"|как(?:ой|ая|ое|ие|ого|ую|им|ими|их|ом|ою)?",
    ),
    EN: re.compile(r"who|whose|whom|which|what|where|when|how"),
    KK: re.compile(r"кім\w*|қайда\w*|қашан|қандай|қай|қайсы\w*|неше\w*|қанша\w*|не|нені|немен|неден|қалай"),
}
_PAST: Final = {
    RU: re.compile(
        r"(?!правила|начала|дела|числа|сила|неустойк)\w{2,}[аеёиоуыя]л(?:а|о|и)?(?:сь|ся)?|(?:на|про|во|пере|у|за|при|вы|по)?ш[её]?л[аои]?|\w*(?:нес|вез|мер)л[аои]"
        r"|\w*(?:исчез|погиб|умер)"
    ),
    EN: re.compile(r"did|was|were|had"),
    KK: re.compile(r"\w+[бвгғджзклмнңпрстшщ](?:ды|ді|ты|ті)|(?!екен)\w+(?:ған|ген|қан|кен)|деді|болды"),
}
_DEED = re.compile(  # right after "who": elsewhere it may be a participle, "how many signatures needed"
    r"\w{2,}[^e]ed|took|saw|found|left|went|came|told|said|gave|stole|shot|met|won|wrote|made|sent|drove|ran|broke"
    r"|bought|brought|sold|paid|hid|lost|kept|led|fled|hit|knew|heard|got|began"
)
_NOT_PAST: Final = {
    RU: re.compile(
        r"(?!сч[её]т|ответ|билет|пакет|кабинет|пистолет|предмет|бюджет)\w+(?:[её]т|ит|[уюая]т|[её]шь|ишь|ть|ти|ться|тся|тись|[её]тесь)|если|может|могут|будет|будут|для|тому|тот|тех|либо"
    ),
    EN: re.compile(
        r"if|can|could|may|might|must|shall|should|will|would|does|do|is|are|has|have|be|happens|anyone|someone"
    ),
    KK: re.compile(
        r"\w+(?:са|се)|\w+(?:ады|еді|йды|йді)|\w+(?:ғанда|генде|қанда|кенде)|бола|керек|тиіс|адам|кісі"
    ),
}
_OURS: Final = {
    RU: re.compile(
        r"я|мне|меня|мно[йю]|мо[йяеёию]\w*|мы|нас|нам|нами|наш(?:а|е|и|у|ей|его|ему|им|ими|их|ем)?|ваш\w*|вы|вам|вас|тебя|ты|себя"
    ),
    EN: re.compile(r"i|me|my|mine|we|us|our|ours|you|your|he|she"),
    KK: re.compile(
        r"мен\w*|маған|біз\w*|сен\w*|сіз\w*|(?!кім)\w+[ыі]м(?:ды|ді|нан|нен|ның|нің|а|е)?|\w+д[ыі][мқк]|\w+т[ыі][мқк]"
    ),
}


def asks_what_happened(question: str, language: Language) -> bool:
    """
    >>> asks_what_happened("Чьи отпечатки нашли на ноже?", Language.RU)
    True
    >>> asks_what_happened("Сосед украл велосипед, что ему будет?", Language.RU)
    False
    """
    if language not in _ASKS or words("asks_law").search(question) or words("law_itself").search(question):
        return False
    said = [word[0].lower() for word in _WORD.finditer((_SENTENCE.findall(question) or [""])[-1])]
    if any(_OURS[language].fullmatch(word) for word in said):
        return False
    asks = next((at for at, word in enumerate(said) if _ASKS[language].fullmatch(word)), None)
    if asks is None or lawlike(question) > SURELY_LAW:
        return False
    if language is KK:  # the verb stands last
        past, others = said[-1:], said[:-1]
    elif asks <= _LEAD:
        past, others = said[asks + 1 :], said
    else:
        return False
    if any(_NOT_PAST[language].fullmatch(word) for word in others):
        return False
    by_whom = language is EN and asks + 1 < len(said) and bool(_DEED.fullmatch(said[asks + 1]))
    return by_whom or any(_PAST[language].fullmatch(word) for word in past)
