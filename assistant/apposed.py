"""Finds names to which a statement gives the role of somebody whom its quotes do not name.

"The treating doctor Omarov" over "the treating doctor signed; the head of the ward, Omarov, was on leave".
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, Word, best, content, facts, share
from assistant.names import CAPITAL, Names, names
from assistant.numbers import quantities
from assistant.polarity import parts, pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

FEWEST = 2  # words of what is told
OTHER = 0.35  # likeness below which one word does not mean the other
_ROLE = re.compile(rf"(?<!\w)([^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{{2,}}),?\s+(?=({CAPITAL}[\w’'-]{{2,}}))")
_BEARER = re.compile(  # "the guard, Abaev", "the founder Mr T. Baikenov"
    rf"(?<![\w-])({CAPITAL}?[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{{3,}})(,?)\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr|г-н\w*|г-ж\w+|по\s+имени|named|called)\.?\s+)?"
    rf"((?:{CAPITAL}\.\s?){{0,2}}{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+){{0,2}})"
)
_ENDED = re.compile(r"\s*(?:[,;.)–—]|$)")
_NAME = re.compile(rf"{CAPITAL}[^\W\d_][\w’'-]+")
_FIRM = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH_OBJECT = re.compile(
    r".{2,}?(?:[дтн][ыі]|[ғқ]а|[гк]е|на|не|[дтн]ан|[дтн]ен|[дт][ае])$"
)  # who acts is no object
_POST = re.compile(  # "head of the ward Omarov"
    rf"(?<!\w)([^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{{2,}}(?:\s[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]+){{0,3}}),?\s+"
    rf"(?:{CAPITAL}\.\s?){{0,2}}(?=({CAPITAL}[\w’'-]{{2,}}))"
)
_BEFORE = re.compile(r"[\w-]+(?=\W+(?:[\w-]+\W+)?$)")  # the role of the one who is named
_OWNER = re.compile(
    rf"({CAPITAL}[\w’'-]{{2,}}(?:ның|нің|дың|дің|тың|тің))\s+(?=\w)|({CAPITAL}[\w-]{{2,}})[’']s\s+(?=\w)"
)
_INSIDE = re.compile(rf"(?<=\w\s){CAPITAL}[\w’'-]{{2,}}")
_WHO = re.compile(rf"({CAPITAL}[\w’'-]{{2,}}),\s+(?:котор(?:ый|ая)|who)\s+([^,;.]+)")
_FIRST = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r";\s*")


def given_role(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names after a role that the quotes have, but where they name somebody else or nobody."""
    held = [(part, tongue) for piece, tongue in cut(quotes, pieces) for part in _PIECE.split(piece)]
    for match in _ROLE.finditer(text):
        name, role = match[2], facts(match[1], language) if has("posts", match[1], language) else []
        here = [one for one in held if Names([one[0]]).hold(name)]
        rest = [one for one in held if one not in here]
        if not role or not here or not rest or not all(_introduced(*one, name) for one in here):
            continue
        of_name = [word for one in here for word in content(*one)]
        of_others = [word for one in rest for word in content(*one)]
        if all(best(word, of_name) < OTHER and best(word, of_others) >= MEANT for word in role):
            yield name


def of_other_bearer(text: str, language: Language, proofs: Sequence[Spoken]) -> Iterator[str]:
    """Names after a role that the quotes give to another name, or that there only a firm has.

    `proofs`: the quotes, and what stands above their passages. "The driver's Volvo" names no bearer.
    """
    bearers = [one for words, tongue in proofs for one in _bearers(words, tongue)]
    outside = Names([_FIRM.sub(" ", words) for words, _ in proofs])
    for role, name in _bearers(text, language):
        said = _NAME.findall(name)
        brand = language is not Language.EN and _LATIN.search(name)
        obj = language is Language.KK and said and _KAZAKH_OBJECT.fullmatch(said[-1].casefold())
        if not said or brand or obj:
            continue
        theirs = [known for of, known in bearers if best(role, [of]) >= MEANT]
        if not _held(said, Names(theirs) if theirs else outside):
            yield name


def _held(name: Sequence[str], known: Names) -> bool:
    return any(known.hold(word) or known.spell(word) for word in name)


def _bearers(text: str, language: Language) -> Iterator[tuple[Word, str]]:
    """Of each role that a name follows its word, and the name."""
    for match in _BEARER.finditer(text):
        aside = match[2] and not _ENDED.match(text, match.end())  # "through his counsel, Omarov admits"
        if not aside and any(has(kind, match[1], language) for kind in ("posts", "relations")):
            yield from ((word, match[3]) for word in facts(match[1].lower(), language)[:1])


def of_head(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that tell of one what a relative clause of the quotes tells of another: "X, who was away"."""
    for quote, tongue in quotes:
        for match in _WHO.finditer(quote):
            told = facts(match[2], tongue)
            at = 0
            for part in parts(text, language):
                at = text.find(part.text, at) + len(part.text)
                so_far = Names([text[:at]])
                others = [name for name in _INSIDE.findall(quote) if not Names([match[1]]).hold(name)]
                said = facts(part.text, language)
                same = max(share(said, told), share(told, said)) >= MEANT and min(len(told), len(said)) > 1
                if same and not so_far.hold(match[1]) and any(so_far.hold(name) for name in others):
                    yield part.text.strip()


def named_later(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Owners whom the quotes name only after what the statement tells, and somebody else before that."""
    held = cut(quotes, pieces)
    for match in _OWNER.finditer(text):
        name = match[1] or match[2]
        at = next((n for n, (piece, _) in enumerate(held) if Names([piece]).hold(name)), 0)
        before = held[:at]
        called = {word.casefold() for word in _INSIDE.findall(text)} | set(
            _BEFORE.findall(text[: match.start()])
        )
        told = [word for word in facts(text, language) if word.text not in called]
        known = [word for one in before for word in content(*one)]
        later = [word for one in held[at:] for word in content(*one)]
        shared = sum(best(word, known) >= MEANT > best(word, later) for word in told)
        others = any(_INSIDE.search(piece) and has("he", piece, tongue) for piece, tongue in before)
        if (
            shared >= FEWEST
            and others
            and not any(best(word, later) >= MEANT > best(word, known) for word in told)
        ):
            yield name


def of_another_post(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of those whose own post the quotes tell, given the deed of a post that is named no further.

    "Askarova recorded the death" over "the doctor recorded the death; the paramedic G. Askarova called".
    """
    held = cut(quotes, pieces)
    for name in names(text, language):
        here = [one for one in held if Names([one[0]]).hold(name.word)]
        if not here or not all(_introduced(*one, name.word) for one in here):
            continue
        of_name = [word for one in here for word in content(*one)]
        said = [word for word in facts(text, language) if not Names([name.word]).hold(word.text)]
        numbers = {one.number for one in quantities(text, language)}
        for piece, tongue in held:
            first = _FIRST.match(piece)
            if (piece, tongue) in here or not first or not has("posts", first[0], tongue):
                continue
            post = facts(first[0], tongue)
            if not post or best(post[0], of_name) >= OTHER or _INSIDE.search(piece):
                continue
            there = content(piece, tongue)
            told = sum(best(word, there) >= MEANT > best(word, of_name) for word in said)
            told += len(numbers & {one.number for one in quantities(piece, tongue)})
            own = sum(best(word, of_name) >= MEANT > best(word, there) for word in said)
            if told >= FEWEST and not own and not any(best(word, said) >= MEANT for word in post):
                yield name.word


def _introduced(text: str, language: Language, name: str) -> bool:
    """Whether the text gives the one with the name a role of their own."""
    return any(has("posts", one[1], language) and Names([one[2]]).hold(name) for one in _POST.finditer(text))
