from hypothesis import given
from hypothesis import strategies as st

from assistant.normal import fold, places, whole_words
from tests.assistant.material import FRAUD_RU, GUIDANCE_EN, STATEMENT_KK, STATEMENT_RU, THEFT_KK, THEFT_RU

TEXTS = (THEFT_RU, THEFT_KK, FRAUD_RU, STATEMENT_RU, STATEMENT_KK, GUIDANCE_EN)
TEXT = st.sampled_from(TEXTS) | st.text(max_size=80)


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a span of it that begins and ends between words."""
    text = draw(TEXT.filter(str.strip))
    borders = [at for at in range(len(text) + 1) if whole_words(text, at, at)]
    start, end = sorted((draw(st.sampled_from(borders)), draw(st.sampled_from(borders))))
    return text, start, end


@given(slices())
def test_a_verbatim_slice_is_located_at_its_offsets(taken: tuple[str, int, int]) -> None:
    text, start, end = taken
    if text[start:end].strip():
        assert (start, end) in list(places(text[start:end], text))


@given(slices())
def test_what_is_located_first_reads_the_same(taken: tuple[str, int, int]) -> None:
    text, start, end = taken
    for a, b in list(places(text[start:end], text))[:1]:
        assert text[a:b] == text[start:end]


@given(TEXT)
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))


@given(st.sampled_from(TEXTS), st.data())
def test_spaces_hyphens_case_and_yo_do_not_hide_a_quote(text: str, data: st.DataObject) -> None:
    space = data.draw(st.sampled_from([" ", "\n", "  \n ", "\u00a0", "\t"]))
    changed = text.replace(" ", space)
    changed = data.draw(st.sampled_from([changed, changed.upper(), changed.replace("е", "ё")]))
    at = data.draw(st.integers(0, len(changed)))
    changed = changed[:at] + data.draw(st.sampled_from(["\u00ad", "\u200b", ""])) + changed[at:]
    assert (0, len(text)) in list(places(changed, text))


@given(st.sampled_from(TEXTS), st.integers(0, 9), st.data())
def test_a_quote_with_another_digit_is_not_found(text: str, digit: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert not list(places(text[:at] + str(digit) + text[at:], text))


def test_a_word_torn_at_the_end_of_a_line_is_whole() -> None:
    assert list(places("бағдарламалық лог-деректер", "бағдарламалық лог-\n\nдеректер")) == [(0, 28)]


def test_a_hyphen_between_digits_counts() -> None:
    assert not list(places("статья 1901", "статья 190-1"))


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert list(places("чужой йод", "чужои\u0306 и\u0306од")) == [(0, 11)]


def test_a_part_of_a_word_is_no_whole_word() -> None:
    assert not whole_words("незаконно", 2, 9)
    assert not whole_words("не\u00adзаконно", 3, 10)
    assert whole_words("это законно", 4, 11)
