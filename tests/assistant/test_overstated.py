"""What a statement claims more strongly than its quotes."""

import pytest

from assistant.overstated import either, stronger, sufficient
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_GROUND_MADE_ENOUGH = [  # a quote, a lie over it and a truth
    (
        KK,
        "Айыптау тек мойындауға ғана негізделе алмайды.",
        "Айыптау үшін мойындау жеткілікті.",
        "Айыптау үшін мойындау жеткілікті емес.",
    ),
    (
        RU,
        "Признание не может быть единственным основанием обвинения.",
        "Для обвинения достаточно признания.",
        "Для обвинения одного признания не достаточно.",
    ),
    (
        EN,
        "A confession cannot be the sole ground of a charge.",
        "A confession is sufficient for a charge.",
        "A confession is not sufficient for a charge.",
    ),
]

ALL_WHERE_SOME_ARE_TOLD_APART = [  # a quote, a lie over it and a truth
    (
        KK,
        "Барлық тоғыз қойма тексерілді, олардың үшеуі жабық.",
        "Барлық тоғыз қойма жабық.",
        "Тексерілген қоймалардың үшеуі жабық.",
    ),
    (
        RU,
        "Проверены все девять складов, три из них закрыты.",
        "Все девять складов закрыты.",
        "Из проверенных складов три закрыты.",
    ),
    (
        EN,
        "All nine stores were checked; three of them are shut.",
        "All nine stores are shut.",
        "Three of the stores that were checked are shut.",
    ),
]

WHAT_NEEDS_ITS_WORD = [  # a statement, a quote over which it is too strong, and one that bears it
    (
        KK,
        "Сараптама құлыптағы бұзу ізін көрсетті.",
        "Бұзу ізі түскен құлып сараптамаға жіберілді.",
        "Сарапшы құлыптан бұзу ізін тапты.",
    ),
    (
        RU,
        "Экспертиза показала следы взлома на замке.",
        "Замок со следами взлома отправили эксперту.",
        "Эксперт выявил следы взлома на замке.",
    ),
    (
        EN,
        "The examination revealed marks of a break-in on the lock.",
        "The lock with marks of a break-in went to the expert.",
        "The expert detected marks of a break-in on the lock.",
    ),
    (
        KK,
        "Куә төбелесті өз көзімен көрді.",
        "Куә төбелес туралы көршісінен біледі.",
        "Мен төбелесті терезеден көрдім.",
    ),
    (RU, "Свидетель лично видел драку.", "Свидетель знает о драке от соседа.", "Я видел драку из окна."),
    (
        EN,
        "The witness saw the fight with her own eyes.",
        "The witness learned of the fight from a neighbour.",
        "I saw the fight from the window.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_GROUND_MADE_ENOUGH)
def test_a_ground_made_enough_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(sufficient(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_GROUND_MADE_ENOUGH)
def test_a_ground_made_enough_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(sufficient(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), ALL_WHERE_SOME_ARE_TOLD_APART)
def test_all_where_some_are_told_apart_are_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(stronger(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), ALL_WHERE_SOME_ARE_TOLD_APART)
def test_all_where_some_are_told_apart_are_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(stronger(truth, language, [(quote, language)]))


@pytest.mark.parametrize(
    ("language", "quote", "said"),
    [
        (KK, "Барлық тоғыз қойма тексерілді, олардың үшеуі жабық.", "Барлық тоғыз қойма тексерілді."),
        (RU, "Проверены все девять складов, три из них закрыты.", "Все девять складов проверены."),
        (EN, "All nine stores were checked; three of them are shut.", "All nine stores were checked."),
    ],
)
def test_what_the_quote_tells_of_all_is_not_found(language: Language, quote: str, said: str) -> None:
    assert not list(stronger(said, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "said", "weaker", "bearing"), WHAT_NEEDS_ITS_WORD)
def test_a_finding_or_a_witness_that_no_quote_has_is_found(
    language: Language, said: str, weaker: str, bearing: str
) -> None:
    assert list(stronger(said, language, [(weaker, language)]))


@pytest.mark.parametrize(("language", "said", "weaker", "bearing"), WHAT_NEEDS_ITS_WORD)
def test_a_finding_or_a_witness_that_a_quote_has_is_not_found(
    language: Language, said: str, weaker: str, bearing: str
) -> None:
    assert not list(stronger(said, language, [(bearing, language)]))


BOTH_AT_ONCE = [
    (
        KK,
        "Мерзім өткені және сапасы төмен болғаны бір мезгілде анықталса, шарттан бас тартуға болады.",
        "Мерзім өтсе немесе сапасы төмен болса, шарттан бас тартуға болады.",
    ),
    (
        RU,
        "Отказаться можно при одновременном наличии просрочки и низкого качества.",
        "Отказаться можно при просрочке либо низком качестве.",
    ),
    (
        EN,
        "The buyer may withdraw where delay and poor quality occur at the same time.",
        "The buyer may withdraw where there is delay or poor quality.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie"), BOTH_AT_ONCE)
def test_one_of_two_does_not_do_where_both_are_asked_for(language: Language, quote: str, lie: str) -> None:
    assert list(either(lie, language, [(quote, language)]))
    assert not list(either(quote, language, [(quote, language)]))
