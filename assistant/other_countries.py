"""Finds the country whose law a question asks for, where it is not ours.

A country is often only mentioned: a suspect fled there, a witness lives there, goods came from there. Its law
is asked for where its name stands beside a word for law, where it is the place and nothing tells of a matter
between two countries, or where something is named that exists only there: an office, a document, money. Knows
nothing of what was found.
"""

import re
from collections.abc import Iterable

from assistant.asked_words import any_country, countries, words

_NEAR = 3  # words between a country and the word for its law
_NEXT = 2  # words from an adjective on: "Turkish criminal law"
_KEYWORDS = 7  # words at most of a question that is no sentence
_OURS = re.compile(r"(?i:(?<!\w)(?:казахстан|қазақстан|kazakhstan|kazakh))|(?<!\w)(?:РК|ҚР|RK)(?!\w)")
_IN = re.compile(r"(?i:(?<!\w)(?:во?|на|in|at)\s+(?:the\s+)?(?:\w+\s+)?)$")
_KAZAKH_IN = re.compile(r"(?:[дт][ае]|[дт][ае]ғы|[дт]егі)$")
_WHERETO = re.compile(r"[юубвгджзйклмнпрстхцчшщь]$")  # в Германию, в Китай
_UNIT = re.compile(r"\s+(?:штатын|елін|қаласын|жерін)\w*")  # Техас штатында
_FROM = re.compile(r"(?i:(?<!\w)(?:из|с|от|до|через|к|и|from|to|with|into|of|and|via|мен)\s+(?:the\s+)?)$")
_KAZAKH_FROM = re.compile(r"(?:[дтн][ае]н|[ғқкг][ае])$")
_PEOPLE = re.compile(r"(?:[лдт][ыі][қк]\w*|ец|ц[ыа]|цев|[ая]н(?:ин|е|ка)\w*|ians?)$")


def asked_country(question: str) -> str:
    """The name as it stands in the question; "" where no other country's law is asked for.

    >>> asked_country("что будет по законам Германии за кражу?"), asked_country("он сбежал в Германию")
    ('Германии', '')
    >>> asked_country("Ресейде мас күйінде көлік айдағанға қанша жыл береді?"), asked_country("УК РФ")
    ('Ресейде', 'РФ')
    >>> asked_country("How long does the Home Office take?"), asked_country("түрік заңы бойынша жалға алу")
    ('Home Office', 'түрік')
    """
    if _OURS.search(question) or words("chosen_law").search(question):
        return ""
    between = bool(words("cross_border").search(question))
    if not between and (found := any_country("only").search(question)):
        return found[0]
    for found in any_country().finditer(question):
        if _beside_law(question, found) or (not between and _is_place(question, found)):
            return found[0]
    for found in any_country("adjectives").finditer(question):
        if _tells_whose_law(question, found, between):
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
    before = question[: country.start()]
    if _IN.search(before):
        return not _WHERETO.search(country[0])
    unit = _UNIT.match(question, country.end())
    if _KAZAKH_IN.search(unit[0] if unit else country[0]):
        return True
    keywords = len(question.split()) <= _KEYWORDS and words("authority").search(question)
    return bool(keywords) and not (
        _FROM.search(before) or any(ending.search(country[0]) for ending in (_WHERETO, _KAZAKH_FROM, _PEOPLE))
    )


def _tells_whose_law(question: str, adjective: re.Match[str], between: bool) -> bool:
    """ "немецкий уголовный кодекс"; "American police", where it is no matter between two countries."""
    after = " ".join(question[adjective.end() :].split()[:_NEXT])
    return bool(words("law").search(after) or (not between and words("authority").search(after)))
