"""Finds denials that a statement adds to what its quotes say, or drops from it.

"The court did not refuse, it chose house arrest" over "the court refused and chose house arrest": as a whole
the sentence is near its quote, one of its verbs says the reverse. Denials are paired by the words they deny;
those left over on one side must be told in other words on the other. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.bounds import without_bounds
from assistant.counterparts import sharing_most
from assistant.denied import denied_words
from assistant.kinds import denials_of
from assistant.meaning import MEANT, Word, best, content, facts, share
from assistant.names import CAPITAL
from assistant.polarity import KAZAKH_VERB, NO_DENIAL, clause, clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has, without
from casefile.language import Language

NEAR, CLOSE = 0.3, 0.1  # share of words from which two parts say the same; and less than the best by so much
MOST = 0.6  # share of a part's words that the statement has
PAIRED = 0.3  # from which two denials are one
ROOT = 4  # letters that words of one root share
SURE = 0.7  # likeness from which two words are one

_WORD = re.compile(r"[^\W\d_]+")
_NO_MORE = re.compile(  # denies nothing more, or asks
    r"^nor\b|\balone\b|\?|\bли\b|превыша|exceed|артпа|аспа|\bwhether\b|\b[мбп][аеы]\s*\?", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:и|да|или)\s+не\b|\bnor\b|\bни\b", re.IGNORECASE)
_NOT_WITHOUT = re.compile(r"\bне\s+без\s+\w+|\bnot\s+without\b|\w+(?:сыз|сіз)\s+емес\b", re.IGNORECASE)
_PLAIN_WITHOUT = re.compile(r"\bбез\s+\w+|\bwithout\s+(?:the\s+)?\w+|\b\w+(?:сыз|сіз)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:без|without)\s+\w+", re.IGNORECASE)
_NAMES = re.compile(rf"[«\"“]?(?<=[\s«\"“]){CAPITAL}[\w-]+[»\"”]?")
_NONE_LACKS = {
    Language.EN: re.compile(
        r"\b(?:none|nobody|not\s+one|no\s+\w+)(?:\s+\w+){0,4}?\s+"
        r"(?:lack(?:ed|s)?|(?:was|were|is|are)\s+(?:without|missing))\s+([^,;.]+)",
        re.IGNORECASE,
    ),
    Language.RU: re.compile(
        r"\bни\s+(?:(?:у|на|в)\s+)?одн\w+(?:\s+\w+){0,4}?\s+не\s+(?:отсутствовал|лиш[её]н)\w*\s+([^,;.]+)",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"([^,;.]+?(?:\sжоқ|\w(?:сыз|сіз)))\s+(?:бірде-бір\s+)?\w+\s+"
        r"(?:болған\s+жоқ|болмаған|болмады|кездеспе\w+|табылма\w+|табылған\s+жоқ)",
        re.IGNORECASE,
    ),
}
# What is done without something may be told as its contrary, "without a break" as "at a stretch"; and of two
# things that are set against each other the one that is not meant may be left out.
_EITHER_WAY = re.compile(
    r"\b(?:без|without)\s+\w+|\w+(?:сыз|сіз)\b|\bжоққа\s+шығарм\w+"
    r"|,\s+(?:а\s+)?не\s+(?:на\s+|в\s+|к\s+|за\s+)?\w+|\bnot\s+(?:by\s+)?\w+\s+but\b|\w+\s+емес,"
    r"|\bnot\s+(?:\w+\s+){0,2}?(?=\w+\s+(?:\w+\s+)?(?:before|until)\b)|артық\s+(?:\w+\s+){0,3}?\w+[мбп][ае]\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A part of a sentence: what it denies, what it says besides, and whether it may deny in other words."""

    text: str
    denied: Sequence[Word]
    affirmed: Sequence[Word]
    facts: Sequence[Word]
    denies: bool
    hints: Sequence[str]  # words that may deny in another way
    language: Language

    @property
    def unclear(self) -> bool:
        return self.denies or bool(self.hints)


def denied_anew(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts of the statement that deny, where the quotes have fewer denials left that could be meant.

    Words that may deny in another way count too, but where no part near has one.
    """
    bare = _EITHER_WAY.sub(" ", text)
    said, told = _parts(bare, language), [part for quote in quotes for part in _parts(*quote)]
    no = denied_words(bare, language)
    theirs = [word for quote in quotes for word in denied_words(*quote)]
    alone = [word for word in no if best(word, theirs) < MEANT and not _hinders(word, quotes, language)]
    plain = [(_WITHOUT.sub(" ", quote), tongue) for quote, tongue in quotes]
    others = [word for quote in plain for word in denied_words(*quote)]
    marks = sum(len(_marks(*quote)) for quote in plain)
    left = max(sum(best(word, no) < MEANT for word in others), marks - len(no) + len(alone))
    for word in alone:
        there = [n for n, part in enumerate(told) if best(word, part.affirmed) >= SURE]
        if (
            there
            and not word.light
            and (_refusal(word, there, told) or (left < len(alone) and _plain(there, told)))
        ):
            yield _with(word, said)
            return
    over = len(alone) - len(_AGAIN.findall(bare)) - left  # "neither changed nor erased": one denial of both
    if over <= 0:
        return
    only = sum(has("only", *quote) for quote in quotes)  # "only with" is "not without"
    if over > only + _spare(text, language, quotes):
        yield _with(alone[0], said)
        return
    for part in said:
        near = _around(part, told) if any(word in alone for word in part.denied) else []
        if near and not any(one.unclear for one in near):
            yield part.text.strip()


def not_without(text: str, _: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """What is told to have been done without a thing, though the quotes say only "not without"."""
    told = " ".join(words for words, _ in quotes)
    if _NOT_WITHOUT.search(told) and not _PLAIN_WITHOUT.search(_NOT_WITHOUT.sub(" ", told)):
        yield from (match[0] for match in _PLAIN_WITHOUT.finditer(_NOT_WITHOUT.sub(" ", text)))


def no_obstacle_to(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that nothing stands in the way of what its quotes deny."""
    if not has("no_obstacle", text, language) or any(has("no_obstacle", *quote) for quote in quotes):
        return
    said = content(without("no_obstacle", text, language), language)
    near = [one for one, tongue in cut(quotes, clauses) if share(content(one.text, tongue), said) >= MOST]
    if near and all(one.denied for one in near):
        yield text.strip()


def objected(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that are against what the quotes only say nobody is against, or the reverse."""
    for kind in "objects", "disputes":
        held = [
            ((without(kind, part.text, tongue), tongue), has(kind, part.text, tongue))
            for part, tongue in cut(quotes, parts)
        ]
        for said in clauses(text, language):
            bare = without(kind, said.text, language)
            if not has(kind, said.text, language):
                continue
            _, meant = sharing_most(facts(_NAMES.sub(" ", bare), language), [one for one, _ in held])
            against = [(one, of_kind) for one, of_kind in held if one in meant]
            theirs = [clause(*one).denied for one, _ in against]
            all_of_kind = against and all(of_kind for _, of_kind in against)
            if all_of_kind and clause(bare, language).denied not in theirs:
                yield said.text.strip()


def not_set_aside(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that a decision stands which by the quotes was set aside."""
    undone = [quote for quote in quotes if has("sets_aside", *quote)]
    if undone and not has("sets_aside", text, language) and has("upholds", text, language):
        said = facts(text, language)
        if any(share(said, content(*quote)) >= NEAR and not _upheld(*quote) for quote in undone):
            yield text.strip()


def _upheld(text: str, language: Language) -> bool:
    """Whether something in it was upheld before it tells of what was set aside."""
    aside = min((match.start() for match in found("sets_aside", text, language)), default=0)
    return language is not Language.KK and has("upholds", text[:aside], language)


def none_lacks(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that deny a thing which by the quotes is nowhere lacking: "none was without a number"."""
    there = [
        word
        for quote, tongue in quotes
        if tongue in _NONE_LACKS
        for match in _NONE_LACKS[tongue].finditer(quote)
        for word in facts(match[1], tongue)
    ]
    for said in clauses(text, language) if there else ():
        again = _NONE_LACKS[language].search(said.text)
        if (
            said.denied
            and not again
            and any(best(word, there) >= MEANT for word in facts(said.text, language))
        ):
            yield said.text.strip()


def undenied(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts of the quotes that deny and are told, where the statement has no denial left for them."""
    said = _parts(text, language)
    told = [part for quote, tongue in quotes for part in _parts(_EITHER_WAY.sub(" ", quote), tongue)]
    mine, theirs = _paired(said, told)
    free = sum(max(len(part.denied), part.denies) for part in said if part not in mine)
    free += _unmatched(_indirect(text, language), [one for quote in quotes for one in _indirect(*quote)])
    for part in told:
        if not part.denied or part in theirs or _NO_MORE.search(part.text):
            continue
        if denials_of(text, part.text) or has("overlooks", part.text, part.language):
            continue  # told by the contrary; what the court did not consider is so
        top = max((_near(part, one) for one in said), default=0)
        near = [
            one
            for one in said
            if _near(part, one) >= max(NEAR, top - CLOSE)
            and all(_near(part, one) > _near(other, one) or other.denied for other in told)
        ]
        undoes = has("undoes", part.text, part.language)
        if undoes and not any(has("undoes", one.text, language) for one in near):
            continue  # a denial of a denial
        if near and not any(_answers(one, part) for one in near):
            free -= 1
            if free < 0:
                yield part.text.strip()
                return


def exchanged_denials(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that deny what the quotes affirm, where the statement affirms what they deny."""
    said = [_told(part) for part in _parts(text, language)]
    told = [_told(part) for quote in quotes for part in _parts(*quote)]
    mine, theirs = ([part for part in some if part.denied] for some in (said, told))
    if len(mine) == len(theirs) == 1 and _near(mine[0], theirs[0]) < PAIRED:
        there, here = _nearest(mine[0], told), _nearest(theirs[0], said)
        four = [part for part in (mine[0], theirs[0], there, here) if part and len(part.facts) > 1]
        if len(four) == 4 and not any(part.unclear for part in four[2:]):
            yield mine[0].text.strip()


def _told(part: _Part) -> _Part:
    """The part without the words for saying it."""
    return replace(part, facts=[word for word in part.facts if not has("says", word.text, part.language)])


def _nearest(part: _Part, others: Sequence[_Part]) -> _Part | None:
    shares = (max(share(part.facts, one.facts), share(one.facts, part.facts)) for one in others)
    scored = max(((shared, n) for n, shared in enumerate(shares)), default=(0.0, 0))
    return others[scored[1]] if scored[0] >= PAIRED else None


def _answers(said: _Part, denial: _Part) -> bool:
    """Whether the part may deny what the other does: in words that the other has not besides its denial."""
    return said.denies or _unmatched(said.hints, denial.hints) > 0


def _paired(said: Sequence[_Part], told: Sequence[_Part]) -> tuple[list[_Part], list[_Part]]:
    """The parts on either side that deny what a part of the other denies, each once, the likest first."""
    pairs = sorted(
        (
            (
                1.0 if any(best(word, two.denied) >= MEANT for word in one.denied) else _near(one, two),
                one,
                two,
            )
            for one in said
            for two in told
            if one.denied and two.denied
        ),
        key=lambda pair: -pair[0],
    )
    mine: list[_Part] = []
    theirs: list[_Part] = []
    for score, one, two in pairs:
        if score >= PAIRED and one not in mine and two not in theirs:
            mine.append(one)
            theirs.append(two)
    return mine, theirs


def _refusal(word: Word, there: Sequence[int], told: Sequence[_Part]) -> bool:
    """Whether the word denies by itself and is denied: "did not refuse" over "refused"."""
    denies = any(has(kind, word.text, told[there[0]].language) for kind in ("denies", "may_deny"))
    return denies and not any(told[n].denied for n in there)


def _hinders(word: Word, quotes: Sequence[Spoken], language: Language) -> bool:
    """Whether its denial affirms something that no quote need deny: "does not dispute"."""
    held = [one for quote in quotes for one in content(*quote)]
    return has("undoes", word.text, language) and best(word, held) < MEANT


def _plain(there: Sequence[int], told: Sequence[_Part]) -> bool:
    """Whether none of those parts, nor one beside them, may deny."""
    return not any(one.unclear for n in there for one in told[max(0, n - 1) : n + 2])


def _with(word: Word, said: Sequence[_Part]) -> str:
    return next((part.text.strip() for part in said if word in part.denied), word.text)


def _around(part: _Part, others: Sequence[_Part]) -> list[_Part]:
    """The parts that say most of the same, and those beside them."""
    scores = [_near(part, one) for one in others]
    top = max(scores, default=0)
    if top < NEAR:
        return []
    at = {n for n, score in enumerate(scores) if score >= max(NEAR, top - CLOSE)}
    return [one for n, one in enumerate(others) if at & {n - 1, n, n + 1}]


def _near(one: _Part, other: _Part) -> float:
    there, back = share(one.facts, other.facts), share(other.facts, one.facts)
    return 2 * there * back / (there + back) if there and back else 0.0


def _marks(text: str, language: Language) -> list[str]:
    """The words that deny, as such."""
    bare = NO_DENIAL.sub(" ", without_bounds(text))
    marks = [match[0] for match in found("denies", bare, language)]
    if language is Language.KK:
        marks += [word for word in _WORD.findall(bare) if KAZAKH_VERB.fullmatch(word.casefold())]
    return marks


def _indirect(text: str, language: Language) -> list[str]:
    """Words that may deny in another way."""
    kinds, text = ("may_deny", "negates"), NO_DENIAL.sub(" ", text)
    words = {match.start(): match[0] for kind in kinds for match in found(kind, text, language)}
    return [word.casefold() for word in words.values()]


def _spare(text: str, language: Language, quotes: Sequence[Spoken]) -> int:
    """How many words that may deny the quotes have more than the statement; of one language, others."""
    own = _indirect(text, language)
    same = [word for quote, tongue in quotes if tongue is language for word in _indirect(quote, tongue)]
    across = sum(len(_indirect(*quote)) for quote in quotes if quote[1] is not language)
    return _unmatched(same, own) + max(0, across - (0 if same else len(own)))


def _unmatched(words: Sequence[str], others: Sequence[str]) -> int:
    """How many of the words no other is like."""
    return sum(not any(word[:ROOT] == one[:ROOT] for one in others) for word in words)


def _parts(text: str, language: Language) -> list[_Part]:
    return [
        _Part(
            part.text,
            denied := denied_words(part.text, language),
            [word for word in content(part.text, language) if word not in denied],
            [word for word in content(part.text, language) if not word.light and len(word.text) > 1],
            part.denies,
            _indirect(part.text, language),
            language,
        )
        for part in parts(text, language)
    ]
