"""Evidence on the page: escaped, quotes marked exactly, refusals calm, nothing but our own buttons."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.answer import Claim, Disagreement, Matter, Verdict
from casefile.document import DELETED, Page, with_hidden
from casefile.errors import FileEncrypted
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from ingest.outcome import Failed, Indexed, Unchanged
from tests.ui.web.conftest import CASE, LAW, QUOTE, TEXT, answer, cite, hit
from ui.speech import say
from ui.web.cards import cards, place, whole_page
from ui.web.render import answered, composing, outcome_line, problem
from ui.web.text import Quoted, marked, shown

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[link](http://example.org)",
    "![image](http://example.org/x.png)",
    "${7*7} {{7*7}}",
    "&lt;b&gt;",
]
TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
OURS = {
    "b",
    "blockquote",
    "button",
    "details",
    "div",
    "figcaption",
    "figure",
    "footer",
    "h2",
    "h3",
    "mark",
    "p",
    "section",
    "span",
    "strong",
    "summary",
}


def plain(html: str) -> str:
    """The text a person would read and copy."""
    return unescape(TAG.sub("", html))


def marks(html: str) -> list[str]:
    return [plain(piece) for piece in re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    assert TAG.search(shown(text, Language.EN)) is None
    assert plain(shown(text, Language.EN)) == text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", SPOKEN)
def test_only_our_own_elements_reach_the_page(text: str, language: Language) -> None:
    found = hit(f"{text} {QUOTE}", title=text)
    citation = cite(1, found, QUOTE)
    claim = Claim(f"{text} said", Verdict.SUPPORTED, (1,))
    given_answer = replace(
        answer(claim, citations=[citation], notices=[text]),
        disagreements=(Disagreement((1, 1), Matter.TIME, ("21:30", text)),),
    )
    html = answered(given_answer, language) + cards([found], [citation], language)
    elements = {element for _, element, _ in TAG.findall(html)}
    attributes = " ".join(rest for _, _, rest in TAG.findall(html))
    outside_quotes = re.sub(r'"[^"]*"', '""', attributes)
    assert elements <= OURS
    assert not re.search(r"\b(on\w+|src|href|style)=", outside_quotes)


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\x1b", "\x00"])
def test_a_hidden_character_shows_as_its_code(char: str) -> None:
    html = shown(f"a{char}b", Language.EN)
    assert char not in html
    assert f'data-code="U+{ord(char):04X}"' in html


def test_line_breaks_and_soft_hyphens_are_left_alone() -> None:
    assert shown("а\n\tб\u00adв", Language.KK) == "а\n\tб\u00adв"


def test_the_quote_is_marked_exactly() -> None:
    start = TEXT.index(QUOTE)
    assert marks(marked(TEXT, [Quoted(start, start + len(QUOTE), 1)], Language.KK)) == [QUOTE]


def test_a_quote_is_marked_at_its_place_in_the_page_not_in_the_passage() -> None:
    found = hit(start=500)
    assert marks(cards([found], [cite(1, found, QUOTE)], Language.RU)) == [QUOTE]


def test_overlapping_quotes_share_their_marks() -> None:
    html = marked("abcdef", [Quoted(0, 4, 1), Quoted(2, 6, 2)], Language.EN)
    assert re.findall(r'data-n="([\d ]+)">(\w+)<', html) == [("1", "ab"), ("1 2", "cd"), ("2", "ef")]


@given(st.text(alphabet="аб<&\n\"' ", min_size=1), st.data())
def test_marking_changes_no_text(text: str, data: st.DataObject) -> None:
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=4))
    html = marked(text, [Quoted(a, b, n) for n, (a, b) in enumerate(spans, 1)], Language.EN)
    assert plain(html) == text
    assert "".join(marks(html)) == "".join(
        char for i, char in enumerate(text) if any(a <= i < b for a, b in spans)
    )


@pytest.mark.parametrize("language", SPOKEN)
def test_cited_sources_come_first_in_the_order_of_their_numbers(language: Language) -> None:
    first, second, third = hit("Бір."), hit("Екі."), hit("Үш.")
    html = cards([first, second, third], [cite(1, third, "Үш."), cite(2, first, "Бір.")], language)
    assert re.findall(r'data-cites="([\d ]*)"', html) == ["1", "2", ""]
    assert html.index(say("web.cited", language)) < html.index(say("web.uncited", language, count=1))


def test_a_law_is_placed_by_its_article() -> None:
    found = hit(collection=LAW, law=LawRef("K1400000226", "188", "2"))
    assert "188" in place(found, Language.KK)


def test_a_law_is_headed_by_its_article_and_a_file_by_its_title() -> None:
    law, file = hit(collection=LAW, law=LawRef("K1400000226", "188", "2")), hit()
    headings = re.findall(r'class="title">([^<]*)<', cards([law, file], [], Language.RU))
    assert headings == [place(law, Language.RU), "Арыз"]


def test_a_case_file_cannot_speak_as_law() -> None:
    found = hit(collection=CASE, law=LawRef("K1400000226", "188", "2"))
    assert place(found, Language.KK) == "2-бет"


def test_one_file_in_two_collections_is_two_sources() -> None:
    html = cards([hit(collection=CASE), hit(collection=LAW)], [], Language.KK)
    assert html.count("<details") == 2


@pytest.mark.parametrize("language", SPOKEN)
def test_a_citation_button_says_where_it_leads(language: Language) -> None:
    found = hit()
    claim = Claim(QUOTE, Verdict.SUPPORTED, (1,))
    html = composing(1, [claim], [cite(1, found, QUOTE)], Language.KK, language)
    label = say("web.citation", language, n=1, title="Арыз", place=place(found, language))
    assert f'aria-label="{label}"' in html


@pytest.mark.parametrize("language", SPOKEN)
def test_an_unsupported_claim_is_marked_not_confirmed(language: Language) -> None:
    html = answered(answer(Claim("Болжам.", Verdict.UNSUPPORTED, ())), language)
    assert say("web.unconfirmed", language) in html


@pytest.mark.parametrize("language", SPOKEN)
def test_a_refusal_looks_like_a_refusal_and_says_what_was_searched(language: Language) -> None:
    html = answered(answer(notices=["Қаралды: Іс 2026-14.", "Оқылмаған беттер: 3."]), language)
    assert 'class="refusal"' in html and say("web.refused", language) in html
    assert "Іс 2026-14" in html and "Оқылмаған беттер: 3." in html
    assert "claim" not in html


def test_a_problem_interrupts() -> None:
    assert 'role="alert"' in problem("Сұрақ бос.", Language.KK)


def test_the_whole_page_marks_the_quote_within_the_passage() -> None:
    page = Page(2, f"Басы. {TEXT} Жалғасы.")
    start = page.text.index(QUOTE)
    html = whole_page(page, (6, 6 + len(TEXT)), [Quoted(start, start + len(QUOTE), 1)], Language.KK)
    assert marks(html) == [QUOTE]
    assert plain(html) == page.text


@pytest.mark.parametrize("language", SPOKEN)
def test_the_whole_page_says_where_the_hidden_text_begins(language: Language) -> None:
    text, start = with_hidden(TEXT, QUOTE)
    remark = say("source.hidden", language)
    for span in ((0, len(TEXT)), (start or 0, len(text))):
        told = plain(whole_page(Page(1, text, hidden_from=start), span, [], language))
        assert told == f"{text[:start]}{remark}{text[start:]}"
    assert plain(whole_page(Page(1, text, hidden_from=0), (0, len(text)), [], language)) == remark + text
    deleted = whole_page(Page(2, text, how=DELETED), (0, len(TEXT)), [], language)
    assert plain(deleted) == say("source.deleted", language) + text


def test_an_unread_page_says_why() -> None:
    html = whole_page(Page(1, unread="no_text_layer"), (0, 0), [], Language.EN)
    assert say("unread.no_text_layer", Language.EN) in html


@pytest.mark.parametrize("language", SPOKEN)
def test_every_outcome_of_a_file_is_told_with_its_name(language: Language) -> None:
    indexed = outcome_line(Indexed("upload-1/а.pdf", "d", 3, 1, 12), language)
    assert "а.pdf" in indexed and "upload-1" not in indexed
    assert say("web.upload_unread", language, unread=1) in indexed
    assert say("web.upload_unchanged", language) in outcome_line(Unchanged("а.pdf", "d"), language)


@pytest.mark.parametrize("language", SPOKEN)
def test_a_failed_file_is_explained_without_repeating_its_name(language: Language) -> None:
    html = outcome_line(Failed("а.pdf", FileEncrypted(path="а.pdf")), language)
    assert html.count("а.pdf") == 1 and say("web.upload_failed", language) in html
