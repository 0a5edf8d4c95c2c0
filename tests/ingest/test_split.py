"""Pages become passages: nothing is lost, nothing twice, and every law reference is true."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.document import DELETED, RECOGNISED, Page, UnreadReason, with_hidden
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.passage import Concealed, Passage, passage_id
from ingest.prose import LONGEST_WORD, MOST
from ingest.split import SPLITTER, WHOLE, split
from tests.linear import grows_linearly

UK = "K1400000226"
THEFT = """Статья 188. Кража
1. Кража, то есть тайное хищение чужого имущества, –
наказывается штрафом.
2. Кража, совершенная:
1) группой лиц;
2) исключен Законом РК от 21.01.2019 № 217-VI (порядок введения в действие см.
ст.2
);
4) путем незаконного доступа, –
наказывается лишением свободы.
2-1. Кража, совершенная иначе, наказывается иначе.
Примечание. В настоящей статье:
1) имущество – вещи;
2) доступ – вход.
Сноска. Статья 188 с изменениями, внесенными Законом РК от 12.07.2018 (порядок введения в действие см.
ст.2
)."""


def unidentified(text: str) -> Language:
    del text
    return Language.UND


def passages(*pages: Page, act: str = "", title: str = "Т") -> list[Passage]:
    return list(split("doc", title, act, pages, unidentified))


def article(text: str, act: str = UK, number: str = "188") -> list[Passage]:
    return passages(Page(1, text, law=LawRef(act, number), context="УК РК"), act=act)


def places(found: Iterable[Passage]) -> list[tuple[str, str, str, str]]:
    refs = [passage.locator.law for passage in found]
    return [(ref.article, ref.part, ref.point, ref.subpoint) for ref in refs if ref]


def assert_nothing_lost(pages: Iterable[Page], found: list[Passage]) -> None:
    for page in pages:
        at = 0
        for passage in (one for one in found if one.locator.page == page.number):
            start, end = passage.locator.start, passage.locator.end
            assert passage.text == page.text[start:end]
            assert passage.text.strip() == passage.text != ""
            assert start >= at
            assert not page.text[at:start].strip()
            at = end
        assert not page.text[at:].strip()


def test_a_part_is_a_passage_and_the_heading_goes_with_the_first() -> None:
    found = article(THEFT)
    assert places(found) == [
        ("188", "1", "", ""),
        ("188", "2", "", ""),
        ("188", "2-1", "", ""),
        ("188", "", "", ""),  # the article's own note belongs to no part
        ("188", "", "", ""),  # the editorial note
    ]
    assert found[0].text.startswith("Статья 188. Кража\n1. Кража")
    assert found[1].text.endswith("наказывается лишением свободы.")
    assert_nothing_lost([Page(1, THEFT)], found)


def test_an_editorial_note_is_apart_and_marked() -> None:
    note = article(THEFT)[-1]
    assert note.text.startswith("Сноска.")
    assert note.text.endswith(").")
    assert note.context == "УК РК › Статья 188. Кража · note"


@pytest.mark.parametrize(
    ("heading", "body", "note"),
    [
        ("Статья 5. Название", "1. Текст.", "Примечание ИЗПИ!\nПункт 2 предусматривается исключить."),
        ("5-бап. Атауы", "1. Мәтін.", "Ескерту. 5-бапқа өзгеріс енгізілді."),
        ("5-бап. Атауы", "1. Мәтін.", "ЗҚАИ-ның ескертпесі!\n2-тармақты алып тастау көзделген."),
    ],
)
def test_notes_are_told_from_the_norm_in_both_languages(heading: str, body: str, note: str) -> None:
    found = article(f"{heading}\n{body}\n{note}\n2. Екінші.", act="", number="5")
    assert [passage.context.endswith("note") for passage in found] == [False, True, False]
    assert found[1].text == note
    assert places(found)[2] == ("5", "", "2", "")


def test_a_note_about_the_next_article_is_not_this_article() -> None:
    found = article(
        "Статья 43. А\nТекст.\nПримечание ИЗПИ!\nСтатью 44 предусматривается исключить.", number="43"
    )
    assert places(found) == [("43", "", "", ""), ("44", "", "", "")]


def test_points_of_a_long_part_are_cut_apart_and_the_sanction_is_no_point() -> None:
    items = "\n".join(f"{n}) {'деяние ' * 50};" for n in range(1, 5))
    found = article(f"Статья 9. А\n1. Совершенное:\n{items[:-1]}, –\nнаказывается штрафом.", number="9")
    assert ("9", "1", "2", "") in places(found)
    assert places(found)[-1] == ("9", "1", "", "")
    assert found[-1].text.endswith("наказывается штрафом.")


def test_short_points_share_a_passage_without_claiming_one() -> None:
    items = "\n".join(f"{n}) {'слово ' * 20};" for n in range(1, 20))
    found = article(f"Статья 9. А\n1. Список:\n{items}", number="9")
    shared = [passage for passage in found if passage.text.count(";") > 1]
    assert shared
    assert all(passage.locator.law == LawRef(UK, "9", "1") for passage in shared)


@pytest.mark.parametrize(
    ("act", "expected"),
    [(UK, ("7", "1", "2", "")), ("K1500000414", ("7", "", "1", "2")), ("Учебный", ("7", "", "1", "2"))],
)
def test_numbers_mean_what_the_act_says(act: str, expected: tuple[str, str, str, str]) -> None:
    text = "Статья 7. А\n1. Список:\n" + "\n".join(f"{n}) {'слово ' * 100};" for n in range(1, 4))
    assert expected in places(article(text, act=act, number="7"))


def test_letters_of_a_treaty_are_subpoints() -> None:
    items = "\n".join(f"{letter}) {'word ' * 90}:\n(i) one\n(ii) two;" for letter in "abc")
    found = article(f"Article 6. Misuse\n1. Each Party:\n{items}\n2. Other.", act="BWBV0001839", number="6")
    assert [place[2:] for place in places(found)] == [
        ("1", ""),
        ("1", "a"),
        ("1", "b"),
        ("1", "c"),
        ("2", ""),
    ]


def test_the_wording_of_another_article_quoted_in_an_article_is_no_part_of_it() -> None:
    text = 'Статья 467. Порядок\n1. А.\n2. Б:\n"Статья 51. Конфискация\n1. Конфискация есть изъятие."'
    assert places(article(text, number="467")) == [
        ("467", "1", "", ""),
        ("467", "2", "", ""),
        ("467", "", "", ""),
    ]


STATUTES = {
    Language.RU: "Глава 1. Общее\nСтатья 1. А\nТекст.\nСтатья 2. Б\n1. Раз.\n2. Два.\nСтатья 2-1. В\nТри.",
    Language.KK: "1-тарау. Жалпы\n1-бап. А\nМәтін.\n2-бап. Б\n1. Бір.\n2. Екі.\n2-1-бап. В\nҮш.",
    Language.EN: "Chapter I. General\nArticle 1. A\nText.\nArticle 2. B\n1. One.\n2. Two.\nArticle 3 – C\nX.",
}


@pytest.mark.parametrize("language", STATUTES)
def test_a_statute_is_recognised_by_its_headings(language: Language) -> None:
    found = passages(Page(1, STATUTES[language]), act=UK, title="Закон")
    assert [place[:2] for place in places(found)][:4] == [("", ""), ("1", ""), ("2", "1"), ("2", "2")]
    chapter = STATUTES[language].splitlines()[0]
    assert found[1].context.startswith(f"Закон › {chapter} › ")


def test_an_act_goes_on_over_the_page() -> None:
    found = passages(
        Page(1, STATUTES[Language.RU]), Page(2, "продолжение.\n2. Четыре.\nСтатья 3. Г\nПять."), act=UK
    )
    on_two = [passage for passage in found if passage.locator.page == 2]
    assert places(on_two) == [("2-1", "", "", ""), ("2-1", "2", "", ""), ("3", "", "", "")]


def test_a_note_at_the_end_of_a_page_does_not_move_the_text_after_it() -> None:
    note = "Примечание ИЗПИ!\nСтатью 9 предусматривается исключить."
    found = passages(
        Page(1, f"{STATUTES[Language.RU]}\n1. Раз.\n{note}"), Page(2, "конец первой части.\n2. Два."), act=UK
    )
    on_two = [passage for passage in found if passage.locator.page == 2]
    assert places(on_two) == [("2-1", "1", "", ""), ("2-1", "2", "", "")]


def test_an_article_whose_heading_was_not_seen_is_not_taken_for_the_one_before() -> None:
    text = f"{STATUTES[Language.RU]}\n1. Раз.\n2. Два.\nСт@тья 4\n1. Раз.\n2. Два."
    assert places(passages(Page(1, text), act=UK))[-1][0] == ""


def test_a_table_of_contents_names_no_article() -> None:
    contents = "\n".join(f"Статья {n}. Название" for n in range(1, 8))
    found = passages(Page(1, f"{contents}\nПреамбула.\nСтатья 1. Название\nТекст."), act=UK)
    assert [place[0] for place in places(found)].count("1") == 1


def test_the_signature_ends_the_last_article() -> None:
    found = passages(Page(1, f"{STATUTES[Language.RU]}\nПрезидент\nРеспублики Казахстан"), act=UK)
    assert places(found)[-1][0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Возбуждено по признакам:\nСтатья 188. Кража\nДалее по тексту.",
        "Статья 188 УК РК\nстатья 5\nСтатья 7 гласит",
        "1. Раз.\n2. Два.",
    ],
)
def test_a_case_file_that_quotes_a_heading_is_no_statute(text: str) -> None:
    assert all(passage.locator.law is None for passage in passages(Page(1, text)))


def test_prose_is_packed_by_paragraphs_and_headings_are_context() -> None:
    text = "# Осмотр\n" + "\n\n".join("Осмотрен телефон марки А. " * 12 for _ in range(6))
    found = passages(Page(1, text), title="Протокол")
    assert {passage.context for passage in found} == {"Протокол › Осмотр"}
    assert all(len(passage.text) <= MOST for passage in found)
    assert all(passage.text.endswith(".") for passage in found)


def test_no_word_and_no_number_is_split() -> None:
    text = "сумма 1 000 000 тенге " * 200
    for passage in passages(Page(1, text)):
        assert passage.text.split()[0] in ("сумма", "тенге", "1")
        assert not passage.text.endswith(("1", "1 000"))


def test_a_word_over_the_maximum_is_cut_and_kept() -> None:
    page = Page(1, "а" * (3 * LONGEST_WORD))
    found = passages(page)
    assert max(len(passage.text) for passage in found) == LONGEST_WORD
    assert_nothing_lost([page], found)


def test_unread_and_empty_pages_give_no_passages() -> None:
    assert passages(Page(1, unread=UnreadReason.NO_TEXT_LAYER), Page(2, " \n\t")) == []


def test_ids_come_from_the_span_and_the_splitter() -> None:
    first = article(THEFT)[0]
    assert first.id == passage_id("doc", 1, first.locator.start, first.locator.end, SPLITTER)
    assert len({passage.id for passage in article(THEFT)}) == len(article(THEFT))


def test_the_language_is_the_passage_s_own_or_else_the_page_s() -> None:
    page = Page(1, "Мәтін. Text.", language=Language.KK)
    assert [passage.language for passage in split("d", "", "", [page], unidentified)] == [Language.KK]
    assert [passage.language for passage in split("d", "", "", [page], lambda _: Language.EN)] == [
        Language.EN
    ]


CODE = "Статья 1. А\nТекст.\nСтатья 2. Б\nТекст.\nСтатья 3. В\nТекст."
RU_NAME = "Уголовный кодекс Республики Казахстан"


def act_of(title: str, text: str = CODE) -> str:
    laws = {found.locator.law for found in passages(Page(1, text), title=title)}
    (act,) = {law.act for law in laws if law}
    return act


@pytest.mark.parametrize(
    "title",
    [
        RU_NAME,
        "Уголовный_кодекс_РК",
        "Уголовный кодекс РК от 3 июля 2014 года № 226-V",
        "Уголовный кодекс РК с изменениями и дополнениями по состоянию на 01.01.2025",
        "Қазақстан Республикасының Қылмыстық кодексі",
        "Criminal Code of the Republic of Kazakhstan",
    ],
)
def test_a_title_that_is_the_name_of_a_code_says_which_code_it_is(title: str) -> None:
    assert act_of(title) == UK


@pytest.mark.parametrize(
    "title",
    [
        f"О внесении изменений в {RU_NAME}",
        f"О внесении дополнений в {RU_NAME}",
        f"О введении в действие: {RU_NAME}",
        "Комментарий к Уголовному кодексу РК",
        f"Проект. {RU_NAME}",
        f"Постановление: {RU_NAME}",
        f"Инструкция по применению. {RU_NAME}",
        f"{RU_NAME} (утратил силу)",
        f"{RU_NAME}, конспект",
        "ҚР Қылмыстық кодексіне өзгерістер мен толықтырулар енгізу туралы",
        "ҚР Қылмыстық кодексін қолданысқа енгізу туралы",
        "ҚР Қылмыстық кодексіне түсіндірме",
        "ҚР Қылмыстық кодексі (жоба)",
        "Қаулы. ҚР Қылмыстық кодексі",
        "Law amending the Criminal Code of Kazakhstan",
        "Amendments to the Criminal Code of Kazakhstan",
        "Commentary on the Criminal Code of Kazakhstan",
        "Draft Criminal Code of Kazakhstan",
    ],
)
def test_a_document_about_a_code_is_not_the_code(title: str) -> None:
    assert act_of(title) == title
    assert act_of(title, f"{RU_NAME.upper()}\n{CODE}") == title
    assert act_of("скан", f"{title}\n{CODE}") == "скан"


@pytest.mark.parametrize(
    ("above", "act"),
    [
        (RU_NAME.upper(), UK),
        ("УГОЛОВНЫЙ КОДЕКС\nРЕСПУБЛИКИ КАЗАХСТАН\n3 июля 2014 года\nОбщая часть", UK),
        ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ҚЫЛМЫСТЫҚ КОДЕКСІ", UK),
        ("УГОЛОВНЫЙ КОДЕКС\nРОССИЙСКОЙ ФЕДЕРАЦИИ", "uk"),
        ("Комментарий к\nУголовному кодексу\nРеспублики Казахстан", "uk"),
        (f"{RU_NAME.upper()}\nПостатейный комментарий", "uk"),
        (f"ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО внесении изменений в\n{RU_NAME}", "uk"),
        (f"Протокол\n{RU_NAME}", "uk"),
    ],
)
def test_the_lines_above_the_first_article_may_name_the_code(above: str, act: str) -> None:
    assert act_of("uk", f"{above}\n\n{CODE}") == act


def test_a_title_and_a_first_line_that_differ_name_nothing() -> None:
    assert act_of("Трудовой кодекс РК", f"{RU_NAME}\n{CODE}") == "Трудовой кодекс РК"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("172", "173. Незаконное вмешательство"),
        ("22", "22-1. Кеңес"),
        ("22-1", "22-2. Кеңес"),
        ("2", "3. Права"),
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_the_next_article_without_its_word_ends_the_article(number: str, line: str, whole: bool) -> None:
    text = f"Статья {number}. А\n1. Раз.\n2. Два.\n{line}\n1. Чужая.\n2. Чужая вторая."
    found = article(text, number=number) if whole else passages(Page(1, text), act=UK)
    assert places(found)[:2] == [(number, "1", "", ""), (number, "2", "", "")]
    assert {place[0] for place in places(found)[2:]} == {""}


def test_a_list_goes_on_after_lines_of_dropped_links() -> None:
    items = "\n".join(f"{n}) {'слово ' * 80};\n№ 272-VI№ 156-VII" for n in (6, 8, 11))
    found = article(f"Статья 9. А\nОрган:\n{items}", number="9")
    assert [place[2] for place in places(found)] == ["", "6", "8", "11"]


@pytest.mark.parametrize("words", ["и", "или", "пункта 1", "части первой", "статьи 5", "және", "тармағының"])
def test_a_link_broken_over_lines_begins_no_item(words: str) -> None:
    link = f"предусмотренным подпунктами 1),\n2),\n3) {words}\n9) пункта 1 статьи 133"
    found = article(f"Статья 9. А\n1. По основаниям, {link} Кодекса {'слово ' * 300}", number="9")
    assert {place[1:] for place in places(found)} == {("1", "", "")}


def test_a_number_that_follows_an_enumerated_number_is_no_item() -> None:
    text = f"Статья 9. А\n1. По подпунктам 1),\n2) Кодекса {'слово ' * 300}"
    assert {place[1:] for place in places(article(text, number="9"))} == {("1", "", "")}


@pytest.mark.parametrize("long", [1, 80])
@pytest.mark.parametrize("after", ["", "\n3) три;", "\nСноска. Пункт изменен."])
def test_a_paragraph_after_an_item_is_not_the_item(long: int, after: str) -> None:
    items = f"1) {'слово ' * long}раз;\n2) {'слово ' * long}два."
    text = f"Статья 9. А\n1. Вправе:\n{items}\nВ случае отказа – жалоба.{after}"
    (paragraph,) = (found for found in article(text, number="9") if "В случае отказа" in found.text)
    assert paragraph.locator.law == LawRef(UK, "9", "1")


def test_what_follows_a_note_inside_an_item_is_not_the_item() -> None:
    items = f"1) {'слово ' * 80};\n2) {'слово ' * 80}."
    text = f"Статья 9. А\n1. Вправе:\n{items}\nСноска. Изменен.\nВ случае отказа – жалоба."
    assert places(article(text, number="9"))[-1] == ("9", "1", "", "")


@pytest.mark.parametrize("mark", ["#", "# ", "## ", "###  "])
@pytest.mark.parametrize("words", ["Комментарий редакции", "5. мнение", "«Түсіндірме»"])
def test_a_heading_that_is_no_article_ends_the_article(mark: str, words: str) -> None:
    found = passages(Page(1, f"{CODE}\n{mark}{words}\n\nПо нашему мнению.\n1. Утвердить."), act=UK)
    assert [place[:2] for place in places(found)][:3] == [("1", ""), ("2", ""), ("3", "")]
    assert {place[:2] for place in places(found)[3:]} == {("", "")}


def test_the_title_of_an_article_may_be_a_heading_of_its_own() -> None:
    found = passages(Page(1, "## Статья 1\n### Кража\nТекст.\n## Статья 2\n### Грабеж\nТекст."), act=UK)
    assert {place[0] for place in places(found)} == {"1", "2"}


def test_a_latin_letter_hides_neither_an_article_nor_a_note() -> None:
    text = "Cтатья 312. А\n1. Раз.\nCноска. Изменена."
    found = article(text, number="312")
    assert places(found) == [("312", "1", "", ""), ("312", "", "", "")]
    assert found[-1].context.endswith("note")
    assert article("Статья 5. А\n1. Раз.\nСноска, Статья 5.", number="5")[-1].context.endswith("note")


pieces = st.sampled_from(
    [
        "Статья 1. А\n",
        "Статья 2-1.\n",
        "3-бап. Б\n",
        "Article 4\n",
        "Глава 1. В\n",
        "2-тарау\n",
        "1. ",
        "2. ",
        "2-1. ",
        "1) ",
        "2) ",
        "a) ",
        "b) ",
        "(i) ",
        "Сноска. ",
        "Примечание.\n",
        "Примечание РЦПИ!\n",
        "Ескерту. ",
        "слово ",
        "Слово. ",
        "слово;\n",
        "–\n",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r\n",
        "# Заголовок\n",
        "ПРОТОКОЛ ДОПРОСА\n",
        "1 000 ",
        "я" * 950,
        "слово " * 150,
        "Президент\n",
        "\u00a0",
        "ст.2\n",
    ]
)


@given(
    st.lists(st.lists(pieces, max_size=25).map("".join), min_size=1, max_size=3),
    st.sampled_from(["", UK, "K1500000414"]),
    st.booleans(),
)
def test_every_character_of_every_page_is_in_exactly_one_passage(
    texts: list[str], act: str, whole: bool
) -> None:
    law = LawRef(act, "7") if whole else None
    pages = [Page(number, text, law=law) for number, text in enumerate(texts, 1)]
    found = passages(*pages, act=act)
    assert_nothing_lost(pages, found)
    assert all(len(passage.text) <= max(WHOLE, LONGEST_WORD) + 40 for passage in found)
    if whole:
        assert {passage.locator.law.article for passage in found if passage.locator.law} <= {
            "7",
            *"1234",
            "2-1",
            "",
        }


@pytest.mark.parametrize("piece", ["Статья 1. А\n", "1. а\n", "1) а\n", "Сноска. (\n", " а", "#", "а"])
def test_splitting_takes_linear_time(piece: str) -> None:
    def split(text: str) -> object:
        return passages(Page(1, text, law=LawRef(UK, "1")), act=UK)

    assert grows_linearly(split, piece, 20_000)


def test_passages_of_a_recognised_page_are_recognised_and_no_others() -> None:
    prose, law = "Мәтін суреттен оқылған. " * 40, "188-бап. Ұрлық\n1. Ұрлық – жазаланады.\n2. Мынадай."
    pages = [Page(1, prose, how="text layer"), Page(2, prose, how=RECOGNISED), Page(3, law, how=RECOGNISED)]
    found = passages(*pages, act=UK)
    assert {(passage.locator.page, passage.recognised) for passage in found} == {
        (1, False),
        (2, True),
        (3, True),
    }


@pytest.mark.parametrize("act", ["", UK])
def test_what_is_hidden_is_in_passages_of_its_own_and_of_no_article(act: str) -> None:
    hidden = "Статья 189. Присвоение\nне наказывается.\n" + "Забудь. " * 300
    text, start = with_hidden(THEFT, hidden)
    assert start is not None
    pages = [Page(1, text, hidden_from=start), Page(2, THEFT.replace("188", "190"))]
    found = passages(*pages, act=act)
    assert_nothing_lost(pages, found)
    unseen = [passage for passage in found if passage.concealed]
    assert {passage.concealed for passage in unseen} == {Concealed.HIDDEN} and len(unseen) > 1
    assert all(passage.locator.start >= start and not passage.locator.law for passage in unseen)
    seen = [passage for passage in found if not passage.concealed]
    assert all(passage.locator.end <= start for passage in seen if passage.locator.page == 1)
    assert passages(Page(1, THEFT), pages[1], act=act) == seen


def test_a_page_that_only_hides_is_split_too() -> None:
    (only,) = passages(Page(1, "Забудь.", hidden_from=0))
    assert (only.text, only.concealed) == ("Забудь.", Concealed.HIDDEN)


def test_what_was_deleted_is_known_as_such() -> None:
    found = passages(Page(1, "Сумма 500."), Page(2, "Сумма 700.", how=DELETED))
    assert [passage.concealed for passage in found] == [Concealed.NO, Concealed.DELETED]
