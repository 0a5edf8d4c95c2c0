"""Quotes that contradict are shown side by side; a false alarm is worse than silence."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.disagree import disagreement
from assistant.same_matter import Said
from casefile.answer import Matter
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.search import Hit
from tests.assistant.material import CODE, Notebook, answer, make_hit

KK, RU, EN = SPOKEN
LEAST_FOUND = 0.85  # of the contradictions of our own cases
CASES = Path(__file__).parent / "cases"
SEEN = {
    KK: ("Серіков дүкенге сағат 21:30-да кірді.", "Серіков дүкенге сағат 22:15-те кірді."),
    RU: ("Сериков вошёл в магазин в 21:30.", "Сериков вошёл в магазин в 22 часа 15 минут."),
    EN: ("Serikov entered the shop at 21:30.", "Serikov entered the shop at 10:15 p.m."),
}
ASKED = {
    KK: "Серіков дүкенге сағат нешеде кірді?",
    RU: "Во сколько Сериков вошёл в магазин?",
    EN: "When did Serikov enter the shop?",
}


def cases(language: Language) -> list[Any]:  # Any: JSON
    lines = (CASES / f"sides_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found(case: Any, language: Language, *, turned: bool = False) -> str:  # Any: JSON
    one, other = (Said(text, language, title) for title, text in (case["one"], case["other"]))
    differ = disagreement(other, one) if turned else disagreement(one, other)
    return differ[0] if differ else ""


def witnesses(language: Language, *, second: float = 0.8) -> list[Hit]:
    one, other = SEEN[language]
    return [
        make_hit(one, language, title="1", page=1, evidence=0.9),
        make_hit(other, language, title="2", page=2, evidence=second),
    ]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("language", SPOKEN)
def test_what_does_not_contradict_is_never_said_to(language: Language, turned: bool) -> None:
    alarms = {case["id"]: found(case, language, turned=turned) for case in cases(language)}
    assert not [case["id"] for case in cases(language) if alarms[case["id"]] not in ("", case["differs"])]


@pytest.mark.parametrize("language", SPOKEN)
def test_most_contradictions_are_found(language: Language) -> None:
    wanted = [case for case in cases(language) if case["differs"]]
    assert len(wanted) >= 15
    assert sum(bool(found(case, language)) for case in wanted) >= LEAST_FOUND * len(wanted)


@pytest.mark.parametrize("language", SPOKEN)
def test_two_witnesses_are_cited_side_by_side_and_kept(language: Language) -> None:
    notebook = Notebook()
    given = answer(ASKED[language], witnesses(language), records=notebook, identify=lambda _: language)
    [one] = given.disagreements
    quotes = {citation.n: citation.quote for citation in given.citations}
    assert {quotes[n] for n in one.citations} == set(SEEN[language])
    assert one.matter is Matter.TIME and set(one.values) == {"21:30", "22:15"}
    assert notebook.kept[0][0].disagreements == given.disagreements


@pytest.mark.parametrize("language", SPOKEN)
def test_a_witness_who_was_found_and_not_quoted_is_cited_too(language: Language) -> None:
    other = SEEN[language][1]
    rest = " ".join(SEEN[language][0].split()[:1]) + " 2025. " + other
    [first, _] = witnesses(language)
    hits = [first, make_hit(rest, language, title="2", page=2, start=70, evidence=0.9, score=0.5)]
    given = answer(ASKED[language], hits, identify=lambda _: language)
    [one] = given.disagreements
    shown = next(citation for citation in given.citations if citation.n == max(one.citations))
    at = shown.start - shown.hit.passage.locator.start
    assert shown.hit.passage.text[at : at + len(shown.quote)] == shown.quote
    assert given.citations[-1].n == len(given.citations)


@pytest.mark.parametrize("language", SPOKEN)
def test_one_document_and_two_cases_do_not_contradict_themselves(language: Language) -> None:
    both = make_hit("\n".join(SEEN[language]), language, evidence=0.9)
    assert answer(ASKED[language], [both], identify=lambda _: language).disagreements == ()
    law = [
        make_hit(text, language, title=text[-9:], kind=CollectionKind.LAW, law=LawRef(CODE, str(n)))
        for n, text in enumerate(SEEN[language])
    ]
    assert answer(ASKED[language], law, identify=lambda _: language).disagreements == ()


EDITIONS = {
    KK: "Ұрлық үшін мүлкі тәркіленіп, {n} жылға дейінгі мерзімге бас бостандығынан айыру көзделеді.",
    RU: "Кража наказывается лишением свободы на срок до {n} лет с конфискацией имущества.",
    EN: "Theft is punished with imprisonment for up to {n} years with confiscation of property.",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_an_old_and_a_new_edition_of_one_place_are_told_apart(language: Language) -> None:
    hits = [
        make_hit(
            EDITIONS[language].format(n=n),
            language,
            title=f"Edition {n}",
            page=n,
            kind=CollectionKind.LAW,
            law=LawRef(CODE, "188", "2"),
        )
        for n in (5, 7)
    ]
    given = answer(EDITIONS[language].format(n=""), hits, identify=lambda _: language)
    assert [(one.matter, set(one.values)) for one in given.disagreements] == [
        (Matter.AMOUNT, {"5 year", "7 year"})
    ]
