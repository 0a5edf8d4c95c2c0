"""What the original does not show is told of and proves nothing, in every language."""

import json
from dataclasses import replace

import pytest

from assistant.verdict import Proposed, Quoted, Reason
from assistant.verify import verify
from casefile.answer import Unseen
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.passage import Concealed
from casefile.search import Hit
from prompts.render import phrase
from tests.assistant.material import answer, make_hit
from ui.contract import answer_json
from ui.speech import say
from ui.web.cards import cards
from vectorstore.twins import gathered

KK, RU, EN = Language.KK, Language.RU, Language.EN
SHOWN = {
    KK: "Сөмке 14 ақпанда дүкеннің қоймасынан табылды.",
    RU: "Сумка найдена 14 февраля на складе магазина.",
    EN: "The bag was found on 14 February in the store of the shop.",
}
UNSHOWN = {
    KK: "Сөмке 15 ақпанда Асқар Оспановтың үйінен табылды.",
    RU: "Сумка найдена 15 февраля дома у Аскара Оспанова.",
    EN: "The bag was found on 15 February at the home of Askar Ospanov.",
}
QUESTION = {KK: "Сөмке қай жерден табылды?", RU: "Где найдена сумка?", EN: "Where was the bag found?"}
WHY = [Concealed.HIDDEN, Concealed.DELETED]


def concealed(language: Language, why: Concealed, *, start: int = 100) -> Hit:
    hit = make_hit(UNSHOWN[language], language, title="Рапорт", start=start, score=0.9, evidence=0.9)
    return replace(hit, passage=replace(hit.passage, concealed=why))


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize("language", SPOKEN)
def test_an_answer_quotes_only_what_is_shown_and_tells_of_the_rest(
    language: Language, why: Concealed
) -> None:
    hit = concealed(language, why)
    told = answer(QUESTION[language], [hit, make_hit(SHOWN[language], language, title="Протокол")])
    assert [citation.quote for citation in told.citations] == [SHOWN[language]]
    assert told.unseen == (Unseen(hit.document.id, hit.passage.id, why),)
    [notice] = [one for one in told.notices if "Рапорт" in one]
    assert notice == phrase(
        f"concealed_{why}", language, places=notice[notice.index("(") + 1 : notice.index(")")]
    )
    assert json.loads(json.dumps(answer_json(told)))["unseen"] == [
        {"document": hit.document.id, "passage": hit.passage.id, "why": why}
    ]


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize("language", SPOKEN)
def test_where_nothing_else_is_found_the_answer_is_a_refusal(language: Language, why: Concealed) -> None:
    told = answer(QUESTION[language], [concealed(language, why)])
    assert told.refused and not told.citations and told.unseen
    assert any("Рапорт" in notice for notice in told.notices)


@pytest.mark.parametrize("language", SPOKEN)
def test_a_quote_that_nobody_sees_proves_nothing(language: Language) -> None:
    hit = concealed(language, Concealed.HIDDEN)
    proposed = Proposed(UNSHOWN[language], (Quoted(hit.passage.id, UNSHOWN[language]),))
    checked = verify(proposed, {hit.passage.id: hit}, language)
    assert [doubt.reason for doubt in checked.doubts] == [Reason.CONCEALED]
    assert say("doubt.concealed", language)


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize("language", SPOKEN)
def test_a_card_says_that_the_original_does_not_show_it(language: Language, why: Concealed) -> None:
    remark = say(f"source.{why}", language)
    assert remark in cards([concealed(language, why)], [], language)
    assert remark not in cards([make_hit(SHOWN[language], language)], [], language)


def test_the_same_words_shown_and_hidden_are_two_sources() -> None:
    shown, hidden = make_hit(SHOWN[RU], RU, title="а"), make_hit(SHOWN[RU], RU, title="б")
    assert len(gathered([shown, hidden])) == 1
    hidden = replace(hidden, passage=replace(hidden.passage, concealed=Concealed.HIDDEN))
    assert len(gathered([shown, hidden])) == 2


def test_a_deleted_article_is_no_text_of_the_law() -> None:
    ru, kk = (make_hit(SHOWN[one], one, kind=CollectionKind.LAW, law=None) for one in (RU, KK))
    from casefile.lawref import LawRef

    at = replace(ru.passage.locator, law=LawRef("K1400000226", "188", "1"))
    ru, kk = (replace(hit, passage=replace(hit.passage, locator=at)) for hit in (ru, kk))
    assert len(gathered([ru, kk])) == 1
    kk = replace(kk, passage=replace(kk.passage, concealed=Concealed.DELETED))
    assert len(gathered([ru, kk])) == 2
