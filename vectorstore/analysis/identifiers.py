"""Numbers and names that point at one person or thing, in one spelling each, to be found exactly.

IIN and BIN, IBAN, telephone, vehicle plate, IP address, e-mail, domain, hash, wallet. Checked where a
checksum exists; a number that fails is an ordinary number. Knows nothing of passages.
"""

import ipaddress
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vectorstore.analysis.checksums import bech32_valid, iban_valid, iin_valid, wallet_valid


class IdentifierKind(StrEnum):
    IIN = "iin"  # or BIN: one space of numbers
    IBAN = "iban"
    PHONE = "phone"
    PLATE = "plate"
    IP = "ip"
    EMAIL = "email"
    DOMAIN = "domain"
    HASH = "hash"
    WALLET = "wallet"


@dataclass(frozen=True, slots=True)
class Identifier:
    """`key` is the same for every spelling of it."""

    kind: IdentifierKind
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


def identifiers(text: str) -> list[Identifier]:
    """Every identifier the text holds, each once, in order of kind.

    >>> [str(found) for found in identifiers("ЖСН 061211600012, тел. 8 (701) 123-45-67, 123 АВС 02")]
    ['iin:061211600012', 'phone:+77011234567', 'plate:123ABC02']
    """
    return list(dict.fromkeys(found for hint, find in _FINDERS if hint.search(text) for found in find(text)))


_GAP = r"[ \u00a0\u202f.()\-\u2010-\u2013]"
_EDGE, _END = r"(?<![\w@])", r"(?![\w@])"
_IIN = re.compile(rf"{_EDGE}\d{{12}}{_END}")
_IBAN = re.compile(rf"{_EDGE}[KК][ZЗ3] ?\d{{2}}(?: ?[0-9A-ZА-Я]){{16}}{_END}")
_PHONE = re.compile(
    rf"(?<![\w+])(?:\+?[ ]?7|8){_GAP}{{0,3}}[79]\d\d{_GAP}{{0,3}}\d{{3}}(?:{_GAP}{{0,2}}\d\d){{2}}{_END}"
)
_PLATE_LETTER = "[A-ZАВЕКМНОРСТУХ]"
_PLATE = re.compile(
    rf"{_EDGE}(?:(\d{{3}})[ -]?({_PLATE_LETTER}{{2,3}})[ -]?(\d{{2}})"
    rf"|({_PLATE_LETTER})[ -]?(\d{{3}})[ -]?({_PLATE_LETTER}{{2,3}})){_END}"
)
_IP = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)|(?<![\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{1,4}(?![\w:])"
)
_EMAIL = re.compile(r"[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.)+[^\W\d_]{2,24}")
_DOMAIN = re.compile(
    r"(?<![\w@.\-])(?:[a-z0-9а-яәғқңөұүһі](?:[\w\-]{0,61}\w)?\.)+(?:[a-z]{2,24}|қаз|рф)(?![\w\-@])",
    re.IGNORECASE,
)
_HASH = re.compile(rf"{_EDGE}(?:[0-9a-fA-F]{{64}}|[0-9a-fA-F]{{40}}|[0-9a-fA-F]{{32}}){_END}")
_WALLET = re.compile(
    rf"{_EDGE}(?:0x[0-9a-fA-F]{{40}}|(?:bc|tb|ltc)1[02-9ac-hj-np-z]{{11,87}}|[13TLDM][1-9A-HJ-NP-Za-km-z]{{25,34}}){_END}"
)
_LATIN_TWINS = str.maketrans("АВЕКМНОРСТУХІЗ", "ABEKMHOPCTYXI3")
_REGIONS, _ROMAN = range(1, 21), set("IVXХ")
_ENDINGS = frozenset(  # of a domain; those that are words too (in, it, de) are left out
    "kz қаз рф ru com net org info biz io app dev xyz top site online shop store club pro live link click"
    " space website tech vip cc tv ws su by ua uz kg tm tj az ge am fr uk eu us cn tr nl pl ch se fi jp kr"
    " br ca au gov edu int onion bank finance money".split()
)


def _iins(text: str) -> Iterator[Identifier]:
    for match in _IIN.finditer(text):
        if iin_valid(match[0]):
            yield Identifier(IdentifierKind.IIN, match[0])


def _ibans(text: str) -> Iterator[Identifier]:
    for match in _IBAN.finditer(text):
        key = match[0].replace(" ", "").translate(_LATIN_TWINS)
        key = "KZ" + key[2:] if key[1] == "3" else key
        if iban_valid(key):
            yield Identifier(IdentifierKind.IBAN, key)


def _phones(text: str) -> Iterator[Identifier]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        yield Identifier(IdentifierKind.PHONE, f"+7{digits[1:]}")


def _plates(text: str) -> Iterator[Identifier]:
    """Of 2012 (123 ABC 02, 123 AB 02, regions 01 to 20) and those before it (A 123 BCD)."""
    for match in _PLATE.finditer(text):
        if (match[1] and int(match[3]) not in _REGIONS) or (match[6] and set(match[6]) <= _ROMAN):
            continue  # N 101-IV is the number of a law
        key = "".join(part for part in match.groups() if part).translate(_LATIN_TWINS)
        if key.isascii():
            yield Identifier(IdentifierKind.PLATE, key)


def _ips(text: str) -> Iterator[Identifier]:
    for match in _IP.finditer(text):
        try:
            yield Identifier(IdentifierKind.IP, ipaddress.ip_address(match[0]).compressed)
        except ValueError:
            continue


def _emails(text: str) -> Iterator[Identifier]:
    for match in _EMAIL.finditer(text):
        yield Identifier(IdentifierKind.EMAIL, match[0].lower().lstrip("."))


def _domains(text: str) -> Iterator[Identifier]:
    for match in _DOMAIN.finditer(text):
        key = match[0].lower().removeprefix("www.")
        if key.rpartition(".")[2] in _ENDINGS:
            yield Identifier(IdentifierKind.DOMAIN, key)


def _hashes(text: str) -> Iterator[Identifier]:
    for match in _HASH.finditer(text):
        if not match[0].isdigit():
            yield Identifier(IdentifierKind.HASH, match[0].lower())


def _wallets(text: str) -> Iterator[Identifier]:
    for match in _WALLET.finditer(text):
        found = match[0]
        if found.startswith("0x"):
            yield Identifier(IdentifierKind.WALLET, found.lower())
        elif (found.startswith(("bc1", "tb1", "ltc1")) and bech32_valid(found)) or wallet_valid(found):
            yield Identifier(IdentifierKind.WALLET, found)


_LONG, _TRIPLE, _ASCII_RUN = re.compile(r"\d{6}"), re.compile(r"\d{3}"), re.compile(r"[0-9A-Za-z]{25}")
_FINDERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Identifier]]], ...] = (
    # What a text must hold to be looked at: most passages of law hold none of it.
    (_LONG, _iins),
    (re.compile("[KК][ZЗ3]"), _ibans),
    (_TRIPLE, _phones),
    (re.compile(r"\d{3}[ -]?[A-ZА-Я]"), _plates),
    (re.compile(r"\d\.\d+\.\d|:[0-9a-fA-F]*:"), _ips),
    (re.compile("@"), _emails),
    (re.compile(r"\w\.[a-zқр][a-zаф]"), _domains),
    (_ASCII_RUN, _hashes),
    (_ASCII_RUN, _wallets),
)
