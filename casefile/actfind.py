"""Finds names of acts in text, in any case form, with or without the country.

Works on folded text (`casefile.lookalikes`), so offsets are those of the original. Knows nothing of articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casefile.acts import acts
from casefile.lookalikes import fold

_SUFFIX = (
    r"(?:-?(?:нын|нин|дын|дин|тын|тин)"
    r"|-(?:га|ге|ка|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|пен|а|у|е|ом|ой))?"
)
_COUNTRY = (
    r"(?:республик[аиуе]\s+казахстан|рк|кр|казакстан\s+республикасы(?:нын)?|казахстан[аеу]?"
    r"|(?:of\s+)?(?:the\s+)?(?:republic\s+of\s+)?kazakhstan|rk)"
)
_BEFORE = r"(?:(?:кр|рк|казакстан\s+республикасы(?:нын)?|казакстаннын)\s+)"
_AFTER = (
    r"(?:\s*\(?(?:рк|республики\s+казахстан|казахстана?|rk"
    r"|of\s+(?:the\s+)?(?:republic\s+of\s+)?kazakhstan)\b\)?)"
)
# Another country's code, or the one that was in force before: the name stays as it is written.
_LANDS = (
    r"рф|кр|рб|руз|рт|рсфср|ссср|каз\s?сср|россии|украины|российской\s+федерации|кыргыз\w*(?:\s+республики)?"
    r"|республики\s+(?!казахстан)[а-я]+|of\s+the\s+republic\s+of\s+(?!kazakhstan)[a-z]+"
    r"|of\s+(?:the\s+)?(?!(?:the|republic|kazakhstan)\b)[a-z]+(?:\s+federation|\s+republic)?"
)
_YEARS = (
    r"(?:в\s+ред(?:акции|\.)\s+)?(?:от\s+(?:\d{1,2}[.\s]+[\dа-я]{2,8}[.\s]+)?)?"
    r"19\d\d(?:\s*г(?:ода|\.)?|\s*жыл\w*)?"
)
_FOREIGN_AFTER = rf"(?:(?:\s*(?:рк|республики\s+казахстан))?\s*\(?(?:{_LANDS}|{_YEARS})(?!\w)\)?)"
_FOREIGN_BEFORE = (
    r"(?:(?:ресей\w*(?:\s+федерация\w*)?|рф|кыргыз\w*(?:\s+республика\w*)?|озбекстан\w*|19\d\d\s+жылгы)\s+)"
)
_WORDS = frozenset({"как"})  # Russian words an abbreviation folds to
_OPENINGS = (  # of countries and of names that are not in acts.toml
    "кр рк казак ресе рф кырг озбе 19 закон консти law"
    " налог земел лесн водн эколо бюдже тамож жилищ возду салык жер орман су кеден"
)
_DATED = r"(?:от\s+[^«»\"“”\n]{4,60}?\s+|\d{4}\s+жылгы\s+[^«»\"“”\n]{4,40}?\s+)?"
_QUOTE = '[\\s«»"“”,()-]'
_UNKNOWN = (
    r"(?P<unknown>закон[а-я]{0,3}\s+(?:[а-я]{2,4}\s+|[а-я]+\s+[а-я]+\s+)?"
    + _DATED
    + r"[«\"“][^»\"”\n]{3,200}[»\"”]"
    r"|[«\"“][^»\"”\n]{3,200}туралы[»\"”]\s+(?:кр\s+)?заны?н?ын"
    r"|(?:налогов|земельн|лесн|водн|экологическ|бюджетн|таможенн|жилищн|воздушн)(?:ого|ому|ый|ым|ом)\s+кодекс[а-я]{0,2}"
    r"|(?:салык|жер|орман|су|экология|бюджет|кеден)\s+кодекс[а-я]*)"
)


@dataclass(frozen=True, slots=True)
class FoundAct:
    """`text[start:end]` names the act `code`: an official code, or the name as written.

    `sure` where the name is in full, or an abbreviation with its country; a lone "УК" or "ТК" is not.
    """

    start: int
    end: int
    code: str
    sure: bool
    bare: bool  # sure beside a lone number


def find_act(text: str) -> str:
    """The official code of the longest act named in the text, "" if none is.

    >>> find_act("Уголовного кодекса Республики Казахстан"), find_act("ҚР Қылмыстық-процестік кодексінің")
    ('K1400000226', 'K1400000231')
    """
    sure = [found for found in find_acts(text) if found.sure and found.code in acts()]
    return max(sure, key=lambda found: found.end - found.start).code if sure else ""


def find_acts(text: str, folded: str = "") -> Iterator[FoundAct]:
    """Every act named in the text, in order, each as long as it can be."""
    folded = folded or fold(text)
    if not _opening().search(folded):  # most questions, and the large expression takes a quarter of a second
        return
    for found in _pattern().finditer(folded):
        if found["abbr"] is None or _written_so(text[slice(*found.span("abbr"))].lower(), found["abbr"]):
            yield _found(text, found)


def _written_so(written: str, folded: str) -> bool:
    """ "ҚК" may be typed "КК", but "ТҚ" is not "ТК". ҚАК needs its letter: "ст. 188 как кража"."""
    spelling = _abbreviations()[folded].spelling
    return written == spelling or (written == folded and folded not in _WORDS)


def _found(text: str, found: re.Match[str]) -> FoundAct:
    start, end = found.span()
    written = " ".join(text[start:end].split())
    if found["unknown"]:
        return FoundAct(start, end, _title(written), sure=True, bare=True)
    if found["title"]:
        names = found.groupdict()
        code = next(code for number, (_, code) in enumerate(_titles()) if names[f"t{number}"])
        bare = sure = True
    else:
        abbreviation = _abbreviations()[found["abbr"]]
        code, bare = abbreviation.code, abbreviation.bare
        sure = bool(found["before"] or found["after"])
    if found["foreign_before"] or found["foreign_after"]:
        if code.startswith("K") and not _its_own_year(code, written):
            return FoundAct(start, end, written, sure=True, bare=True)
        start, end = found.span("title" if found["title"] else "abbr")  # "Rome Statute of the ICC"
        sure = True
    return FoundAct(start, end, code, sure, bare or sure)


def _its_own_year(code: str, written: str) -> bool:
    """ "ГК РК от 27 декабря 1994 года" is the code in force: its official code tells its year."""
    year = re.search(r"19(\d\d)", written)
    same = (act.code for act in acts().values() if code in (act.code, act.same_name_as))
    return bool(year) and any(other[1:3] == year[1] for other in same if year)


def _title(written: str) -> str:
    """The quoted title alone, unless the law may be another country's."""
    if not re.match(r"[«\"“]|\w+ (?:[«\"“]|от |РК|Республики Казахстан)", written):
        return written
    quoted = re.search('[«"“](.+)[»"”]', written)
    return quoted[1] if quoted else written


@dataclass(frozen=True, slots=True)
class _Abbreviation:
    spelling: str
    code: str
    bare: bool


@cache
def _abbreviations() -> dict[str, _Abbreviation]:
    """By folded spelling."""
    return {
        fold(spelling): _Abbreviation(spelling, act.code, spelling in act.bare)
        for act in acts().values()
        for spelling in act.abbreviations
    }


@cache
def _titles() -> list[tuple[str, str]]:
    """Each title's expression and its act, longest title first."""
    titles = [(title, act.code) for act in acts().values() for title in act.titles]
    titles.sort(key=lambda pair: -len(pair[0]))
    return [(_expression(fold(title)), code) for title, code in titles]


def _expression(title: str) -> str:
    """Words in order as stems; `{rk}` and `{dated}` may be there or not."""
    parts: list[str] = []
    for word in title.split():
        if word == "{rk}":
            parts.append(rf"(?:{_COUNTRY}{_QUOTE}+)?")
        elif word == "{law}":
            parts.append(rf"закон(?:а|у|е|ом|ы|ов)?\b{_QUOTE}+")
        elif word == "{dated}":
            parts.append(f"{_DATED}{_QUOTE}*")
        elif word.startswith("=") or len(word) <= 2:
            parts.append(re.escape(word.lstrip("=")) + rf"\b{_QUOTE}*")
        else:
            parts.append(re.escape(word) + rf"[a-zа-я]*(?:{_QUOTE}+|\b)")
    body = "".join(parts)
    return (
        body.removesuffix(rf"{_QUOTE}*")
        if body.endswith(rf"{_QUOTE}*")
        else body.removesuffix(rf"(?:{_QUOTE}+|\b)") + r"\b"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Few words can begin a name: looking at their first letters alone is what makes this quick."""
    titles_begin = {
        fold(title).lstrip("=")[:4].split(" ")[0] for act in acts().values() for title in act.titles
    }
    words = titles_begin | set(_OPENINGS.split())
    whole = {word for word in words if len(word) < 3 and word.isalpha()} | set(_abbreviations())
    beginnings = "|".join(sorted(re.escape(word) for word in words - whole if word[0] != "{"))
    short = "|".join(sorted(map(re.escape, whole)))
    return re.compile(rf"(?<!\w)(?=(?:{beginnings})|(?:{short})(?:{_SUFFIX})\b|[«\"“])")


@cache
def _pattern() -> re.Pattern[str]:
    titles = "|".join(f"(?P<t{number}>{expression})" for number, (expression, _) in enumerate(_titles()))
    abbreviations = "|".join(sorted(map(re.escape, _abbreviations()), key=len, reverse=True))
    return re.compile(
        rf"{_opening().pattern}(?:(?:(?P<foreign_before>{_FOREIGN_BEFORE})|(?P<before>{_BEFORE}))?"
        rf"[«\"“]?(?:(?P<title>{titles})|(?P<abbr>{abbreviations})(?:{_SUFFIX})\b)"
        rf"(?:(?P<foreign_after>{_FOREIGN_AFTER})|(?P<after>{_AFTER}))?|{_UNKNOWN})"
    )
