"""Numbers that follow from others: worked out anew, and from nothing else."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.derived import follows, lies_between
from assistant.number_proofs import unproved
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("said", "text", "language", "numbers"),
    [
        (("90", ""), "барлығы 90 қорап", KK, ("50", "40")),
        (("90", ""), "всего 90 коробок", RU, ("50", "40")),
        (("90", ""), "90 boxes altogether", EN, ("50", "40")),
        (("7", ""), "кешкі жетіде", KK, ("19:00",)),
        (("7", ""), "в семь вечера", RU, ("19:00",)),
        (("7", ""), "at seven in the evening", EN, ("19:00",)),
        (("40", "minute"), "40 минуттан кейін", KK, ("19:30", "20:10")),
        (("40", "minute"), "через 40 минут", RU, ("19:30", "20:10")),
        (("40", "minute"), "40 minutes later", EN, ("19:30", "20:10")),
        (("3", "times"), "үш есе", KK, ("150", "50")),
        (("3", "times"), "в три раза", RU, ("150", "50")),
        (("3", "times"), "three times as much", EN, ("150", "50")),
    ],
)
def test_what_can_be_worked_out_follows(
    said: tuple[str, str], text: str, language: Language, numbers: tuple[str, ...]
) -> None:
    assert follows(said, text, language, [(number, "") for number in numbers])


@pytest.mark.parametrize(
    ("text", "language"),
    [("14 км/сағ жылдамырақ", KK), ("на 14 км/ч быстрее", RU), ("14 km/h faster", EN)],
)
def test_a_difference_lies_between_where_it_is_told_as_one(text: str, language: Language) -> None:
    assert lies_between(("14", ""), text, language, [("74", ""), ("60", "")])


@pytest.mark.parametrize(
    ("text", "language"), [("14 адам", KK), ("14 человек", RU), ("14 people", EN), ("всего 14", RU)]
)
def test_a_difference_follows_only_where_it_is_told_as_one(text: str, language: Language) -> None:
    numbers = [("74", ""), ("60", "")]
    assert not follows(("14", ""), text, language, numbers)
    assert not lies_between(("14", ""), text, language, numbers)


MANY_WAYS = "всего на столько больше, вечером"
UNITS = st.sampled_from(["", "minute", "hour", "times", "tenge"])
NUMBERS = st.integers(0, 99).map(str)
CLOCKS = st.builds("{}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@given(st.tuples(NUMBERS, UNITS), st.lists(st.tuples(NUMBERS | CLOCKS, UNITS), max_size=3))
def test_nothing_follows_that_no_sum_gives(said: tuple[str, str], numbers: list[tuple[str, str]]) -> None:
    value = Fraction(said[0])
    plain = [Fraction(number) for number, _ in numbers if ":" not in number]
    hours = [
        Fraction(hour) + Fraction(minute) / 60
        for hour, _, minute in (number.partition(":") for number, _ in numbers)
        if minute
    ]
    results = {a - b for a, b in permutations(plain, 2)}
    results |= {a / b for a, b in permutations(plain, 2) if b}
    results |= {sum(some, Fraction()) for n in range(2, 4) for some in combinations(plain, n)}
    results |= {(a - b) * times for a, b in permutations(hours, 2) for times in (1, 60)}
    results |= {hour - 12 for hour in hours}
    if follows(said, MANY_WAYS, RU, numbers):
        assert value in results


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        (
            RU,
            "Его допрашивают дольше двух часов подряд.",
            "Допрос не может длиться более двух часов подряд и четырёх часов в день.",
        ),
        (EN, "It lasts more than two hours.", "It shall last no more than two hours, and four hours a day."),
        (
            KK,
            "Жауап алу екі сағаттан артық жүргізіледі.",
            "Жауап алу екі сағаттан, тәулігіне төрт сағаттан аспайды.",
        ),
    ],
)
def test_what_the_quotes_bound_the_other_way_is_not_worked_out(
    language: Language, said: str, quoted: str
) -> None:
    assert unproved(said, language, [(quoted, language)]) == ["2 hour"]
