"""What a statement leaves out, turns or puts elsewhere, though each of its words stands in the quote."""

from collections.abc import Callable, Iterable, Sequence

import pytest

from assistant.anchors import counted_from
from assistant.apposed import named_later, of_head
from assistant.conditions import excepted_too, half_conditional, unconditional
from assistant.denials import exchanged_denials, no_obstacle_to, not_without
from assistant.events import of_other_number
from assistant.sequence import done_only_then
from assistant.shares import of_some
from assistant.since import of_lower_post
from assistant.spoken import Spoken
from assistant.supposed import duty_or_advice, established_by_word
from assistant.unsettled import not_to_be_told
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN
Check = Callable[[str, Language, Sequence[Spoken]], Iterable[str]]

# A check, a statement that it finds fault with, the quote, and a statement that it leaves.
ROWS: list[tuple[Check, Language, str, Language, str, str]] = [
    (
        unconditional,
        RU,
        "Покупатель освобождает дом в течение пяти дней.",
        RU,
        "Покупатель освобождает дом в течение пяти дней лишь после возврата всей цены.",
        "После возврата цены покупатель освобождает дом в течение пяти дней.",
    ),
    (
        half_conditional,
        EN,
        "A keeper who returned the horses to the owner is freed from liability.",
        EN,
        "A keeper is freed from liability if he returned the horses to the owner and told the police.",
        "A keeper is freed from liability if he returned the horses and told the police.",
    ),
    (
        excepted_too,
        RU,
        "Кладовщик ключа не имел.",
        RU,
        "Никто, кроме кладовщика, ключа не имел.",
        "Ключ был только у кладовщика.",
    ),
    (
        counted_from,
        KK,
        "Айыппұл қаулы шығарылған күннен бастап отыз күнде төленеді.",
        KK,
        "Айыппұл қаулы күшіне енген күннен бастап отыз күнде төленеді.",
        "Айыппұлды қаулы күшіне енген күннен бастап отыз күнде төлейді.",
    ),
    (
        counted_from,
        EN,
        "An appeal is filed within ten days from the day on which the ruling was made.",
        RU,
        "Жалоба подаётся в течение десяти дней со дня вручения копии постановления.",
        "An appeal is filed within ten days from the day on which a copy was served.",
    ),
    (
        of_lower_post,
        RU,
        "Старшим механиком он был с 4 мая 2015 года.",
        KK,
        "2015 жылғы 4 мамырда механик болып қабылданды. 2018 жылғы 6 маусымда аға механик болып болды.",
        "Старшим механиком он работал с 6 июня 2018 года.",
    ),
    (
        of_head,
        RU,
        "Жунусов при вскрытии склада не присутствовал.",
        RU,
        "Со слов Жунусова, об этом сказала Ким, которая при вскрытии склада не присутствовала.",
        "Со слов Жунусова, Ким при вскрытии склада не присутствовала.",
    ),
    (
        named_later,
        EN,
        "The tramadol was found in Omarov's suitcase under the lining.",
        EN,
        "The passenger said that she was Madina Kim. Under the lining of the suitcase tramadol was found. "
        "The conductor Omarov signed.",
        "The tramadol was found in Kim's suitcase under the lining.",
    ),
    (
        of_some,
        EN,
        "In nine barrels diesel was found under a layer of water.",
        EN,
        "The load was nine barrels. He opened three of them. Diesel was found under a layer of water.",
        "The load was nine barrels.",
    ),
    (
        done_only_then,
        EN,
        "The judge reviewed the lawfulness of the search before the prosecutor had been informed.",
        EN,
        "The prosecutor was informed the next day. The file came to court on 5 May, and only then was the "
        "lawfulness of the search reviewed.",
        "The prosecutor was informed before the judge reviewed the lawfulness of the search.",
    ),
    (
        exchanged_denials,
        RU,
        "Обвиняемый знает казахский язык, и в переводчике он не нуждается.",
        RU,
        "Обвиняемый казахского языка не знает, и он нуждается в переводчике.",
        "Обвиняемый не знает казахского языка, и он нуждается в переводчике.",
    ),
    (
        not_without,
        EN,
        "It was done without the knowledge of the head.",
        RU,
        "Это сделано не без ведома руководителя.",
        "It was done with the knowledge of the head.",
    ),
    (
        no_obstacle_to,
        RU,
        "Примирение не мешает считать лицо судимым.",
        RU,
        "Лицо после примирения судимым не считается.",
        "После примирения лицо не считается судимым.",
    ),
    (
        of_other_number,
        EN,
        "The case that was suspended bears the number 224711031000397.",
        RU,
        "Дело № 224711031000412 приостановлено. Оно выделено из дела № 224711031000397.",
        "The case that was suspended bears the number 224711031000412.",
    ),
    (
        duty_or_advice,
        EN,
        "The company must move the pallets within ten days.",
        EN,
        "The company is advised to move the pallets. The company must replace the detector within ten days.",
        "The company must replace the detector within ten days.",
    ),
    (
        established_by_word,
        RU,
        "Установлено, что коров вывезли на грузовике ночью.",
        RU,
        "Сосед пояснил, что ночью слышал грузовик, на котором могли вывезти коров.",
        "Сосед слышал ночью грузовик.",
    ),
    (
        not_to_be_told,
        RU,
        "Брат к краже непричастен.",
        KK,
        "«Ағамның ұрлыққа қатысы жоқ деп айта алмаймын», — деді ол.",
        "Он не может утверждать, что брат к краже непричастен.",
    ),
]


@pytest.mark.parametrize(("check", "language", "wrong", "tongue", "quote", "right"), ROWS)
def test_a_rule_is_told_whole(
    check: Check, language: Language, wrong: str, tongue: Language, quote: str, right: str
) -> None:
    assert list(check(wrong, language, [(quote, tongue)]))
    assert not list(check(right, language, [(quote, tongue)]))
