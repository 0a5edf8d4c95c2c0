"""Follow-up questions: what they become, and that nothing is invented."""

import json
import re
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answered import Answered, Sources
from assistant.ask import ask
from assistant.conversation import Because, standalone
from assistant.models.scripted import ScriptedModel
from assistant.ports import Message
from assistant.turn import Turn
from assistant.understanding import understood
from casefile.errors import ModelServerFailed
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from tests.assistant.material import HITS, QUESTIONS, Notebook, Shelf, by_letters

KK, RU, EN = SPOKEN
CASES = [json.loads(line) for line in (Path(__file__).parent / "followups.jsonl").read_text().splitlines()]
THEFT = LawRef("K1400000226", "188", "1")


def turns(before: Sequence[str], cited: Sequence[Sequence[str]] = ()) -> list[Turn]:
    """The last of them cited these places."""
    made = [Turn(text, by_letters(text)) for text in before]
    if made:
        made[-1] = Turn(made[-1].question, made[-1].language, tuple(LawRef(*one) for one in cited))
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['question']}")
def test_a_follow_up_becomes_a_question_that_stands_alone(case: dict[str, object]) -> None:
    before = turns(case["before"], case["cited"])  # type: ignore[arg-type]  # JSON of ours
    said = standalone(str(case["question"]), Language(case["language"]), before)
    assert said.text == case["expected"]


@pytest.mark.parametrize("language", SPOKEN)
def test_there_are_enough_cases_in_every_language(language: Language) -> None:
    assert sum(case["language"] == language for case in CASES) >= 30


def every_word(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def invented(question: str, language: Language, before: Sequence[Turn], text: str) -> set[str]:
    """Words of the result that stand in no question; the numbers and names of a place may be printed anew."""
    given_words = {
        word for said in (question, *(turn.question for turn in before)) for word in every_word(said)
    }
    printed = {
        word
        for number in (*re.findall(r"\d+", " ".join(given_words)), "188", "190")
        for act in ("K1400000226", "K1400000231")
        for part in (*re.findall(r"\d+", " ".join(given_words)), "1", "2")
        for ref in (LawRef(act, number), LawRef(act, number, part), LawRef(act, number, part, "1"))
        for word in every_word(print_ref(ref, language))
    }
    return every_word(text) - given_words - printed


WORDS = st.sampled_from(
    """а ал и and what about the а если за по это он этот срок бұл ол үшін ше 2-бөлігі 190-бап
    ч. 2 ст. 190 УК часть part Article 190 кража theft ұрлық штраф fine айыппұл подробнее more
    толығырақ Касымов ? , ( )""".split()
)


@given(st.lists(WORDS, max_size=7).map(" ".join), st.sampled_from(SPOKEN), st.sampled_from(CASES))
def test_nothing_is_invented_and_the_result_is_always_the_same(
    question: str, language: Language, case: dict[str, list[str]]
) -> None:
    before = turns(case["before"], [["K1400000226", "188", "1"]])
    said = standalone(question, language, before)
    assert said == standalone(question, language, before)
    assert invented(question, language, before, said.text) == set()
    assert not before or len(said.text) < 1_000


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['question']}")
def test_no_case_invents_a_word(case: dict[str, list[str]]) -> None:
    before = turns(case["before"], case["cited"])
    language = Language(str(case["language"]))
    said = standalone(str(case["question"]), language, before)
    assert invented(str(case["question"]), language, before, said.text) == set()


@pytest.mark.parametrize("language", SPOKEN)
def test_a_long_conversation_stays_short(language: Language) -> None:
    asked = {KK: "Бұл үшін қандай мерзім бар?", RU: "Какой за это срок?", EN: "What is the term for this?"}
    before = [Turn(QUESTIONS[language], language)]
    for _ in range(20):
        before.append(Turn(standalone(asked[language], language, before).text, language))
    assert len(before[-1].question) < 400


EARLIER = {
    KK: "Ұрлық үшін қандай жаза бар?",
    RU: "Какое наказание за кражу?",
    EN: "What is the punishment for theft?",
}
POINTING = {KK: "Ол үшін мерзім қандай?", RU: "Какой за это срок?", EN: "What is the term for this?"}
GOOD = {
    KK: "Ұрлық үшін мерзім қандай?",
    RU: "Какой срок наказания за кражу?",
    EN: "What is the term of punishment for theft?",
}
INVENTIVE = {
    KK: (
        "Ұрлық үшін 5 жыл мерзім бар ма?",
        "Касымов үшін ұрлық мерзімі қандай?",
        "Тонау үшін мерзім қандай?",
    ),
    RU: (
        "Какой срок за кражу 5 лет?",
        "Какой срок за кражу по ст. 188 УК?",
        "Какой срок у Касымова за кражу?",
        "Касымову какой срок за кражу?",
        "Какой срок за грабёж?",
        "Какой срок не за кражу?",
        "Какой срок за кражу 14.02.2025?",
    ),
    EN: (
        "What is the term for theft, 5 years?",
        "What is Smith's term for theft?",
        "What is the term for robbery?",
    ),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_model_that_adds_nothing_is_believed(language: Language) -> None:
    model = ScriptedModel(json.dumps({"question": GOOD[language]}, ensure_ascii=False))
    said = understood(POINTING[language], language, [Turn(EARLIER[language], language)], model)
    assert (said.text, said.because) == (GOOD[language], Because.MODEL)


@pytest.mark.parametrize(("language", "reply"), [(k, v) for k, vs in INVENTIVE.items() for v in vs])
def test_a_model_that_adds_a_fact_is_not(language: Language, reply: str) -> None:
    before = [Turn(EARLIER[language], language)]
    model = ScriptedModel(json.dumps({"question": reply}, ensure_ascii=False))
    assert understood(POINTING[language], language, before, model) == standalone(
        POINTING[language], language, before
    )


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    "reply",
    ["", "never JSON", '{"question": 7}', '{"question": " "}', ModelServerFailed(url="", reason="gone")],
)
def test_a_model_that_fails_costs_nothing(language: Language, reply: str | Exception) -> None:
    before = [Turn(EARLIER[language], language)]
    said = understood(POINTING[language], language, before, ScriptedModel(reply))
    assert said == standalone(POINTING[language], language, before)


def test_a_model_drops_no_number_of_the_new_question() -> None:
    asked, before = "А если ущерб 500 тенге?", [Turn(EARLIER[RU], RU)]
    model = ScriptedModel('{"question": "Какое наказание за кражу, если ущерб?"}')
    assert "500" in understood(asked, RU, before, model).text


def test_a_model_is_waited_for_no_longer_than_its_time() -> None:
    def slow(_: Sequence[Message]) -> str:
        time.sleep(5)
        return ""

    started = time.monotonic()
    assert (
        understood(POINTING[RU], RU, [Turn(EARLIER[RU], RU)], ScriptedModel(slow), 0.2).because
        is Because.TOPIC
    )
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("language", SPOKEN)
def test_a_model_is_not_asked_where_rules_are_exact(language: Language) -> None:
    model = ScriptedModel("{}")
    for question in ("188?", {KK: "толығырақ", RU: "подробнее", EN: "more"}[language]):
        understood(question, language, [Turn(EARLIER[language], language, (THEFT,))], model)
    understood(POINTING[language], language, [], model)
    assert model.asked == []


@pytest.mark.parametrize("language", SPOKEN)
def test_the_answer_says_how_the_question_was_understood(language: Language) -> None:
    shelf, kept = Shelf(list(HITS.values())), Notebook()
    before = [Turn(EARLIER[language], language, (THEFT,))]
    found = list(
        ask(
            POINTING[language], shelf, model=None, records=kept, identify=by_letters, floor=0.3, before=before
        )
    )
    (answer, made) = kept.kept[0]
    assert isinstance(found[0], Sources) and isinstance(found[-1], Answered)
    assert found[0].understood == answer.understood == made["question"] == shelf.asked[0][0]
    assert answer.understood in answer.notices[0] and answer.question == made["asked"] == POINTING[language]
    assert EARLIER[language].split()[-1].strip("?") in answer.understood


def test_more_looks_past_what_was_cited() -> None:
    cited = HITS["theft_ru"].passage.id
    before = [Turn("Какое наказание за кражу?", RU, (THEFT,), (cited,))]
    shelf = Shelf(list(HITS.values()))
    first = next(ask("подробнее", shelf, model=None, records=Notebook(), identify=by_letters, before=before))
    assert isinstance(first, Sources)
    assert cited not in {hit.passage.id for hit in first.hits} and len(first.hits) == len(HITS) - 1


@pytest.mark.parametrize(("one", "other"), list(product(SPOKEN, SPOKEN)))
def test_a_change_of_language_keeps_the_topic_and_asks_in_the_new_one(one: Language, other: Language) -> None:
    asked = {KK: "ал 2-бөлігі ше?", RU: "а часть 2?", EN: "what about part 2?"}[other]
    said = standalone(asked, other, [Turn(EARLIER[one], one, (THEFT,))]).text
    assert print_ref(LawRef("K1400000226", "188", "2"), other) in said
    assert EARLIER[one][1:] in said
