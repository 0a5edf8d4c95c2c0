"""The languages Dalel speaks."""

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 codes; `UND` where the text does not tell."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    UND = "und"


SPOKEN = (Language.KK, Language.RU, Language.EN)
