"""What is quoted to who asks for a punishment, a term, a sum, somebody, a permission or a list."""

from collections.abc import Sequence

import pytest

from assistant.extractive import extract
from assistant.relevance import WordRelevance, truncated
from assistant.verify import verify
from assistant.wanted import Wanted, has_form, wanted
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.search import Hit
from tests.assistant.material import CODE, LAW, make_hit

KK, RU, EN = Language.KK, Language.RU, Language.EN
PUNISHMENT, TERM, SUM, WHO, MAY, LIST = Wanted

QUESTIONS = [
    (PUNISHMENT, "Ұрлық үшін қандай жаза бар?"),
    (PUNISHMENT, "Пара алғаны үшін қанша жыл береді?"),
    (PUNISHMENT, "рұқсатсыз сауда жасағанға айыппұл қанша"),
    (PUNISHMENT, "Досымды соттай ма?"),
    (PUNISHMENT, "Сколько лет дают за кражу?"),
    (PUNISHMENT, "что ему грозит за подделку паспорта"),
    (PUNISHMENT, "Какое наказание предусмотрено за разбой?"),
    (PUNISHMENT, "какой штраф за парковку на газоне"),
    (PUNISHMENT, "How many years for theft does he get?"),
    (PUNISHMENT, "What is the penalty for bribery?"),
    (PUNISHMENT, "Will he go to jail?"),
    (TERM, "Шағым қанша күн ішінде қаралады?"),
    (TERM, "Үкім қашан күшіне енеді?"),
    (TERM, "В какой срок рассматривается жалоба?"),
    (TERM, "в течение какого времени уведомить прокурора"),
    (TERM, "Within what time must the prosecutor be told?"),
    (TERM, "How soon is a complaint considered?"),
    (SUM, "Аударма үшін қанша ақша төленеді?"),
    (SUM, "Какая сумма возмещается свидетелю?"),
    (SUM, "How much is a witness paid?"),
    (WHO, "Бұл істі кім тергейді?"),
    (WHO, "Кто рассматривает ходатайство?"),
    (WHO, "Who decides on a motion?"),
    (MAY, "Күдіктіні түнде тінтуге бола ма?"),
    (MAY, "Вправе ли защитник присутствовать при допросе?"),
    (MAY, "May a defence lawyer attend the interview?"),
    (LIST, "Қандай іс жүргізу мәжбүрлеу шараларының түрлері бар?"),
    (LIST, "Какие бывают меры пресечения?"),
    (LIST, "What kinds of evidence are there?"),
]


@pytest.mark.parametrize(("form", "question"), QUESTIONS)
def test_the_form_of_the_answer_is_read_from_the_question(form: Wanted, question: str) -> None:
    assert wanted(question) == {form}


@pytest.mark.parametrize(
    "question",
    ["соседский забор", "ст. 188 УК РК", "көршінің қоршауы", "the man who asks for bribes", "", "188?"],
)
def test_a_question_that_names_no_form_wants_none(question: str) -> None:
    assert wanted(question) == frozenset()


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        (PUNISHMENT, ("айыппұл салуға жазаланады.", "влечет штраф", "shall be punished by imprisonment")),
        (TERM, ("он бес тәулік ішінде", "не позднее трех рабочих дней", "within forty-eight hours")),
        (TERM, ("алты айға дейінгі мерзімге", "на срок до 12 месяцев", "for up to 90 days")),
        (SUM, ("жиырма айлық есептік көрсеткіш", "десяти месячных расчетных показателей", "10 per cent")),
        (WHO, ("прокурор шешеді", "рассматривается следственным судьей", "the court decides")),
        (MAY, ("тыйым салынады", "защитник вправе", "a lawyer may attend")),
        (LIST, ("мыналар жатады:", "являются:", "the following:")),
    ],
)
def test_a_sentence_has_the_form_in_any_language(form: Wanted, sentences: Sequence[str]) -> None:
    assert all(has_form(sentence, {form}) for sentence in sentences)


def test_letters_of_another_alphabet_hide_no_form() -> None:
    assert has_form("бас бостандығынан айыруға жазаланады".replace("а", "a"), {PUNISHMENT})
    assert has_form("бiр айдан кейiн", {TERM})


# The first sentence speaks of the same and does not answer; the second does.
TEXTS = [
    (KK, "Шағым қанша күн ішінде қаралады?",
     "Прокурорға берілген шағым жазбаша түрде қаралады.",
     "Прокурорға берілген шағым жеті тәулік ішінде қаралады."),
    (RU, "В какой срок рассматривается жалоба прокурором?",
     "Жалоба рассматривается прокурором письменно.",
     "Жалоба рассматривается прокурором в течение семи суток."),
    (EN, "How soon is a complaint considered by the prosecutor?",
     "A complaint is considered by the prosecutor in writing.",
     "A complaint is considered by the prosecutor within seven days."),
    (KK, "Кеден ережесін бұзғаны үшін қандай жаза бар?",
     "Кеден ережесін бұзғаны туралы хаттама жасалады.", "Кеден ережесін бұзғаны айыппұл салуға жазаланады."),
    (RU, "Что грозит за нарушение таможенных правил?",
     "Нарушение таможенных правил фиксируется протоколом.", "Нарушение таможенных правил влечет штраф."),
    (EN, "What is the penalty for a breach of customs rules?",
     "A breach of customs rules is recorded.", "A breach of customs rules shall be punished by a fine."),
    (KK, "Аудармашыға қанша ақша төленеді?",
     "Аудармашыға еңбегі үшін төленеді.", "Аудармашыға он айлық есептік көрсеткіш төленеді."),
    (RU, "Сколько денег выплачивается переводчику?",
     "Переводчику выплачивается вознаграждение.", "Переводчику выплачивается десять тысяч тенге."),
    (EN, "How much is an interpreter paid?",
     "An interpreter is paid a fee.", "An interpreter is paid 10,000 tenge."),
    (KK, "Өтінішхатты кім қарайды?",
     "Өтінішхатты қарайды және жауап береді.", "Өтінішхатты тергеу судьясы қарайды."),
    (RU, "Кто рассматривает ходатайство?",
     "Ходатайство рассматривается в открытом заседании.", "Ходатайство рассматривает следственный судья."),
    (EN, "Who decides on the motion?",
     "The motion is decided on in public.", "The motion is decided on by the investigating judge."),
    (KK, "Түнде тінту жүргізуге бола ма?",
     "Түнде тінту жүргізу ұзаққа созылады.", "Түнде тінту жүргізуге тыйым салынады."),
    (RU, "Можно ли проводить обыск в ночное время?",
     "Обыск в ночное время длится дольше.", "Обыск в ночное время не допускается и запрещается."),
    (EN, "May a search be made at night?",
     "A search made at night takes longer.", "No search shall be made at night."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "question", "beside", "answering"), TEXTS)
def test_of_sentences_that_speak_of_the_same_the_one_of_the_right_form_is_quoted(
    language: Language, question: str, beside: str, answering: str
) -> None:
    hit = make_hit(f"{beside} {answering}", language, kind=CollectionKind.GUIDANCE, title="Rules")
    assert quoted(question, language, [hit]) == [answering]


def quoted(question: str, language: Language, hits: Sequence[Hit]) -> list[str]:
    """All the quotes of the answer; each of its statements passes the verifier."""
    proposed = list(extract(question, language, hits, WordRelevance(truncated)))
    known = {hit.passage.id: hit for hit in hits}
    assert all(verify(one, known, language).supported for one in proposed)
    return [quote.quote for one in proposed for quote in one.quotes]


# A norm, its qualified form and the rest of a passage that is too long to be quoted whole.
NORMS = {
    KK: (
        "1. Бөтеннің мүлкін құпия жымқыру (ұрлық) –",
        "екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.",
    ),
    RU: (
        "1. Тайное хищение чужого имущества (кража) –",
        "наказывается лишением свободы на срок до двух лет.",
    ),
    EN: (
        "1. Taking property of another in secret (theft) –",
        "shall be punished by imprisonment for up to two years.",
    ),
}
ASKED = {
    KK: "Ұрлық үшін қанша жыл береді?",
    RU: "Сколько лет дают за кражу?",
    EN: "How many years for theft?",
}
PADDING = {
    KK: "Осы тармақ өзге жағдайларға қолданылмайды, олар бөлек қаралады. " * 12,
    RU: "Настоящий пункт не распространяется на иные случаи, они рассматриваются отдельно. " * 9,
    EN: "This paragraph applies to no other cases, those are considered apart from it. " * 9,
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_punishment_is_quoted_together_with_its_norm(language: Language) -> None:
    norm, sanction = NORMS[language]
    text = f"{norm}\n{sanction}\n{PADDING[language]}"
    [quote] = quoted(ASKED[language], language, [law(text, language, "1")])
    assert quote == f"{norm}\n{sanction}"


LISTS = {
    KK: (
        "Қандай іс жүргізу құқықтары бар, атап бер?",
        "Күдіктінің іс жүргізу құқықтары:",
        "{n}) өзі жөнінде іс жүргізілген кезде № {n} құқықты өз қалауынша пайдалану;",
    ),
    RU: (
        "Какие процессуальные права есть у подозреваемого?",
        "Подозреваемый имеет процессуальные права:",
        "{n}) пользоваться по своему усмотрению правом под номером {n} при любом действии;",
    ),
    EN: (
        "What procedural rights does a suspect have?",
        "A suspect has the procedural rights:",
        "{n}) to use at his own choice the right number {n} whenever an action is carried out;",
    ),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_list_that_is_asked_for_is_quoted_whole_with_its_head(language: Language) -> None:
    question, head, item = LISTS[language]
    items = [item.format(n=n) for n in range(1, 11)]
    text = "\n".join([head, *items, PADDING[language]])
    told = " ".join(quoted(question, language, [law(text, language, "1")]))
    assert told.startswith(head) and all(one in told for one in items)


def test_a_list_that_goes_on_elsewhere_is_marked() -> None:
    text = "Подозреваемый вправе:\n1) знать, в чем он подозревается;\n2) давать показания;"
    [one] = extract("что вправе подозреваемый?", RU, [law(text, RU, "1")], WordRelevance(truncated))
    assert one.text.endswith("2) давать показания; […]»")


BACK = {
    KK: (
        "Мұнай құбырынан ұрлағанға қандай жаза бар?",
        "Осы баптың бірінші бөлігінде көзделген, мұнай құбырынан жасалған іс-әрекет "
        "жеті жылға айыруға жазаланады.",
    ),
    RU: (
        "Какое наказание за кражу из магистрального нефтепровода?",
        "Те же деяния, совершенные из магистрального нефтепровода, – "
        "наказываются лишением свободы на срок до семи лет.",
    ),
    EN: (
        "What is the punishment for theft from a trunk pipeline?",
        "The same acts committed from a trunk pipeline shall be punished by imprisonment "
        "for up to seven years.",
    ),
}
AGGRAVATED = {
    KK: "2. Адамдар тобы жасаған ұрлық – бес жылға айыруға жазаланады.",
    RU: "2. Кража, совершенная группой лиц, – наказывается лишением свободы на срок до пяти лет.",
    EN: "2. Theft by a group shall be punished by imprisonment for up to five years.",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_qualified_part_is_quoted_after_the_basic_one(language: Language) -> None:
    question, text = BACK[language]
    parts = [
        law(" ".join(NORMS[language]), language, "1", at=0, score=0.79),
        law(AGGRAVATED[language], language, "2", at=300),
        law(f"3. {text}", language, "3", at=600),
    ]
    assert quoted(question, language, parts) == [parts[0].passage.text, parts[2].passage.text]


def law(text: str, language: Language, part: str, *, at: int = 0, score: float = 0.8) -> Hit:
    return make_hit(text, language, kind=LAW, law=LawRef(CODE, "188", part), start=at, score=score)


TITLED = {
    KK: "188-бап. Ұрлық үшін жауаптылық",
    RU: "Статья 188. Ответственность за кражу",
    EN: "Article 188. Liability for theft",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_the_title_of_an_article_does_not_stand_for_its_norm(language: Language) -> None:
    norm, sanction = NORMS[language]
    text = f"{TITLED[language]}\n{norm}\n{sanction}\n{PADDING[language]}"
    assert quoted(ASKED[language], language, [law(text, language, "1")]) == [f"{norm}\n{sanction}"]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_title_alone_is_not_quoted_beside_its_norm(language: Language) -> None:
    title, norm = law(TITLED[language], language, "", score=0.9), " ".join(NORMS[language])
    assert quoted(ASKED[language], language, [title, law(norm, language, "1", at=99)]) == [norm]
    assert quoted(ASKED[language], language, [title]) == [TITLED[language]]


def test_two_passages_of_the_foremost_article_and_one_of_the_next_are_quoted() -> None:
    hits = [
        make_hit(
            f"{part}. Кража номер {article} из квартиры, часть {part}.",
            RU,
            kind=LAW,
            law=LawRef(CODE, str(article), str(part)),
            start=100 * part,
            page=article,
            score=0.9 - article / 10_000,
        )
        for article in range(188, 194)
        for part in (1, 2, 3)
    ]
    said = [one.text for one in extract("кража из квартиры", RU, hits, WordRelevance(truncated))]
    assert [text.partition(" ст. ")[2][:3] for text in said] == ["188", "188", "189", "190"]
