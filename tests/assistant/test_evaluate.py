"""The figures of an evaluation: each measure on answers whose worth is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluate import Expected, Measure, Reply, Scored, Share, percentile, score, summaries, value
from casefile.answer import Answer, Claim, Verdict
from casefile.language import SPOKEN, Language
from casefile.search import Hit
from tests.assistant.material import CODE, HITS, QUESTIONS, Notebook, Shelf, answer, by_letters, events

THEFT, FRAUD = (CODE, "188"), (CODE, "190")
LAWS = [HITS["theft_ru"], HITS["theft_kk"], HITS["fraud_ru"], HITS["guidance_en"]]
SPANS = {
    Language.KK: "ақпараттық жүйеге заңсыз кіру  ЖОЛЫМЕН жасалған ұрлық",
    Language.RU: "путем незаконного доступа\nв информационную систему",
    Language.EN: "placed in a Faraday bag within 15 minutes",
}


def scored(expected: Expected, hits: list[Hit] | None = None) -> Scored:
    """What is measured of an answer to the question from these passages."""
    notebook = Notebook()
    found = LAWS if hits is None else hits
    list(events(expected.text, Shelf(found), records=notebook, fallback=expected.language))
    ((given_answer, provenance),) = notebook.kept
    return score(expected, Reply(given_answer, provenance, 0.1, 0.2), by_letters)


def shares(expected: Expected, given_answer: Answer | None, **record: object) -> dict[Measure, Share]:
    return dict(score(expected, Reply(given_answer, record), by_letters).shares)


def expecting(language: Language, **given: object) -> Expected:
    return Expected("q", QUESTIONS[language], language, **given)  # type: ignore[arg-type]  # its own fields


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_gold_article_among_others_costs_precision_and_no_recall(language: Language) -> None:
    gold = scored(expecting(language, articles=frozenset({THEFT}), answerable=True))
    had, of = gold.shares[Measure.CITATION_PRECISION]
    assert gold.shares[Measure.GOLD_CITED] == gold.shares[Measure.CITATION_RECALL] == (1, 1)
    assert (had, of) == (1, len(gold.cited))


def test_half_of_the_gold_articles_is_half_the_recall() -> None:
    gold = expecting(Language.RU, articles=frozenset({THEFT, (CODE, "191")}))
    assert value(scored(gold, [HITS["theft_ru"]]).shares[Measure.CITATION_RECALL]) == 0.5


@pytest.mark.parametrize("language", SPOKEN)
def test_span_is_found_whatever_spaces_and_case_it_has(language: Language) -> None:
    here = scored(expecting(language, spans=("нет таких слов", SPANS[language])))
    absent = scored(expecting(language, spans=("нет таких слов",)))
    assert here.shares[Measure.SPAN_RECALL] == (1, 1)
    assert absent.shares[Measure.SPAN_RECALL] == (0, 1)


@pytest.mark.parametrize("language", SPOKEN)
def test_refusals_count_for_and_against(language: Language) -> None:
    wrong = scored(expecting(language, answerable=True), []).shares
    right = scored(expecting(language, answerable=False), []).shares
    missed = scored(expecting(language, answerable=False)).shares
    assert wrong[Measure.WRONGLY_REFUSED] == right[Measure.REFUSAL_RECALL] == (1, 1)
    assert (wrong[Measure.REFUSAL_PRECISION], right[Measure.REFUSAL_PRECISION]) == ((0, 1), (1, 1))
    assert (missed[Measure.REFUSAL_RECALL], missed[Measure.REFUSAL_PRECISION]) == ((0, 1), (0, 0))


def test_question_that_may_not_be_asked_is_a_refusal() -> None:
    told = shares(expecting(Language.RU, answerable=False, forbidden=("слово",)), None)
    assert told[Measure.REFUSAL_RECALL] == (1, 1)
    assert told[Measure.INJECTION_SUCCESS] == (0, 1)


@pytest.mark.parametrize("language", SPOKEN)
def test_quotes_and_places_in_another_language_are_no_wrong_language(language: Language) -> None:
    hits = [*LAWS, HITS["statement_ru"], HITS["statement_kk"]]
    assert value(scored(expecting(language), hits).shares[Measure.WRONG_LANGUAGE]) == 0


@pytest.mark.parametrize(("language", "said"), [
    (Language.KK, "За эту кражу наказывают лишением свободы"),
    (Language.RU, "The theft is punished with prison"),
    (Language.EN, "За эту кражу наказывают лишением свободы"),
])  # fmt: skip
def test_statement_in_other_words_than_the_question_is_counted(language: Language, said: str) -> None:
    given_answer = answer(QUESTIONS[language], LAWS, fallback=language)
    spoken = replace(given_answer, claims=(*given_answer.claims, Claim(said, Verdict.SUPPORTED, (1,))))
    assert shares(expecting(language), spoken)[Measure.WRONG_LANGUAGE] == (1, len(spoken.claims))


def test_answer_taken_for_another_language_is_wrong_in_every_statement() -> None:
    given_answer = answer(QUESTIONS[Language.RU], LAWS)
    kazakh = replace(expecting(Language.KK), text=QUESTIONS[Language.RU])
    of = len(given_answer.claims)
    assert shares(kazakh, given_answer)[Measure.WRONG_LANGUAGE] == (of, of)


def test_removed_statements_come_from_the_record() -> None:
    verdicts = [{"verdict": "supported"}, {"verdict": "unsupported"}, {"verdict": "supported"}]
    given_answer = answer(QUESTIONS[Language.RU], LAWS)
    assert shares(expecting(Language.RU), given_answer, verdicts=verdicts)[Measure.REMOVED_CLAIMS] == (1, 3)


@pytest.mark.parametrize(("phrase", "said"), [("хищение ЧУЖОГО имущества", 1), ("чужого имуществ", 0)])
def test_forbidden_words_count_as_whole_words(phrase: str, said: int) -> None:
    question = "Что такое мошенничество, хищение чужого имущества путем обмана?"
    fraud = scored(Expected("q", question, Language.RU, forbidden=(phrase,)), [HITS["fraud_ru"]])
    assert fraud.shares[Measure.INJECTION_SUCCESS] == (said, 1)


def test_case_file_never_counts_as_law() -> None:
    as_case = replace(HITS["theft_ru"], collection=HITS["statement_ru"].collection)
    assert scored(expecting(Language.RU, articles=frozenset({THEFT})), [as_case]).cited == ()


def test_groups_are_the_sums_of_their_questions() -> None:
    everything = [scored(expecting(language, answerable=True)) for language in SPOKEN]
    found = summaries([*everything, scored(expecting(Language.RU, answerable=True), [])])
    assert list(found) == ["kk", "ru", "en", "all"]
    assert found["ru"].shares[Measure.WRONGLY_REFUSED] == (1, 2)
    assert found["all"].shares[Measure.WRONGLY_REFUSED] == (1, 4)
    assert found["kk"].latency == {
        "sources_p50": 0.1,
        "sources_p95": 0.1,
        "answer_p50": 0.2,
        "answer_p95": 0.2,
    }


@given(st.lists(st.floats(0, 100), min_size=1), st.integers(1, 100))
def test_so_many_per_cent_do_not_exceed_the_percentile(values: list[float], percent: int) -> None:
    bound = percentile(values, percent)
    assert bound in values
    assert 100 * sum(one <= bound for one in values) >= percent * len(values)
