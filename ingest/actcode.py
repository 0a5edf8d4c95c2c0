"""The official code of an act, from the names adilet gives to its files and pages."""

import re

from casefile.language import Language

# One letter for the kind of act, two digits for the year, then number or region: K1400000226,
# G25NT000075, and for acts of the nineties a closing underscore that is part of the code: K930001000_.
_CODE = r"([A-Z]\d{2}[0-9A-Z]{2}\d{5}[\d_])"
_ADDRESS = re.compile(rf"/(kaz|rus|eng)/(?:archive/)?docs/{_CODE}(?![0-9A-Z])", re.IGNORECASE)
_FILE = re.compile(rf"(?:.*[/\\])?{_CODE}(?![0-9A-Z])", re.IGNORECASE)
_LANGUAGES = {"kaz": Language.KK, "rus": Language.RU, "eng": Language.EN}


def act_code(name: str) -> str:
    """The code in a file name or an address, "" where there is none.

    >>> act_code("z1100000413.25-08-2025.rus (1).docx"), act_code("/kaz/docs/Z1300000088/info")
    ('Z1100000413', 'Z1300000088')
    """
    found = _ADDRESS.search(name)
    if found:
        return found[2].upper()
    found = _FILE.match(name)
    return found[1].upper() if found else ""


def act_language(address: str) -> Language:
    """The language an adilet address or file name declares.

    >>> str(act_language("/kaz/docs/Z1300000088")), str(act_language("z1100000413.25-08-2025.rus.docx"))
    ('kk', 'ru')
    """
    found = _ADDRESS.search(address)
    if found:
        return _LANGUAGES[found[1].lower()]
    found = re.search(r"\.(kaz|rus|eng)\b", address) if act_code(address) else None
    return _LANGUAGES[found[1]] if found else Language.UND
