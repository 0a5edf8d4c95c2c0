"""Whether a number is the most or the least there may be: "до 5 лет", "кемінде 3 күн", "no more than".

Knows nothing of what is counted.
"""

import re
from enum import StrEnum


class Bound(StrEnum):
    NONE = ""
    UPPER = "upper"
    LOWER = "lower"


_NEAR = 70  # characters on either side

_DENIED_BEFORE = r"""
    не\s+(?:(?:может|могут|долж\w+|вправе)\s+(?:\w+\s+){0,4}?)?(?:превы\w+|дольше|более|больше|свыше|старше|позднее)(?:\s+чем)?
    | не\s+\w+\s+(?:\w+\s+){0,6}?(?:дольше|более|свыше|позднее|позже)(?:\s+чем)?
    | (?:\b(?:can)?not|\w+n['’]t)\s+(?:\w+\s+){0,8}?
      (?:exceed\w*|(?:longer|more|later|older|higher|greater)\s+than)
    | \blimited\s+to | \b(?:capped|limit\w*|cap)\s+(?:at|of)
"""
_UPPER_BEFORE = r"""
    до | не\s+(?:более|больше|свыше|дольше|выше|позднее|позже|старше)(?:\s+чем)? | максимум
    | менее(?:\s+чем)? | меньше | самое\s+(?:позднее|большее) | моложе | ниже | младше | в\s+пределах
    | не\s+дольше | up\s+to | (?:no|not)\s+(?:more|longer|later|older|greater)\s+than | at\s+most
    | (?:less|fewer)\s+than | under | below
    | younger\s+than | не\s+достиг\w+(?:\s+возраста)?
    | a?\s*maximum\s+of | within | ең\s+көбі | ең\s+көп\s+дегенде | shorter\s+than
"""
_LOWER_BEFORE = r"""
    от | не\s+(?:менее|меньше|ниже|ранее|короче|моложе)(?:\s+чем)? | минимум | (?<!не\s)свыше
    | (?<!не\s)более(?:\s+чем)? | (?<!не\s)больше | (?<!не\s)старше | (?<!не\s)дольше
    | (?<!не\s)превы\w+ | как\s+минимум | at\s+least | (?<!не\s)(?<!самое\s)(?:позднее|позже)(?:\s+чем)?
    | (?<!не\s)достигш\w+(?:\s+возраста)? | reached(?:\s+the\s+age\s+of)?
    | (?:no|not)\s+(?:less|fewer|earlier|shorter)\s+than | (?<!no\s)(?<!not\s)more\s+than | over
    | above | exceeding | a?\s*minimum\s+of | from | кемінде | ең\s+аз(?:ы|\s+дегенде)? | older\s+than
    | (?<!no\s)(?<!not\s)(?:longer|later)\s+than
"""
_UPPER_AFTER = r"""
    (?:\w+\s+){0,3}?(?:дейін\w* | асп\w+ | артпа\w+ | асырм\w+ | артық\s+емес | көп\s+емес | жоғары\s+емес
    | (?:кем|төмен)(?!\s+(?:емес|болм|(?:\w+\s+){1,3}болма)) | ұзақ\s+(?:емес|болма\w*) | толма\w+
    | кешіктір\w+ | кешікпе\w* | ішінде | ең\s+көбі)
    | (?:[\w-]+\s+){0,3}?(?:at\s+most|or\s+less|максимум|or\s+fewer)
"""
_LOWER_AFTER = r"""
    (?:\w+\s+){0,3}?(?:сирет\w+ | кем\s+(?:емес|(?:\w+\s+){0,3}болма\w*) | төмен\s+емес | астам
    | (?:артық|көп|жоғары)(?!\s+емес)
    | асатын\w* | асқан\w* | толған\w* | бастап)
    | (?:[\w-]+\s+){0,3}?(?:or\s+more|и\s+более|or\s+older|и\s+старше)
"""


def _ending(pattern: str) -> re.Pattern[str]:
    between = r"(?:(?:чем|за|the|an?|about|примерно|шамамен|на|через|срок\w*)\s+){0,3}"
    return re.compile(rf"(?<!\w)(?:{pattern})\s+{between}$", re.IGNORECASE | re.VERBOSE)


_BEFORE = {Bound.UPPER: _ending(_UPPER_BEFORE), Bound.LOWER: _ending(_LOWER_BEFORE)}
_AFTER = {
    Bound.UPPER: re.compile(rf"[\s-]*(?:{_UPPER_AFTER})", re.IGNORECASE | re.VERBOSE),
    Bound.LOWER: re.compile(rf"[\s-]*(?:{_LOWER_AFTER})", re.IGNORECASE | re.VERBOSE),
}
_COMPARED = _ending(
    r"(?<!не\s)(?<!no\s)(?<!not\s)"
    r"(?:менее|меньше|более|больше|свыше|дольше|less\s+than|more\s+than|fewer\s+than|longer\s+than|over|under)"
)
_DENIAL = re.compile(r"\b(?:не|no|not|нельзя)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]")
_LISTED = 300  # characters from "cannot be less than:" to what is counted
_FULL_STOP = re.compile(r"[.!?](?=\s)")
_DENIED_COMPARISON = re.compile(
    r"\b(?:не|нельзя|(?:can)?not|\w+n['’]t)\s+(?:(?!не\b|not\b)[\w-]+\s+){0,6}?"
    r"(?:(?P<less>менее|меньше|less|fewer|shorter)|более|больше|свыше|дольше|превы\w+|more|longer|exceed)\b"
    r"(?:\s+(?:чем|than)\b)?",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:менее|меньше|less|fewer|shorter)\b", re.IGNORECASE)
_ANY_COMPARISON = re.compile(
    r"\b(?:менее|меньше|более|больше|свыше|дольше|less|fewer|more|longer|least|most)\b", re.IGNORECASE
)
_AND_SO = re.compile(r"(?:\s-|:|;|\b(?:или|либо|и|or|and|nor))\s*$", re.IGNORECASE)
_LEFT_UNSAID = re.compile(  # "екі сағаттан, ал жалпы төрт сағаттан аспайды"
    r"[\s-]*(?:[^\W\d_]+\s+)?[^\W\d_]+(?:дан|ден|тан|тен|нан|нен),\s[^.;!?\n]{0,150}?"
    r"\w(?:дан|ден|тан|тен|нан|нен)(?=\s+(?:асп|артп|асырм|артық|көп|ұзақ|кем|төмен))",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:артық|көп|астам|ұзақ|жоғары|асыр\w+)\s+(?:\w+\s+){0,3}(?:болма[йуғ]|қойма|берілмей|алмай|тыйым|\w+[мбп]е[йуг]|\w+[мбп]а[йуғ])\w*",
    re.IGNORECASE,
)
_BESIDE_FROM = r"асп|артп|асыр|кем|көп|артық|жоғары|төмен|кейін|бұрын|кешік|аса|асқ|астам"
_FROM = re.compile(rf"\s*[^\W\d_]+(?:дан|ден|тан|тен|нан|нен)\s+(?!{_BESIDE_FROM})", re.IGNORECASE)
_FROM_ITSELF = re.compile(  # он төрттен он алты жасқа дейін
    rf"(?:[^\W\d_]+\s+)?[^\W\d_]{{2,}}(?:дан|ден|тан|тен|нан|нен)\s+(?!{_BESIDE_FROM})", re.IGNORECASE
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    "|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred"
)
_RANGE = re.compile(rf"\s+to\s+(?:\d|(?:{_WORDS})\b)", re.IGNORECASE)  # "three to seven years"
_RANGE_END = re.compile(rf"\b(?:\d+|{_WORDS})\s+to\s+$", re.IGNORECASE)
_DENIED = _ending(_DENIED_BEFORE)
_AHEAD = re.compile(r"не\s+позднее(?:,)?\s+чем\s+за\s+$", re.IGNORECASE)
_TOO_LATE = re.compile(r"(?<!не\s)(?<!самое\s)(?:позднее|позже)(?:,?\s+чем\s+за)?\s+$", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(?:не\s+ран(?:ее|ьше),?\s+чем\s+за)\s+$", re.IGNORECASE)
_EARLIEST = re.compile(r"(?:(?:no|not)\s+(?:earlier|sooner)\s+than)\s+$", re.IGNORECASE)
_LATEST = re.compile(r"(?:не\s+позднее|no\s+later\s+than)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*[\w-]+\s+(?:до|before|prior\s+to|ahead\s+of)\s", re.IGNORECASE)
_LIMIT = re.compile(r"[;,.()]|\d")  # another number or clause: what stands beyond speaks of something else


def bound(text: str, start: int, end: int) -> Bound:
    """Of the number at this place.

    >>> bound("не более 5 лет", 9, 10), bound("5 жылдан кем емес", 0, 1), bound("5 лет", 0, 1)
    (<Bound.UPPER: 'upper'>, <Bound.LOWER: 'lower'>, <Bound.NONE: ''>)
    """
    before = _LIMIT.split(text[max(0, start - _NEAR) : start])[-1]
    after = _LIMIT.split(text[end : end + _NEAR])[0]
    if (too_late := _TOO_LATE.search(before)) and ("за" in too_late[0] or _UNTIL.match(after)):
        return Bound.UPPER  # "later than 10 days before" are fewer
    if _AHEAD.search(before) or (_LATEST.search(before) and _UNTIL.match(after)):
        return Bound.LOWER  # "not later than 18 hours before" are at least 18 hours
    if _NOT_BEFORE.search(before) or (_EARLIEST.search(before) and _UNTIL.match(after)):
        return Bound.UPPER  # "not earlier than 10 days before" are at most 10 days
    if _DENIED.search(before) or _RANGE_END.search(text[max(0, start - _NEAR) : start]):
        return Bound.UPPER
    if _DENIED_AFTER.match(after):
        return Bound.UPPER
    if carried := _carried(text[max(0, start - _LISTED) : start], before):
        return carried
    if unsaid := _LEFT_UNSAID.match(text, end):
        return bound(text, start, unsaid.end())
    if _COMPARED.search(before) and _DENIAL.search(_SENTENCE.split(text[max(0, start - 150) : start])[-1]):
        return Bound.NONE  # "cannot be less than five and less than ten": which way is not for us to say
    if _FROM.match(after) or _RANGE.match(after) or _FROM_ITSELF.match(text[start : end + _NEAR]):
        return Bound.LOWER
    for side, patterns, tried in ((before, _BEFORE, re.Pattern.search), (after, _AFTER, re.Pattern.match)):
        for name in (Bound.LOWER, Bound.UPPER):
            if tried(patterns[name], side):
                return name
    return Bound.NONE


def _carried(text: str, before: str) -> Bound:
    """What holds for all that is listed: "cannot be less than: for one crime – ten, for another – twenty"."""
    denied = list(_DENIED_COMPARISON.finditer(_FULL_STOP.split(text)[-1]))
    if not denied:
        return Bound.NONE
    last = denied[-1]
    again = _COMPARED.search(before)
    same = again and bool(_LESS.search(again[0])) is bool(last["less"])
    listed = not again and _AND_SO.search(before) and not _ANY_COMPARISON.search(last.string, last.end())
    if not (same or listed):
        return Bound.NONE
    return Bound.LOWER if last["less"] else Bound.UPPER


def opposite(one: Bound, other: Bound) -> bool:
    return bool(one and other) and one is not other


def without_bounds(text: str) -> str:
    """The text without the words that only bound a number: the "не" of "не более" denies nothing.

    >>> without_bounds("не более пяти лет")
    ' пяти лет'
    """
    return _DENIED_BOUND.sub("", text)


_DENIED_BOUND = re.compile(
    r"""\bне\s+(?:(?:может|могут|долж\w+|вправе)\s+(?:\w+\s+){0,4})?(?:более|больше|менее|меньше|свыше|дольше|выше|ниже|позднее|позже|ранее|старше|моложе|короче)\b(?:\s+чем\b)?
    |\bне\s+(?:может\s+|должн\w+\s+)?превы\w+
    |(?:\b(?:can)?not|\b\w+n['’]t)\s+(?:\w+\s+){0,8}?(?:more|longer|later|higher|older|greater|less|fewer|lower|shorter|earlier)\s+than\b
    |\b(?:can)?not\s+exceed\w*
    |\b(?:no|not)\s+(?:more|less|fewer|longer|later|earlier|older|greater|shorter)\s+than\b|\bnot\s+(?:to\s+)?exceed\w*
    |\bас(?:п|ырм)\w+(?:\s+(?:керек|тиіс))?|\b(?:кем|көп|артық|төмен|жоғары|ұзақ)\s+(?:емес|болма\w*)(?:\s+(?:керек|тиіс))?
    |\b(?:артық|көп|ұзақ|жоғары|кем|төмен|асыр\w+)\s+(?:\w+\s+){0,3}(?:болма[йуғ]\w+|қойма\w+|берілмей\w+|алмай\w+)
    |\bтолма\w+|\bкешіктір\w*?м[ае]\w*|\bкешікпе\w*|\bсиретпе\w*|\bне\s+достиг\w+""",
    re.IGNORECASE | re.VERBOSE,
)
