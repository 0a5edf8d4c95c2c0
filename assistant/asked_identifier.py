"""What identifier a question asks for (a hash, an IMEI, an account …), and whether a text holds one.

Who asks "What is the SHA-256 of the image?" is answered by a line with sixty-four characters, whatever the
words around it. Judges nothing else of the text.
"""

import re

_ASKS = (
    r"(?:what|which|каков\w*|како[йегм]\w*|какая|какую|назови\w*|укажи\w*"
    r"|қандай|қай|нешінші|нөмірі\s+не)\b"
)
_HEX = r"[0-9a-f]"
_SORTS = (  # what it is called, and what it looks like
    (
        r"sha-?\d+|md5|hash\w*|хеш\w*|хэш\w*|контрольн\w+\s+сумм\w+",
        rf"(?<!{_HEX})(?:{_HEX}{{32}}|{_HEX}{{40}}|{_HEX}{{64}})(?!{_HEX})",
    ),
    (r"imei", r"(?<!\d)\d{15}(?!\d)"),
    (r"иин\w*|жсн\w*|iin|бин\w*|бсн\w*|bin", r"(?<!\d)\d{12}(?!\d)"),
    (
        r"iban|account\s+number|номер\w*\s+сч[её]т\w*|шот\w*\s+нөмір\w*",
        r"\bKZ\d\d(?:\s?[0-9A-Z]{4}){4}\b",
    ),
    (r"ip|ip-?адрес\w*|ip-?мекенжай\w*", r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"),
    (
        r"e-?mail\w*|электронн\w+\s+(?:почт|адрес)\w*|электрондық\s+пошта\w*",
        r"[\w.+-]+@[\w-]+\.\w+",
    ),
    (
        r"(?:phone|telephone|mobile)\s+number|номер\w*\s+телефон\w*|телефон\w*\s+нөмір\w*",
        r"\+?[78](?:[\s()-]{0,2}\d){10}(?!\d)",
    ),
)
_WANTED = [
    (
        re.compile(rf"(?<!\w){_ASKS}[^?]*(?<!\w)(?:{called})(?!\w)", re.IGNORECASE),
        re.compile(looks, re.IGNORECASE),
    )
    for called, looks in _SORTS
]


def holds_asked(question: str, text: str) -> bool:
    """Whether the text has an identifier of a sort that the question asks for, and does not give itself.

    >>> holds_asked("What is the SHA-256 of the image?", "SHA-256: " + "0a" * 32)
    True
    >>> holds_asked("Қандай IMEI?", "IMEI 350000003901234"), holds_asked("Кто звонил?", "+7 701 000 00 00")
    (True, False)
    """
    return any(
        asks.search(question) and not looks.search(question) and looks.search(text) for asks, looks in _WANTED
    )
