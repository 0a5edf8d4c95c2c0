"""Fills the blanks of prompts and fixed phrases. Knows their files, nothing of models or answers."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from casefile.language import Language

_BLANK = re.compile(r"\{([a-z_]+)\}")


class PromptInvalid(ValueError):
    """A prompt, a phrase or a value for one of its blanks does not exist; the message names it."""


def render(name: str, language: Language, **values: object) -> str:
    """The prompt `prompts/<language>/<name>.txt` with its blanks filled.

    Blanks are filled in one pass: braces inside a value stay as they are.
    """
    return _filled(_prompt(name, language), f"{language}/{name}.txt", values)


def phrase(key: str, language: Language, **values: object) -> str:
    """The fixed phrase `key` with its blanks filled.

    >>> phrase("in_language", Language.EN, tongue="Russian")
    'in Russian'
    """
    phrases = _phrases(language)
    if key not in phrases:
        raise PromptInvalid(f"{language}/phrases.toml has no phrase {key!r}")
    return _filled(phrases[key], f"{language}/phrases.toml: {key}", values)


def _filled(template: str, place: str, values: dict[str, object]) -> str:
    blanks = set(_BLANK.findall(template))
    if missing := sorted(blanks - values.keys()):
        raise PromptInvalid(f"{place} lacks a value for {', '.join(missing)}")
    if unknown := sorted(values.keys() - blanks):
        raise PromptInvalid(f"{place} has no blank {', '.join(unknown)}")
    return _BLANK.sub(lambda blank: str(values[blank[1]]), template)


@cache
def _prompt(name: str, language: Language) -> str:
    place = files("prompts").joinpath(language, f"{name}.txt")
    if not place.is_file():
        raise PromptInvalid(f"there is no prompt {language}/{name}.txt")
    return place.read_text(encoding="utf-8").strip()


@cache
def _phrases(language: Language) -> dict[str, str]:
    place = files("prompts").joinpath(language, "phrases.toml")
    if not place.is_file():
        raise PromptInvalid(f"there are no phrases in {language}")
    return {key: str(text) for key, text in tomllib.loads(place.read_text(encoding="utf-8")).items()}
