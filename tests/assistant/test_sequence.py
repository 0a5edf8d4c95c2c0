"""What a statement tells in another order than its quotes."""

import pytest

from assistant.sequence import out_of_order
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

TOLD = [  # a quote, a lie that turns the order, and a truth
    (
        KK,
        "Күзетші полицияны туысымен сөйлесіп болғаннан кейін шақырған.",
        "Күзетші әуелі полицияны шақырып, кейін туысымен сөйлескен.",
        "Күзетші әуелі туысымен сөйлесіп, содан кейін полицияны шақырған.",
    ),
    (
        RU,
        "Сторож вызвал полицию после того, как поговорил с родственником по телефону.",
        "Сторож сначала вызвал полицию, а затем поговорил по телефону с родственником.",
        "Сторож сначала поговорил по телефону с родственником, а потом вызвал полицию.",
    ),
    (
        EN,
        "The guard called the police after he had spoken to a relative on the phone.",
        "The guard first called the police and then spoke to a relative on the phone.",
        "The guard first spoke to a relative on the phone and only then called the police.",
    ),
    (
        EN,
        "Before signing the protocol, the witness asked for a lawyer.",
        "The witness asked for a lawyer after he had been signing the protocol.",
        "The witness first asked for a lawyer and then signed the protocol.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), TOLD)
def test_a_turned_order_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(out_of_order(lie, language, [(quote, language)])) == [lie]
    assert not list(out_of_order(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), TOLD)
def test_another_quote_may_tell_it_so(language: Language, quote: str, lie: str, truth: str) -> None:
    assert not list(out_of_order(lie, language, [(quote, language), (lie, language)]))


@pytest.mark.parametrize("language", [KK, RU, EN])
def test_quotes_without_an_order_turn_nothing(language: Language) -> None:
    quote = {KK: "Күзетші полицияны шақырды.", RU: "Сторож вызвал полицию.", EN: "The guard called."}
    lie = next(lie for tongue, _, lie, _ in TOLD if tongue is language)
    assert not list(out_of_order(lie, language, [(quote[language], language)]))
