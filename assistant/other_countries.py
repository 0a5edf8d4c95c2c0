"""Finds the country whose law a question asks for, where it is not ours.

A country is often only mentioned: a suspect fled there, a witness lives there, goods came from there. Its law
is asked for where its name stands beside a word for law, or where it is the place and nothing tells of a
matter between two countries. Knows nothing of what was found.
"""

import re
from collections.abc import Iterable

from assistant.asked_words import any_country, countries, words

_NEAR = 3  # words between a country and the word for its law
_OURS = re.compile(r"(?i:(?<!\w)(?:казахстан|қазақстан|kazakhstan|kazakh))|(?<!\w)(?:РК|ҚР|RK)(?!\w)")
_IN = re.compile(r"(?i:(?<!\w)(?:во?|на|in|at)\s+(?:the\s+)?(?:\w+\s+)?)$")
_KAZAKH_IN = re.compile(r"(?:[дт][ае]|[дт][ае]ғы|[дт]егі)$")
_WHERETO = re.compile(r"[юу]$")  # в Германию
_UNIT = re.compile(r"\s+(?:штатын|елін|қаласын|жерін)\w*")  # Техас штатында


def asked_country(question: str) -> str:
    """The name as it stands in the question; "" where no other country's law is asked for.

    >>> asked_country("что будет по законам Германии за кражу?"), asked_country("он сбежал в Германию")
    ('Германии', '')
    >>> asked_country("Ресейде мас күйінде көлік айдағанға қанша жыл береді?"), asked_country("УК РФ")
    ('Ресейде', 'РФ')
    """
    if _OURS.search(question):
        return ""
    between = bool(words("cross_border").search(question))
    for found in any_country().finditer(question):
        if _beside_law(question, found) or (not between and _is_place(question, found)):
            return found[0]
    return ""


def named_in(name: str, texts: Iterable[str]) -> bool:
    """Whether the texts name the same country, in any language."""
    same = [country for country in countries() if country.search(name)]
    return any(country.search(text) for country in same for text in texts)


def _beside_law(question: str, country: re.Match[str]) -> bool:
    before = question[: country.start()].split()[-_NEAR:]
    after = question[country.end() :].split()[:_NEAR]
    return bool(words("law").search(" ".join(before)) or words("law").search(" ".join(after)))


def _is_place(question: str, country: re.Match[str]) -> bool:
    if _IN.search(question[: country.start()]):
        return not _WHERETO.search(country[0])
    unit = _UNIT.match(question, country.end())
    return bool(_KAZAKH_IN.search(unit[0] if unit else country[0]))
