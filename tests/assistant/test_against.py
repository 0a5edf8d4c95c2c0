"""What speaks against an answer: shown on request only, verbatim, and rather not than wrongly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest

from assistant.against import MOST
from assistant.answered import Answered
from assistant.ask import ask
from casefile.answer import Answer, Matter
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.search import Hit
from tests.assistant.material import CODE, Notebook, Shelf, make_hit
from tests.assistant.test_sides import ASKED, SEEN, witnesses

KK, RU, EN = SPOKEN
RULES = {
    KK: (
        "1. Әкімшілік қамаққа алу айрықша жағдайларда отыз тәулікке дейінгі мерзімге белгіленеді.",
        "2. Әкімшілік қамаққа алу жүкті әйелдерге және он сегіз жасқа толмаған адамдарға қолданылмайды.",
        "3. Осы баптың екінші бөлігінің ережелері шетелдіктерге қолданылмайды.",
        "4. Мерзімді судья есептейді, мереке күндерін қоспағанда.",
    ),
    RU: (
        "1. Административный арест устанавливается в исключительных случаях на срок до тридцати суток.",
        "2. Административный арест не применяется к беременным женщинам и лицам моложе восемнадцати лет.",
        "3. Положения части второй настоящей статьи не распространяются на иностранцев.",
        "4. Срок исчисляет судья, за исключением праздничных дней.",
    ),
    EN: (
        "1. Administrative arrest is imposed in exceptional cases for up to thirty days.",
        "2. Administrative arrest shall not apply to pregnant women and persons under eighteen.",
        "3. The provisions of paragraph 2 of this Article shall not apply to foreigners.",
        "4. The judge counts the days, except public holidays.",
    ),
}
QUESTIONS = {
    KK: "Әкімшілік қамаққа алу қандай мерзімге белгіленеді?",
    RU: "На какой срок устанавливается административный арест?",
    EN: "For how long is administrative arrest imposed?",
}
NOTES = {
    KK: "Ескертпе. Өз еркімен хабарлаған адам қылмыстық жауаптылықтан босатылады.",
    RU: "Примечание. Лицо, добровольно сообщившее об этом, освобождается от уголовной ответственности.",
    EN: "Note. A person who reports it voluntarily is exempt from liability.",
}


@dataclass(slots=True)
class Deep(Shelf):
    """A shelf where some passages are found only by a second search."""

    deeper: list[Hit] = field(default_factory=list)

    def find(
        self, text: str, language: Language, limit: int, also: Mapping[Language, str] = MappingProxyType({})
    ) -> list[Hit]:
        found = Shelf.find(self, text, language, limit, also)
        return found + (self.deeper if len(self.asked) > 1 else [])

    def _laws(self) -> list[tuple[Passage, LawRef]]:
        return [*Shelf._laws(self), *Shelf._laws(Shelf(self.deeper))]


def article(language: Language, *, shown: int = 1) -> tuple[list[Hit], list[Hit]]:
    """The parts of one article, those that the question finds and the others."""
    parts = [
        make_hit(
            text,
            language,
            kind=CollectionKind.LAW,
            title="Code",
            law=LawRef(CODE, "50", str(n)),
            start=1000 * n,
            evidence=0.9,
        )
        for n, text in enumerate(RULES[language], start=1)
    ]
    return parts[:shown], parts[shown:]


def asked_of(shelf: Shelf, question: str, language: Language, notebook: Notebook | None = None) -> Answer:
    *_, last = ask(
        question,
        shelf,
        model=None,
        records=notebook or Notebook(),
        identify=lambda _: language,
        opposed=True,
    )
    assert isinstance(last, Answered)
    return last.answer


def told(given: Answer) -> list[tuple[Matter, str, str]]:
    """Of everything that speaks against: in what, against which quote, the quote."""
    assert given.against is not None
    quotes = {citation.n: citation.quote for citation in given.citations}
    return [(one.matter, quotes[one.against], quotes[one.citation]) for one in given.against.found]


@pytest.mark.parametrize("language", SPOKEN)
def test_without_the_request_nothing_is_looked_for(language: Language) -> None:
    shelf = Deep(witnesses(language)[:1], deeper=witnesses(language)[1:])
    notebook = Notebook()
    *_, last = ask(ASKED[language], shelf, model=None, records=notebook, identify=lambda _: language)
    assert isinstance(last, Answered) and last.answer.against is None
    assert len(shelf.asked) == 1 and "opposed" not in notebook.kept[0][1]["seconds"]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_witness_whom_only_the_second_search_finds_is_cited(language: Language) -> None:
    notebook = Notebook()
    shelf = Deep(witnesses(language)[:1], deeper=witnesses(language)[1:])
    given = asked_of(shelf, ASKED[language], language, notebook)
    assert told(given) == [(Matter.TIME, *SEEN[language])]
    assert given.against and given.against.note == "" and given.disagreements == ()
    shown = given.citations[-1]
    at = shown.start - shown.hit.passage.locator.start
    assert shown.hit.passage.text[at : at + len(shown.quote)] == shown.quote
    kept, how = notebook.kept[0]
    assert kept.against == given.against
    assert [hit["passage"] for hit in how["opposed"]] == [shown.hit.passage.id]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_shown_side_by_side_is_told_too(language: Language) -> None:
    given = asked_of(Shelf(witnesses(language)), ASKED[language], language)
    [one] = given.disagreements
    assert given.against
    assert [(c.against, c.citation) for c in given.against.found] == [one.citations]


@pytest.mark.parametrize("language", SPOKEN)
def test_where_nothing_is_found_it_says_what_was_looked_through(language: Language) -> None:
    given = asked_of(Shelf(witnesses(language)[:1]), ASKED[language], language)
    assert given.against and given.against.found == ()
    assert "Shelf case" in given.against.note


@pytest.mark.parametrize("language", SPOKEN)
def test_a_refusal_has_nothing_to_speak_against(language: Language) -> None:
    assert asked_of(Shelf([]), ASKED[language], language).against is None


@pytest.mark.parametrize("language", SPOKEN)
def test_the_exception_from_a_quoted_part_is_found_in_its_article(language: Language) -> None:
    hits, rest = article(language)
    given = asked_of(Deep(hits, deeper=rest), QUESTIONS[language], language)
    assert told(given) == [(Matter.EXCEPTION, RULES[language][0], RULES[language][1])]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_note_to_the_article_is_found(language: Language) -> None:
    hits, _ = article(language)
    note = make_hit(
        NOTES[language],
        language,
        kind=CollectionKind.LAW,
        title="Code",
        law=LawRef(CODE, "50"),
        start=9000,
    )
    given = asked_of(Deep(hits, deeper=[note]), QUESTIONS[language], language)
    assert [matter for matter, _, _ in told(given)] == [Matter.EXCEPTION]
    assert told(given)[0][2] in NOTES[language]


@pytest.mark.parametrize("language", SPOKEN)
def test_another_article_and_another_document_have_no_exceptions_from_it(language: Language) -> None:
    hits, _ = article(language)
    text = RULES[language][1]
    strangers = [
        make_hit(
            text, language, kind=CollectionKind.LAW, title="Code", law=LawRef(CODE, "51", "2"), start=5000
        ),
        make_hit(
            text, language, kind=CollectionKind.LAW, title="Other", law=LawRef(CODE, "50", "2"), start=5000
        ),
    ]
    given = asked_of(Deep(hits, deeper=strangers), QUESTIONS[language], language)
    assert told(given) == []


@pytest.mark.parametrize("language", SPOKEN)
def test_no_more_than_three_are_shown(language: Language) -> None:
    first, second = SEEN[language]
    others = [
        make_hit(
            second.replace("22", str(n), 1).replace("10:15", f"{n - 12}:15"), language, title=f"w{n}", page=n
        )
        for n in range(16, 21)
    ]
    shelf = Deep([make_hit(first, language, title="1", evidence=0.9)], deeper=others)
    assert len(told(asked_of(shelf, ASKED[language], language))) == MOST


def test_the_same_question_gives_the_same_quotes() -> None:
    shelf = [Deep(witnesses(RU)[:1], deeper=witnesses(RU)[1:]) for _ in range(2)]
    one, other = (asked_of(each, ASKED[RU], RU) for each in shelf)
    assert one == other
