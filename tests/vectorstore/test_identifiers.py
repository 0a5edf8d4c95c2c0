"""Identifiers have one key for every spelling; numbers that cannot be identifiers are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.analysis.checksums import bech32_valid, iban_valid, iin_valid, wallet_valid
from vectorstore.analysis.identifiers import identifiers


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ЖСН 061211600012", "iin:061211600012"),
        ("БИН: 940140000385", "iin:940140000385"),
        ("KZ86 125K ZT50 0410 0100", "iban:KZ86125KZT5004100100"),
        ("К386125КZТ5004100100", "iban:KZ86125KZT5004100100"),
        ("8 (701) 123-45-67", "phone:+77011234567"),
        ("+7 701 1234567", "phone:+77011234567"),
        ("87011234567", "phone:+77011234567"),
        ("көлік 123 АВС 02", "plate:123ABC02"),
        ("a/m A 123 BCD", "plate:A123BCD"),
        ("с адреса 10.0.0.1", "ip:10.0.0.1"),
        ("2001:0db8::0001", "ip:2001:db8::1"),
        ("Ivan.P@Mail.KZ", "email:ivan.p@mail.kz"),
        ("www.Kaspi-Bonus.kz/login", "domain:kaspi-bonus.kz"),
        ("MD5 D41D8CD98F00B204E9800998ECF8427E", "hash:d41d8cd98f00b204e9800998ecf8427e"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "wallet:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ],
)
def test_every_spelling_has_the_key(text: str, key: str) -> None:
    assert key in [str(found) for found in identifiers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "821214240092",  # fails its checksum
        "000000000000",
        "KZ87125KZT5004100100",
        "№ 101-IV от 12.07.2018",
        "статья 188-1, часть 2",
        "п.2 ст.188",
        "999.1.1.1",
        "adjournment.in",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
    ],
)
def test_what_cannot_be_one_is_none(text: str) -> None:
    assert identifiers(text) == []


@given(st.text(max_size=300))
def test_any_text_is_looked_at_without_failing(text: str) -> None:
    assert len(set(identifiers(text))) == len(identifiers(text))


@given(st.from_regex(r"\A[0-9]{12}\Z"))
def test_one_digit_changed_is_another_number(number: str) -> None:
    if iin_valid(number):
        other = number[:-1] + str((int(number[-1]) + 1) % 10)
        assert not iin_valid(other)


def test_known_checksums() -> None:
    assert iin_valid("971240001315") and not iin_valid("949940000385")
    assert iban_valid("KZ86125KZT5004100100")
    assert wallet_valid("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")
    assert bech32_valid("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")
    assert not bech32_valid("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp")
