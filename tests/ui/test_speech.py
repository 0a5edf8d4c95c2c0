"""What the program says: complete, alike and spelt properly in three languages."""

import ast
import json
import re
import string
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verdict import Reason
from casefile.collection import CollectionKind
from casefile.document import DocumentState, UnreadReason
from casefile.errors import (
    CollectionKindDiffers,
    DalelError,
    FileEncrypted,
    FileRefused,
    FileUnreadable,
    RequestRefused,
    StoreUnusable,
)
from casefile.language import SPOKEN, Language
from ui.speech import explain, hidden, printable, printable_json, say, sentences
from vectorstore.model_folder import Backend

UI = Path(__file__).parents[2] / "ui"
KAZAKH_ONLY = set("әғқңөұүһі")


def every_error(root: type[DalelError] = DalelError) -> list[type[DalelError]]:
    return [root, *(error for child in root.__subclasses__() for error in every_error(child))]


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_has_the_same_keys(language: Language) -> None:
    assert sentences(language).keys() == sentences(Language.EN).keys()


@pytest.mark.parametrize("language", SPOKEN)
def test_every_sentence_has_the_same_blanks_in_every_language(language: Language) -> None:
    english = sentences(Language.EN)
    differing = [key for key, said in sentences(language).items() if blanks(said) != blanks(english[key])]
    assert differing == []


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("error", every_error())
def test_every_error_has_a_sentence(error: type[DalelError], language: Language) -> None:
    assert f"error.{error.code}" in sentences(language)


@pytest.mark.parametrize("error", every_error())
def test_every_sentence_of_an_error_asks_only_for_facts_the_error_documents(error: type[DalelError]) -> None:
    documented = " ".join(cls.__doc__ or "" for cls in error.__mro__ if issubclass(cls, DalelError))
    if error in (DalelError, StoreUnusable, RequestRefused):
        documented += " reason"  # its own code, where nobody gave one
    assert all(blank in documented for blank in blanks(sentences(Language.EN)[f"error.{error.code}"]))


@pytest.mark.parametrize("language", SPOKEN)
def test_every_reason_and_kind_has_a_word(language: Language) -> None:
    keys = {f"unread.{reason}" for reason in UnreadReason}
    keys |= {f"{table}.{kind}" for kind in CollectionKind for table in ("kind", "kinds")}
    keys |= {f"language.{code}" for code in Language}
    assert keys <= sentences(language).keys()


def test_every_key_the_program_says_exists() -> None:
    said = {key for path in UI.rglob("*.py") for key in keys_said_in(path)}
    assert said and said <= sentences(Language.EN).keys()


def keys_said_in(path: Path) -> set[str]:
    """The literal first arguments of `say`, `_said` and `told`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            prefix = {"say": "", "_said": "", "told": "help."}.get(node.func.id)
            first = node.args[0]
            if prefix is not None and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(prefix + first.value)
    return found


def test_kazakh_words_hold_no_latin_letters() -> None:
    """A Latin i or h among Cyrillic letters looks right and breaks search and screen readers."""
    words = [word for said in sentences(Language.KK).values() for word in cyrillic_words(said)]
    assert [word for word in words if any("a" <= char.lower() <= "z" for char in word)] == []


def cyrillic_words(sentence: str) -> list[str]:
    words = "".join(char if char.isalpha() else " " for char in sentence).split()
    return [word for word in words if any("а" <= char.lower() <= "я" or char in KAZAKH_ONLY for char in word)]


def test_kazakh_is_kazakh() -> None:
    letters = "".join(sentences(Language.KK).values()).lower()
    assert set(letters) >= KAZAKH_ONLY - {"һ"}  # which few words have


@pytest.mark.parametrize("language", SPOKEN)
def test_an_explanation_is_one_line_that_names_the_file(language: Language) -> None:
    told = explain(FileEncrypted(path="хаттама.pdf"), language)
    assert told.startswith("хаттама.pdf: ")
    assert "\n" not in told


def test_a_kind_is_said_in_the_language_of_the_user() -> None:
    told = explain(CollectionKindDiffers(name="УК", kind="law", asked="case"), Language.KK)
    assert "заң" in told and "law" not in told


def test_a_reason_of_the_system_is_said_in_the_language_of_the_user() -> None:
    assert "рұқсат" in explain(FileUnreadable(path="x", reason="Permission denied"), Language.KK)


def test_an_unknown_reason_is_passed_on() -> None:
    assert "strange" in explain(FileUnreadable(path="x", reason="strange"), Language.RU)


def test_a_fact_that_was_not_recorded_shows_as_unknown() -> None:
    assert explain(FileEncrypted(), Language.EN).startswith("?: ")


def test_braces_in_a_file_name_are_kept() -> None:
    assert explain(FileEncrypted(path="{0}.pdf"), Language.EN).startswith("{0}.pdf: ")


def test_a_missing_fact_is_named() -> None:
    with pytest.raises(KeyError, match="page"):
        say("cli.page", Language.RU)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_reason_a_model_is_refused_for_has_words(language: Language) -> None:
    sources = [path.read_text("utf-8") for path in (UI.parent / "vectorstore").rglob("*.py")]
    codes = {code for source in sources for code in re.findall(r'"(model_[a-z_]+)"', source)}
    codes |= {f"model_no_{backend}" for backend in Backend if backend is not Backend.TORCH}
    codes -= {"model_type", "model_type_being_loaded", "model_kwargs", "model_max_length"}
    assert len(codes) > 10
    assert {f"fact.reason.{code}" for code in codes} <= sentences(language).keys()


def test_who_speaks_no_known_language_is_told_in_kazakh() -> None:
    assert sentences(Language.UND) == sentences(Language.KK)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_reason_a_document_is_unread_for_has_words(language: Language) -> None:
    codes = {error.code for error in FileRefused.__subclasses__()} | {FileRefused.code}
    assert codes <= {key.removeprefix("why.") for key in sentences(language) if key.startswith("why.")}


@pytest.mark.parametrize("language", SPOKEN)
def test_every_state_of_a_document_has_words(language: Language) -> None:
    assert all(sentences(language)[f"state.{state}"] for state in DocumentState)


ANY_TEXT = st.text(
    st.characters(exclude_categories=[]) | st.sampled_from("\x1b\x7f\x9b\u202e\u2066\n\t\r\udcff")
)


@given(ANY_TEXT)
def test_printable_text_commands_no_terminal(text: str) -> None:
    told = printable(text)
    assert not any(hidden(char) for char in told if char not in "\n\t")
    assert printable(told) == told
    told.encode()  # a name of undecodable bytes is printed too


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_what_can_be_read_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    "char", ["\x1b", "\x07", "\r", "\x7f", "\x9b", "\u200f", "\u202e", "\u2066", "\udcff"]
)
def test_what_cannot_be_seen_shows_as_its_code(char: str) -> None:
    assert printable(f"a{char}b") == f"a⟨U+{ord(char):04X}⟩b"


def test_a_name_stays_on_one_line() -> None:
    assert printable("a\nb\tc", layout="") == "a⟨U+000A⟩b⟨U+0009⟩c"


@given(ANY_TEXT)
def test_printable_json_is_one_line_that_says_the_same(text: str) -> None:
    told = printable_json({"text": text})
    assert json.loads(told) == {"text": text}
    assert len(told.splitlines()) == 1
    assert not any(
        unicodedata.category(char) in ("Cc", "Cs") or unicodedata.bidirectional(char) in BIDI for char in told
    )


BIDI = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@pytest.mark.parametrize("language", SPOKEN)
def test_an_explanation_shows_the_hidden_characters_of_a_name(language: Language) -> None:
    told = explain(FileUnreadable(path="a\x1b[2J\u202eb.pdf", reason="x\x9by"), language)
    assert "a⟨U+001B⟩[2J⟨U+202E⟩b.pdf" in told and "x⟨U+009B⟩y" in told


@pytest.mark.parametrize("language", SPOKEN)
def test_every_doubt_has_a_reason_in_words(language: Language) -> None:
    told = [say(f"doubt.{reason}", language) for reason in Reason]
    assert all(told) and len(set(told)) == len(told)
