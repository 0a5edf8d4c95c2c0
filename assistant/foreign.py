"""Recognises a question in a language Dalel does not speak, where letters or words leave no doubt.

Asked only about texts the identifier could not place: a bare number or a name is no foreign language.
"""

import re
import unicodedata

_OTHER_LETTERS = re.compile(
    "[їєґўђѓјљњћќџҳҷӣӯҙҡҫҗӑӗҥҕ\u00df\u0142\u0159\u016f\u0151\u0171\u010f\u0165\u017e]", re.IGNORECASE
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OTHER_WORDS = _words(
    """який яка яке які що та це або немає якщо яку якого скільки чому років рік крадіжку покарання хто коли
    кой каква какво защо това се
    үчүн эмне кайсы кантип ушул
    нинди белән өчен торган
    der die das und ist für nicht wie welche wird eine einen wann wer gegen darf
    lange ein werden kann wurde von auf im mit bei nach sind haben muss was wo warum
    le les est pour quelle quel que des une qui dans sont quand combien peut avec du pas
    el los para qué cuál por una las quién cuándo cómo
    il della che per sono quale quando chi
    bir için ne nedir ve hangi kim mı mi olan kaç
    nima uchun bilan qanday va kim qancha
    co jest jaki jaka dla kto nie kiedy"""
)
_WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str) -> bool:
    """True if the text is surely in a fourth language.

    >>> foreign("盗窃罪如何处罚"), foreign("188?"), foreign("Wie wird Diebstahl in der Regel bestraft?")
    (True, False, True)
    """
    letters = [char for char in text if char.isalpha()]
    other = sum(not unicodedata.name(char, "").startswith(("CYRILLIC", "LATIN")) for char in letters)
    if 2 * other > len(letters) and other >= 3:
        return True
    words = _WORD.findall(text.lower())
    known = sum(word in _OTHER_WORDS for word in words)
    return len(_OTHER_LETTERS.findall(text)) >= 2 or (known >= 2 and 5 * known >= len(words))
