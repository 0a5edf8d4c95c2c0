import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reply import ReplyReader
from assistant.verdict import Proposed, Quoted

CLAIM = {"text": 'Скобки } и { и "кавычки" \\ внутри', "quotes": [{"id": "P1", "quote": "слова } фрагмента"}]}
READ = Proposed(CLAIM["text"], (Quoted("P1", "слова } фрагмента"),))  # type: ignore[arg-type]  # text is a str
WHOLE = json.dumps({"claims": [CLAIM, CLAIM]}, ensure_ascii=False)


def read(text: str, piece: int = 5) -> list[Proposed]:
    reader = ReplyReader()
    return [found for at in range(0, len(text), piece) for found in reader.feed(text[at : at + piece])]


@pytest.mark.parametrize("piece", [1, 3, 1000])
@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f'Here is "the answer" you {{asked}} for: {WHOLE} Hope it helps }}',
        json.dumps({"claims": [CLAIM, CLAIM]}),
        json.dumps([CLAIM, CLAIM], indent=2),
        f"<think>maybe {json.dumps(CLAIM)}</think>\n{WHOLE}",
        WHOLE[:-2] + ', {"text": "broken off in the mid',
    ],
    ids=["plain", "fence", "prose", "escaped", "list", "thoughts", "truncated"],
)
def test_complete_claims_are_read(text: str, piece: int) -> None:
    assert read(text, piece) == [READ, READ]


def test_a_claim_is_given_as_soon_as_it_is_closed() -> None:
    reader = ReplyReader()
    assert list(reader.feed('{"claims":[' + json.dumps(CLAIM))) == [READ]


def test_an_empty_list_is_told_from_noise() -> None:
    reader = ReplyReader()
    assert not list(reader.feed('{"claims": []}')) and reader.empty
    noisy = ReplyReader()
    assert not list(noisy.feed("{[}]")) and not noisy.empty


@pytest.mark.parametrize(
    "text",
    [
        '{"text": 5, "quotes": []}',
        '{"text": "a"}',
        '{"text": " ", "quotes": []}',
        "{" * 5000 + "}" * 5000,
        '{"a":' * 3000,
    ],
)
def test_what_has_not_our_form_is_no_claim(text: str) -> None:
    assert read(text, 1000) == []


def test_half_a_surrogate_does_not_reach_the_record() -> None:
    [found] = read('{"text": "a \\ud800 b", "quotes": []}')
    found.text.encode("utf-8")


@given(st.text(alphabet='{}[]",:\\textquoesid P1<>/hk', max_size=200), st.integers(1, 9))
def test_noise_never_breaks_the_reader(text: str, piece: int) -> None:
    read(text, piece)
