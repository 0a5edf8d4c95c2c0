import pytest

from assistant.number_proofs import unproved, unproved_ordinals
from assistant.numbers import quantities
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


def read(text: str, language: Language) -> set[str]:
    return {f"{quantity.number} {quantity.unit}".strip() for quantity in quantities(text, language)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1 500 000 теңге", KK, {"1500000 tenge"}),
        ("1\u00a0500\u202f000,50 тенге", RU, {"1500000.50 tenge"}),
        ("1,500,000 tenge", EN, {"1500000 tenge"}),
        ("5 млн тенге и 2,5 тыс. долларов", RU, {"5000000 tenge", "2500 dollar"}),
        ("2024 жылғы 1 ақпанда", KK, {"2024-02-01"}),
        ("1 февраля 2024 года", RU, {"2024-02-01"}),
        ("01.02.2024", RU, {"2024-02-01"}),
        ("February 1st, 2024", EN, {"2024-02-01"}),
        ("1 February", EN, {"--02-01"}),
        ("в феврале 2024 года", RU, {"2024-02"}),
        ("10 %, 3,5 процента", RU, {"10 %", "3.5 %"}),
        ("188-бабының 2-бөлігі", KK, {"188", "2"}),
        ("статья 190-1", RU, {"190-1"}),
        ("в 14:30", RU, {"14:30"}),
        ("8 (701) 123-45-67, +7 701 123 45 67", RU, {"+77011234567"}),
        ("KZ86125KZT5004100100", EN, {"KZ86125KZT5004100100"}),
        ("одной тысячи двухсот часов", RU, {"1200 hour"}),
        ("бір мың екі жүз сағатқа дейінгі", KK, {"1200 hour"}),
        ("one hundred and five days", EN, {"105 day"}),
        ("оның алтын сағаты", KK, set()),
        ("до трех тысяч месячных расчетных показателей", RU, {"3000 index"}),
        ("үш мың айлық есептiк көрсеткiшке дейiнгi", KK, {"3000 index"}),
        ("2023 жылғы қарашаның 3-інде", KK, {"2023-11-03"}),
        ("2022 жылдың ақпанының 9-ында", KK, {"2022-02-09"}),
        ("2021 жылғы шілденің 20-сынан бастап", KK, {"2021-07-20"}),
        ("2024 жылғы мамырдың 6-сына дейін", KK, {"2024-05-06"}),
        ("2024 жылғы мамырда 6 айға", KK, {"2024-05", "6 month"}),
        ("жиырма үш жарым пайыз", KK, {"23.5 %"}),
        ("двадцать три с половиной процента", RU, {"23.5 %"}),
        ("twenty-three and a half per cent", EN, {"23.5 %"}),
        ("от двух до пяти лет", RU, {"2 year", "5 year"}),
        ("алтыдан он екі жылға дейін", KK, {"6 year", "12 year"}),
        ("three or more hours", EN, {"3 hour"}),
        ("қатарынан үш және одан көп сағат", KK, {"3 hour"}),
        ("сағат оннан он сегізге дейін", KK, {"10 hour", "18 hour"}),
        ("children under fourteen", EN, {"14 year"}),
        ("он төрт жасқа толмаған", KK, {"14 year"}),
        ("моложе восемнадцати", RU, {"18 year"}),
        ("12,6 кг, 340 г и 70 км/ч", RU, {"12.6 kilogram", "340 gram", "70 kilometre"}),
        ("в 2024 г. в Астане", RU, {"2024"}),
        ("первого мая", RU, {"--05-01"}),
        ("бірінші мамырда", KK, {"--05-01"}),
        ("on the twenty-first of May 2024", EN, {"2024-05-21"}),
        ("+8 701 123 45 67", EN, {"+87011234567"}),
    ],
)
def test_numbers_have_one_spelling(text: str, language: Language, expected: set[str]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("said", "language", "quote", "tongue"),
    [
        ("до 5 лет", RU, "5 жылға дейінгі мерзімге", KK),
        ("бес жылға дейін", KK, "на срок до пяти лет", RU),
        ("up to 1,200 hours", EN, "до одной тысячи двухсот часов", RU),
        ("в 2025 году", RU, "14.02.2025 он пришел", RU),
        ("14 February 2025", EN, "2025 жылғы 14 ақпанда", KK),
        ("статьи 188 и 191", RU, "статьи 188-191", RU),
        ("5 лет", RU, "от пяти до десяти лет", RU),
        ("6 айдан артық бола алмайды", KK, "алты айдан аспайды", KK),
        ("3 сағаттан асырмай", KK, "үш сағаттан кешіктірмей", KK),
        ("жарты сағаттан аспайды", KK, "30 минуттан аспайды", KK),
        ("не более получаса", RU, "не более 30 минут", RU),
        ("half an hour", EN, "30 minutes", EN),
        ("2025 жылдың алғашқы үш айында", KK, "2025 жылғы қаңтар-наурыз айларында", KK),
        ("за три месяца", RU, "январь – март 2025 года", RU),
        ("three months", EN, "January to March 2025", EN),
        ("бір күнде 8 сағат", KK, "в течение дня восемь часов", RU),
        ("120 МРП", RU, "1) тридцатикратного месячного расчётного показателя; 2) стодвадцатикратного", RU),
        ("up to seven years", EN, "for a term of three to seven years", EN),
        ("350000", RU, "350 000 тенге", RU),
        (
            "келесі айдың алғашқы он күнінен кешікпей",
            KK,
            "келесі айдың бірінші онкүндігінен кешіктірілмей",
            KK,
        ),
        ("в первые десять дней", RU, "в первую декаду месяца", RU),
        ("in the first ten days", EN, "in the first ten-day period of the month", EN),
        ("қаңтарда 15 мың теңгеге", KK, "қаңтар айында 15 000 теңгеге", KK),
        ("1 қыркүйегінен бастап", KK, "2021 жылғы 1 қыркүйектен бастап", KK),
        ("2025 жылғы 2–9 наурыз", KK, "Between 2 and 9 March 2025", EN),
        ("17 лет", RU, "Малика он жетіде болатын", KK),
        ("48 миллион теңгеден жоғары қоймауды", KK, "48 млн теңгеден асырмаңыздар", KK),
        ("3 ноября 2023 года", RU, "2023 жылғы қарашаның 3-інде", KK),
        ("2023 жылғы қарашаның 3-інде", KK, "on 3 November 2023", EN),
        ("не более 4 часов", RU, "не может продолжаться непрерывно более четырёх часов", RU),
        ("4 сағаттан аспайды", KK, "не может продолжаться непрерывно более четырёх часов", RU),
        ("up to three days", EN, "The repair won't take more than three days", EN),
        ("үш күнге дейін", KK, "The repair won’t take more than three days", EN),
        ("24 часа", RU, "в суточный срок", RU),
        ("within 24 hours", EN, "в суточный срок", RU),
        ("24 сағат ішінде", KK, "бір тәуліктік мерзімде", KK),
        ("в 2.15", RU, "в 02:15", RU),
        ("сағат 2.15-те", KK, "сағат 02:15-те", KK),
        ("at 2.15", EN, "at 02:15", EN),
        ("1 метр 40 сантиметр", KK, "1,4 метр", KK),
        ("1 м 40 см", RU, "1,4 метр", KK),
        ("one and a half kilos, 2 kg 350 g", EN, "1,5 кг, 2,35 кг", RU),
        ("нақтысында он екі қорап", KK, "нақтысында он екісі табылды", KK),
        ("кешкі алты жарымда", KK, "в 18:30", RU),
        ("сағат жеті жарымда", KK, "at 7:30", EN),
        ("50 %", RU, "половину комиссии", RU),
        ("25 пайыз", KK, "Оставшаяся четверть принадлежит товариществу", RU),
        ("20 per cent", EN, "the price was cut by a fifth", EN),
        ("on 10 June 2024", EN, "6 июня 2024 года; опубликовано 10 июня", RU),
        ("four days after the auction", EN, "аукцион 6 июня 2024 года; опубликовано 10 июня 2024 года", RU),
        ("спустя девять дней", RU, "31 мая 2023 года; 9 июня 2023 года", RU),
        ("тоғыз күннен кейін", KK, "31 May 2023 and 9 June 2023", EN),
        ("в 10 часов", RU, "сағат 10.00-де", KK),
        ("на пятый день, день 5", RU, "on the fifth day", EN),
        ("500 г", RU, "0,5 кг", KK),
        ("бір сағат", KK, "не менее чем одним часом", RU),
    ],
)
def test_a_true_number_is_proved(said: str, language: Language, quote: str, tongue: Language) -> None:
    assert unproved(said, language, [(quote, tongue)]) == []


@pytest.mark.parametrize(
    ("said", "language", "quote", "tongue"),
    [
        ("до 15 лет", RU, "до 5 лет", RU),
        ("до 5 лет", RU, "до 15 лет", RU),
        ("до 5 месяцев", RU, "до пяти лет", RU),
        ("он жылға дейін", KK, "бес жылға дейінгі", KK),
        ("10 %", RU, "10 лет", RU),
        ("children under 15", EN, "children under fourteen, arrest for fifteen days", EN),
        ("up to 1 year", EN, "1) by a group; up to five years", EN),
        ("1 жылға дейін", KK, "1) топ болып; бес жылға дейін", KK),
        ("no more than 1 month", EN, "for the first time, no more than two months", EN),
        ("1 200 002", RU, "переведены двумя частями: 1 200 000 тенге", RU),
        ("6 months to 12 years", EN, "от шести до двенадцати лет", RU),
        ("12.6 g", EN, "12.6 kg", EN),
        ("18 месяцев", RU, "persons under eighteen", EN),
        ("11 euros", EN, "eleven transfers of 48,300 euros", EN),
        ("500 000 доллар", KK, "задаток 500 тысяч", RU),
        ("с 10 до 18 суток", RU, "сағат оннан он сегізге дейін", KK),
        ("+8 747 555 91 46", EN, "+7 747 555 91 46", EN),
        ("15 February 2025", EN, "14.02.2025", RU),
        ("no more than one month", EN, "at least one month", EN),
        ("up to three years", EN, "for a term of three to seven years", EN),
        ("at least seven years", EN, "3-7 years", EN),
        ("half an hour", EN, "40 minutes", EN),
        ("за полгода", RU, "за 5 месяцев", RU),
        ("жарты сағат", KK, "жиырма минут", KK),
        ("три месяца", RU, "январь – февраль 2025 года", RU),
        ("90 МРП", RU, "1) тридцатикратного месячного расчётного показателя; 2) стодвадцатикратного", RU),
        ("14 марта 2025", RU, "14 февраля 2025", RU),
        ("статья 190", RU, "статья 190-1", RU),
        ("35 000 тенге", RU, "350 000 тенге", RU),
        ("1 000 000", RU, "100 000", RU),
        ("+7 701 123 45 76", RU, "+7 701 123 45 67", RU),
        ("KZ86125KZT5004100101", EN, "KZ86125KZT5004100100", EN),
        ("eight days", EN, "80 days", EN),
        ("no less than seven years", EN, "for a term of three to seven years", EN),
        ("не ранее чем за десять суток до окончания", RU, "не позднее чем за десять суток до истечения", RU),
        ("no earlier than ten days before the trial", EN, "no later than ten days before the trial", EN),
        ("үш күннен кешікпей", KK, "кемінде үш күн", KK),
        ("48 миллион теңгеден жоғары қоймауды сұрады", KK, "кемінде 48 млн теңге", KK),
        ("4 ноября 2023 года", RU, "2023 жылғы қарашаның 3-інде", KK),
        ("2023 жылғы қарашаның 13-інде", KK, "2023 жылғы қарашаның 3-інде", KK),
        ("on 3 October 2023", EN, "2023 жылғы қарашаның 3-інде", KK),
        ("не менее 4 часов", RU, "не может продолжаться непрерывно более четырёх часов", RU),
        ("кемінде төрт сағат", KK, "не может продолжаться непрерывно более четырёх часов", RU),
        ("at least three days", EN, "The repair won't take more than three days", EN),
        ("не менее 24 часов", RU, "в суточный срок", RU),
        ("48 hours", EN, "в суточный срок", RU),
        ("екі тәулік", KK, "бір тәуліктік мерзімде", KK),
        ("в 2.45", RU, "в 02:15", RU),
        ("сағат 2.51-де", KK, "сағат 02:15-те", KK),
        ("at 12.15", EN, "at 02:15", EN),
        ("жиырма жарым пайыз", KK, "жиырма үш жарым пайыз", KK),
        ("двадцать три процента", RU, "двадцать три с половиной процента", RU),
        ("three and a half per cent", EN, "twenty-three and a half per cent", EN),
        ("1 метр 4 сантиметр", KK, "1,4 метр", KK),
        ("2 кг 35 г", RU, "2,35 кг", RU),
        ("1 metre 40 centimetres", EN, "1.04 m", EN),
        ("нақтысында он екі қорап", KK, "нақтысында он үш қорап", KK),
        ("кешкі алты жарымда", KK, "в 18:00", RU),
        ("сағат жеті жарымда", KK, "at 7:00", EN),
        ("25 %", RU, "половину комиссии", RU),
        ("50 пайыз", KK, "Оставшаяся четверть принадлежит товариществу", RU),
        ("5 per cent", EN, "the price was cut by a fifth", EN),
        ("on 10 June 2023", EN, "6 июня 2024 года; опубликовано 10 июня", RU),
        ("five days after the auction", EN, "аукцион 6 июня 2024 года; опубликовано 10 июня 2024 года", RU),
        ("девять дней", RU, "31 мая 2023 года; 9 июня 2023 года", RU),
    ],
)
def test_a_false_number_is_not_proved(said: str, language: Language, quote: str, tongue: Language) -> None:
    assert unproved(said, language, [(quote, tongue)])


@pytest.mark.parametrize(
    ("said", "quote", "language"),
    [
        ("286 000 еуро төленді", "286 000 злотый төленді", KK),
        ("Выплачено 286 000 евро", "Выплачено 286 000 злотых", RU),
        ("It paid 286,000 euros", "It paid 286,000 zloty", EN),
        ("It paid 900 dollars", "It paid GBP 900", EN),
    ],
)
def test_another_currency_proves_no_sum(said: str, quote: str, language: Language) -> None:
    assert unproved(said, language, [(quote, language)])
    assert not unproved(quote, language, [(quote, language)])


@pytest.mark.parametrize(
    ("said", "quote", "language"),
    [
        ("Он алтыншы тәулікте", "Алтыншы тәулікте", KK),
        ("На шестнадцатые сутки", "На шестые сутки", RU),
        ("On the sixteenth day", "On the sixth day", EN),
    ],
)
def test_another_ordinal_proves_none(said: str, quote: str, language: Language) -> None:
    assert unproved_ordinals(said, [(quote, language)]) == ["16"]
    assert not unproved_ordinals(quote, [(quote, language)])


@pytest.mark.parametrize(
    ("said", "quote", "language"),
    [
        ("Үшінші әрекеттен", "С третьей попытки", RU),
        ("On the twenty-eighth day", "28 мая", RU),
        ("В половине двенадцатого", "Сағат 23:30", KK),
    ],
)
def test_an_ordinal_is_proved_in_any_writing(said: str, quote: str, language: Language) -> None:
    assert not unproved_ordinals(said, [(quote, language)])
