"""Whether a number can have been issued: the checksums of identifiers. Knows nothing of text."""

import hashlib

_IIN_FIRST = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_IIN_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_CONSTANTS = (1, 0x2BC830A3)  # BIP 173, BIP 350


def iin_valid(digits: str) -> bool:
    """Twelve digits of an IIN or BIN: weights modulo 11, twice (rules of forming the individual number).

    >>> iin_valid("061211600012"), iin_valid("940140000385"), iin_valid("821214240092"), iin_valid("0" * 12)
    (True, True, False, False)
    """
    if len(digits) != 12 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    numbers = [int(digit) for digit in digits]
    for weights in (_IIN_FIRST, _IIN_SECOND):
        check = sum(w * n for w, n in zip(weights, numbers, strict=False)) % 11
        if check < 10:
            return check == numbers[11]
    return False


def iban_valid(iban: str) -> bool:
    """An account number of Kazakhstan, 20 characters (ISO 13616, ISO 7064 modulo 97).

    >>> iban_valid("KZ86125KZT5004100100"), iban_valid("KZ87125KZT5004100100")
    (True, False)
    """
    if len(iban) != 20 or not iban.isascii() or not iban.isalnum():
        return False
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1


def wallet_valid(address: str) -> bool:
    """Base58Check: Bitcoin, Litecoin, Dogecoin, TRON; the last four bytes are of the double SHA-256.

    >>> wallet_valid("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), wallet_valid("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")
    (True, False)
    """
    number = 0
    for char in address:
        if char not in _BASE58:
            return False
        number = number * 58 + _BASE58.index(char)
    if number >> 200:
        return False
    content = number.to_bytes(25)
    return hashlib.sha256(hashlib.sha256(content[:21]).digest()).digest()[:4] == content[21:]


def bech32_valid(address: str) -> bool:
    """Segregated-witness addresses (BIP 173 and BIP 350).

    >>> bech32_valid("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")
    True
    """
    prefix, _, data = address.lower().rpartition("1")
    if not prefix or any(char not in _BECH32 for char in data):
        return False
    values = (
        [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + [_BECH32.index(c) for c in data]
    )
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    return check in _BECH32_CONSTANTS
