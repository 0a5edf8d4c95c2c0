"""Which act a document is, by its title and by what stands above its first article.

A law that amends a code, a commentary, a draft are about the code and are not it: where in doubt the
answer is that nobody knows. Knows nothing of articles.
"""

import re

from casefile.actfind import find_acts
from casefile.acts import acts
from casefile.lawref_parse import find_refs

_ABOUT = re.compile(
    r"внесени|введении в|изменени[йя]\b|дополнени[йя]\b|комментари|проект|постановлени|инструкци"
    r"|приказ|правила|разъяснени"
    r"|обзор|сравнительн|пояснительн|утративш|утратил|признан|отмен|практик|учебн|положени[ея]"
    r"|өзгерістер|толықтырулар|өзгеріс енгізу|толықтыру енгізу|қолданысқа енгіз|түсіндірме|түсініктеме|жоба"
    r"|қаулы|нұсқаулық|бұйрық|күші жойыл"
    r"|amend|commentar|draft|enactment|instruction|resolution|repeal|explanatory|overview",
    re.IGNORECASE,
)
# What may stand around the name of an act in its own title: its kind, country, date, number, edition.
_ADOPTED = re.compile(
    r"\bс\s+изменениями(?:\s+и\s+дополнениями)?\b|\bпо\s+состоянию\s+на\b|\b(?:в\s+)?ред(?:акции|\.)"
    r"|\bзакон(?:ы)?\b|\bкодекс(?:і)?\b|\bзаң(?:ы)?\b|\b(?:law|code|of|the|no|dated|republic|kazakhstan|rk|рк|қр|зрк|от|года|г)\b"
    r"|\bреспублики\b|\bказахстан\b|\bқазақстан\b|\bреспубликасы(?:ның)?\b|\bжылғы\b|\bадилет\b|\bәділет\b|\badilet\b|\b(?:rus|kaz|eng)\b"
    r"|\b(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b"
    r"|\b(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?:да|де|дағы|дегі)?\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b[IVXІ]+\b|\bипс\b|\bажж\b|\bажқ\b|\blis\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"[^\W\d_]")


def named_act(title: str, preface: str) -> str:
    """The code of the act that the title, or what stands above the first article, names as the document.

    "" where either says that it is about an act: a law that amends it, a commentary, a draft.
    """
    title = title.replace("_", " ")
    if _ABOUT.search(title) or _ABOUT.search(preface):
        return ""
    # A title that cites an article names the act of a case, not the act the document is.
    by_title = "" if find_refs(title) else _is_name(title)
    by_preface = _is_name(preface)
    mentions = any(act.sure for act in find_acts(title))  # a title that names an act and says more of it
    return by_preface if not mentions else by_title if by_preface in ("", by_title) else ""


def _is_name(text: str) -> str:
    """The code of the first act named, if its name is all that the text says up to the end of that line."""
    found = next((act for act in find_acts(text) if act.sure), None)
    if found is None or found.code not in acts():
        return ""
    line_end = text.find("\n", found.end)
    around = text[: found.start] + " " + text[found.end : line_end if line_end >= 0 else len(text)]
    return "" if _SAYS_MORE.search(_ADOPTED.sub(" ", around)) else found.code
