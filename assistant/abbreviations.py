"""Abbreviations of the law and what they stand for, in three languages: capitals, and yet no names."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assistant.names import same_name, skeleton

_HEAD = 3  # letters of each word in Минфин, Нацбанк

# Of each thing its abbreviations, then patterns of its full names.
_GROUPS = (
    ("РК ҚР KZ", r"казахстан|қазақстан|kazakhstan|\bРК\b|\bҚР\b"),
    ("МРП АЕК MCI", r"месячн\w+ расч[её]тн|айлық есептік|monthly calculat"),
    ("УК ҚК", r"уголовн\w+ кодекс|қылмыстық кодекс|criminal code"),
    ("УПК ҚПК CPC", r"уголовно-процессуальн|қылмыстық-процестік|criminal procedure"),
    ("КоАП ӘҚБтК ӘҚБТК", r"административн\w+ правонаруш|әкімшілік құқық бұзушылық|administrative offen"),
    ("ГК АК", r"гражданск\w+ кодекс|азаматтық кодекс|civil code"),
    ("ГПК АПК", r"гражданск\w+ процессуальн|азаматтық процестік|civil procedure"),
    ("ТК ЕК", r"трудов\w+ кодекс|еңбек кодексі|labou?r code"),
    ("ПДД ЖҚЕ", r"правил\w* дорожного движения|жол қозғалысы қағида|traffic rules|rules of the road"),
    (
        "ТОО ЖШС LLP",
        r"ограниченной ответственност|шектеулі серіктест|limited liability|\bТОО\b|\bЖШС\b|\bLLP\b",
    ),
    ("АО АҚ JSC", r"акционерн|акционерлік|joint.stock|\bАО\b|\bАҚ\b|\bJSC\b"),
    ("ИП ЖК", r"индивидуальн\w+ предпринимател|жеке кәсіпкер|sole trader|individual entrepreneur"),
    (
        "ИИН ЖСН IIN",
        r"индивидуальн\w+ идентификационн|жеке сәйкестендіру|individual identification|\bИИН\b|\bЖСН\b",
    ),
    ("БИН БСН BIN", r"бизнес-идентификационн|бизнес-сәйкестендіру|business identification|\bБИН\b|\bБСН\b"),
    ("ДТП ЖКО", r"дорожно-транспортн|жол-көлік оқиға|traffic accident|\bДТП\b|\bЖКО\b"),
    ("ДНК DNA", r"\bДНК\b|\bDNA\b"),
    ("СМС SMS", r"\bSMS\b|\bСМС\b"),
    ("MLA", r"правов\w+ помощ|құқықтық көмек|mutual legal"),
    ("CCTV", r"видеонаблюд|видеокамер|бейнебақылау|video surveillance|\bCCTV\b"),
    ("ATM", r"банкомат|cash machine|\bATM\b"),
    ("RAM ОЗУ", r"оперативн\w+ памят|жедел жад|random.access|\bRAM\b|\bОЗУ\b"),
    ("NOK", r"норвежск\w+ крон|норвег\w* крон|norwegian kron"),
    ("RUB", r"рубл|rouble|ruble|₽"),
    ("CNY", r"юан|yuan"),
    ("GBP", r"фунт\w* стерлинг|pounds? sterling|£"),
    ("KZT", r"тенге|теңге|tenge|₸"),
    ("USD", r"доллар|dollar|\$"),
    ("EUR", r"евро|еуро|euro|€"),
    ("США АҚШ US USA", r"соединенн\w+ штат|америка құрама|united states|\bСША\b|\bАҚШ\b|\bUSA?\b"),
    ("ООН БҰҰ UN", r"объединенных наций|біріккен ұлттар|united nations"),
)


@cache
def _known() -> dict[str, re.Pattern[str]]:
    return {
        abbreviation: re.compile(rf"{pattern}|\b{abbreviation}\b", re.IGNORECASE)
        for forms, pattern in _GROUPS
        for abbreviation in forms.split()
    }


def abbreviates(word: str, texts: Sequence[str]) -> bool:
    """True where the texts say in full, or by another abbreviation, what the word stands for.

    >>> abbreviates("МРП", ["до 20 месячных расчетных показателей"]), abbreviates("МРП", ["до 20 лет"])
    (True, False)
    """
    stem = next((known for known in _known() if word == known or word.startswith(f"{known}-")), "")
    if stem:
        return any(_known()[stem].search(text) for text in texts)
    if any(_shortened(skeleton(word), text) for text in texts):
        return True
    if not (word.isupper() and 2 <= len(word) <= 6):
        return False
    initials = "".join(map(_initial, word))
    return any(initials in "".join(_initial(w) for w in re.findall(r"[^\W\d_]+", text)) for text in texts)


def _initial(word: str) -> str:
    return skeleton(word[0])[:1] or "-"


def _shortened(word: str, text: str) -> bool:
    """Нацбанк is Национальный Банк: the beginning of one word and the next."""
    spelled = [skeleton(w) for w in re.findall(r"[^\W\d_]+", text)]
    for one, other in pairwise(spelled):
        for cut in range(_HEAD, min(len(word) - _HEAD, len(one)) + 1):
            tail = word[cut:]
            if word[:cut] == one[:cut] and tail[:_HEAD] == other[:_HEAD] and same_name(tail, other):
                return True
    return False
