import pytest

from assistant.common import common
from assistant.names import Names, names, skeleton
from casefile.language import Language

TEXT = Names(["Подозреваемый Касымов Ербол, г. Алматы; Сидоров А.К.; свидетель Гүлнұр Ахметқызы; Telegram"])


@pytest.mark.parametrize(
    "name",
    ["Қасымовтың", "Касымову", "Kasymov", "Алматыда", "Almaty", "Сидорова", "Ерболға", "Гүлнұрдың", "А"],
)
def test_a_name_is_known_in_every_case_and_script(name: str) -> None:
    assert TEXT.hold(name)


@pytest.mark.parametrize(
    "name", ["Иванов", "Касым", "Касымбеков", "Сидоренко", "Ержан", "Алма", "Б", "Гүлнар"]
)
def test_another_name_is_not_known(name: str) -> None:
    assert not TEXT.hold(name)


def test_a_name_inside_an_address_is_no_common_word() -> None:
    assert not Names(["пишите на akhmetov@example.kz, e.akhmetov.kz или @akhmetov"]).use("Ахметов")
    assert Names(["дверь взломана."]).use("Взломана")


@pytest.mark.parametrize("spelling", ["Қасымов", "Касымов", "Kasymov", "Qasymov", "Kassymov"])
def test_spellings_of_one_name_meet(spelling: str) -> None:
    assert skeleton(spelling) == "kasimov"


def test_latin_words_in_cyrillic_text_are_doubted_as_names() -> None:
    assert [name.word for name in names("он взял iphone", Language.RU)] == ["iphone"]
    assert not list(names("he took a phone", Language.EN))


def test_the_first_word_of_a_sentence_is_marked() -> None:
    found = {name.word: name.opens for name in names("Касымов пришел. Сидоров ушел к Ахметову.", Language.RU)}
    assert found == {"Касымов": True, "Сидоров": True, "Ахметову": False}


@pytest.mark.parametrize("name", ["Aigul", "Marat", "Damir", "Erlan"])
def test_a_latin_name_that_opens_a_sentence_is_no_common_word(name: str) -> None:
    assert not common(name, Language.EN)
    assert common("Witness", Language.EN)


@pytest.mark.parametrize(
    ("said", "written"), [("Тілеубаев", "Tleubaev"), ("Тлеубаев", "Tileubaev"), ("Tleubayev", "Тілеубаев")]
)
def test_an_i_may_be_left_out_in_another_language(said: str, written: str) -> None:
    assert Names([f"… {written} …"]).spell(said)
    assert not Names(["… Талубаев …"]).spell(said)
