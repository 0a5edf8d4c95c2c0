"""The word lists of `asked_words.toml` and `countries.toml` as patterns. Judges nothing."""

import re
from collections.abc import Iterable
from functools import cache

from assistant.word_lists import word_lists


@cache
def words(name: str) -> re.Pattern[str]:
    """Any word of a list, in whichever language: questions mix them."""
    return _any(beginning for said in word_lists("asked_words")[name].values() for beginning in said)


@cache
def countries() -> tuple[re.Pattern[str], ...]:
    """One pattern a country, for its names and all that is only there, in all languages and any case."""
    return tuple(
        _any(one for said in country.values() for one in said) for country in word_lists("countries").values()
    )


@cache
def any_country(of: str = "names") -> re.Pattern[str]:
    """`of`: which list of each country, as `countries.toml` has them."""
    return _any(one for country in word_lists("countries").values() for one in country.get(of, ()))


def _any(beginnings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, beginnings))})")


def _pattern(beginning: str) -> str:
    """
    >>> bool(re.search(_pattern("=РФ"), "УК РФ")), bool(re.search(_pattern("new york"), "in New York's"))
    (True, True)
    """
    whole, word = beginning.startswith("="), beginning.removeprefix("=")
    spelt = r"\s+".join(part + ("" if whole else r"\w*") for part in word.split())
    end = r"(?!\w)" if whole else ""
    return f"{spelt}{end}" if word.isupper() else f"(?i:{spelt}){end}"
