import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import prompts
from casefile.language import SPOKEN, Language
from prompts.render import PromptInvalid, phrase, render

FOLDER = Path(prompts.__file__).parent
NAMES = sorted(path.stem for path in (FOLDER / "en").glob("*.txt"))
BLANK = re.compile(r"\{([a-z_]+)\}")
ASKED = {"marker": "===", "evidence": "[P1] text", "ids": "P1", "question": "?"}


def phrases(language: Language) -> dict[str, str]:
    return tomllib.loads((FOLDER / language / "phrases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_has_the_same_phrases_with_the_same_blanks(language: Language) -> None:
    blanks = {key: set(BLANK.findall(text)) for key, text in phrases(language).items()}
    assert blanks == {key: set(BLANK.findall(text)) for key, text in phrases(Language.EN).items()}
    assert all(text.strip() for text in phrases(language).values())


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("name", NAMES)
def test_every_language_has_the_same_prompts_with_the_same_blanks(language: Language, name: str) -> None:
    text = (FOLDER / language / f"{name}.txt").read_text(encoding="utf-8")
    assert set(BLANK.findall(text)) == set(BLANK.findall((FOLDER / "en" / f"{name}.txt").read_text()))


@pytest.mark.parametrize("language", SPOKEN)
def test_the_question_comes_after_the_evidence(language: Language) -> None:
    text = render("question", language, **ASKED | {"question": "WHO", "evidence": "EVIDENCE"})
    assert text.index("EVIDENCE") < text.index("WHO")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_missing_value_is_named(language: Language) -> None:
    with pytest.raises(PromptInvalid, match="evidence"):
        render("question", language, **{key: value for key, value in ASKED.items() if key != "evidence"})
    with pytest.raises(PromptInvalid, match="pages"):
        phrase("unread", language)


def test_what_does_not_exist_is_named() -> None:
    with pytest.raises(PromptInvalid, match="nothing"):
        phrase("nothing", Language.KK)
    with pytest.raises(PromptInvalid, match="nothing"):
        render("nothing", Language.KK)
    with pytest.raises(PromptInvalid, match="und"):
        phrase("unread", Language.UND, pages=1)
    with pytest.raises(PromptInvalid, match="page_count"):
        phrase("unread", Language.RU, pages=1, page_count=1)


@given(value=st.text() | st.sampled_from(["{ids}", "{question}", "{marker}{evidence}", "\\1"]))
def test_a_value_cannot_bring_blanks_of_its_own(value: str) -> None:
    assert value in render("question", Language.RU, **ASKED | {"evidence": value})
