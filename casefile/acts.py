"""The acts Dalel knows by name: codes and main laws of Kazakhstan, treaties.

Finds acts in text and names them; the facts stand in `acts.toml`. Knows nothing of articles.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from casefile.language import SPOKEN, Language


class Division(StrEnum):
    """How the articles of an act are divided."""

    PARTS = "parts"  # article, part, point: the criminal, administrative and procedural codes
    POINTS = "points"  # article, point, subpoint: every other law, and treaties


@dataclass(frozen=True, slots=True)
class ActName:
    """`cite` and `brief` are what stands beside an article number (Russian, Kazakh: in the genitive)."""

    name: str
    cite: str
    brief: str


@dataclass(frozen=True, slots=True)
class Act:
    code: str
    division: Division
    item: str  # Russian word for a "1)" inside a part
    undivided: frozenset[str]  # articles of an act in parts that have points and no parts
    articles: tuple[int, int] | None  # first and last, where another act has the same name
    same_name_as: str
    names: dict[Language, ActName]
    titles: tuple[str, ...]  # words to match, in order, as stems
    abbreviations: tuple[str, ...]  # lower case
    bare: frozenset[str]


@cache
def acts() -> dict[str, Act]:
    """Every act by its official code."""
    text = resources.files("casefile").joinpath("acts.toml").read_text(encoding="utf-8")
    return {code: _act(code, facts) for code, facts in tomllib.loads(text).items()}


def division_of(code: str) -> Division:
    """`POINTS` for an act that is not known: most laws are divided so."""
    act = acts().get(code)
    return act.division if act else Division.POINTS


def act_name(code: str, language: Language, short: bool = False) -> str:
    """The name of the act by itself; for an act that is not known, what was given.

    >>> act_name("K1400000226", Language.RU), act_name("K1400000226", Language.KK, short=True)
    ('Уголовный кодекс РК', 'ҚК')
    """
    act = acts().get(code)
    if act is None:
        return code
    names = _names_in(act, language)
    return names.brief if short else names.name


def act_citation(code: str, language: Language, short: bool = False) -> str:
    """The act as it stands beside an article number.

    >>> act_citation("Z1300000094", Language.KK)
    'ҚР «Дербес деректер және оларды қорғау туралы» Заңының'
    """
    act = acts().get(code)
    if act is None:
        return code
    names = _names_in(act, language)
    return names.brief if short else names.cite


def holder_of(code: str, article: str) -> str:
    """The act that has this article, of the two that share a name (the Civil Code's two halves)."""
    number = int(article.split("-")[0]) if article.split("-")[0].isdigit() else 0
    for act in acts().values():
        if code and number and act.articles and code in (act.code, act.same_name_as):
            first, last = act.articles
            if first <= number <= last:
                return act.code
    return code


def namesakes(code: str) -> list[str]:
    """The acts that share a name with this one, and itself: the Civil Code's two halves."""
    same = [act.code for act in acts().values() if code and code in (act.code, act.same_name_as)]
    first = acts()[code].same_name_as if code in acts() else ""
    return list(dict.fromkeys([code, *same, *([first] if first else [])]))


def _names_in(act: Act, language: Language) -> ActName:
    return act.names.get(language) or act.names.get(Language.EN) or act.names[Language.RU]


def _act(code: str, facts: dict[str, Any]) -> Act:  # Any: TOML, checked by the tests of acts.toml
    law: dict[str, str] = facts.get("law", {})
    names = {Language(key): _law_name(Language(key), title) for key, title in law.items()}
    names |= {language: ActName(**facts[language]) for language in SPOKEN if language in facts}
    first_last = facts.get("articles")
    return Act(
        code=code,
        division=Division(facts["division"]),
        item=facts.get("item", "пункт"),
        undivided=frozenset(facts.get("undivided", ())),
        articles=(first_last[0], first_last[1]) if first_last else None,
        same_name_as=facts.get("same_name_as", ""),
        names=names,
        titles=(*facts.get("match", ()), *(_law_title(Language(key), title) for key, title in law.items())),
        abbreviations=tuple(facts.get("abbr", ())),
        bare=frozenset(facts.get("bare", ())),
    )


def _law_name(language: Language, title: str) -> ActName:
    name = {
        Language.RU: (f"Закон РК «{title}»", f"Закона РК «{title}»", f"Закона «{title}»"),
        Language.KK: (f"ҚР «{title}» Заңы", f"ҚР «{title}» Заңының", f"«{title}» Заңның"),
        Language.EN: (f"Law of Kazakhstan “{title}”", f"Law of Kazakhstan “{title}”", f"Law “{title}”"),
    }[language]
    return ActName(*name)


def _law_title(language: Language, title: str) -> str:
    words = " ".join(re.findall(r"[\w]+", title))
    return {
        Language.RU: f"{{law}} {{rk}} {{dated}} {words}",
        Language.KK: f"{words} {{rk}} {{dated}} зан",
        Language.EN: f"law {{rk}} {{dated}} {words}",
    }[language]
