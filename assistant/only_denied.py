"""Finds what a statement affirms of somebody or something of whom its quotes only deny.

"The database was encrypted" over "the database was not harmed". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.kinds import denials_of
from assistant.meaning import Word, best, content, facts
from assistant.names import names, same_name, skeleton
from assistant.polarity import Clause, clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

SUBJECT = 2  # first words of a clause: of whom it speaks
SAME = 0.7  # likeness from which two words are one
MEANT, OTHER = 0.5, 0.2  # from which one is meant by the other, across languages too; and below which not
FEWEST = 2  # words
_EXCEPTING = ("excepts", "only", "despite", "even")
ROOT = 5  # letters that the forms of a word share
MOST = 3  # words of the statement beside its subject that a denying clause may have
_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+(?:\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+)?"
_NOT_BY = re.compile(
    rf"\bnot\s+(?:\w+\s+){{0,3}}?by\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?({_NAME})"
    rf"|\bне\s+(?:сам\w+\s+)?({_NAME})|({_NAME})\s+емес"
)
_DENIAL = re.compile(r"[\w-]+(?:\s+[\w-]+){0,2}?\s+(?:не|not|never)\b", re.IGNORECASE)


def only_denied(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses that affirm of their first words, or of a name, which stand in denials only."""
    held = cut(quotes, clauses)
    if not any(clause.denied for clause, _ in held):
        return
    for said in clauses(text, language):
        if said.denies or said.unclear:
            continue
        if _of_subject(said, language, held) or _of_name(said, language, held):
            yield said.text.strip()


def nothing_of(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words of a statement that denies nothing, which stand only where the quotes found nothing at all."""
    if any(said.denies for said in clauses(text, language)):
        return
    held = cut(quotes, clauses)
    empty = [one for one in held if one[0].denied and has("nothing", one[0].text, one[1])]
    no = [word for clause, tongue in empty for word in facts(clause.text, tongue)]
    yes = [word for one in held if one not in empty for word in content(one[0].text, one[1])]
    yield from (word.text for word in facts(text, language) if best(word, no) >= SAME > best(word, yes))


def things_denied(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words of a statement that denies nothing, several of which stand only in denying parts of the quotes.

    Across languages, where the denied verbs themselves cannot be compared so well.
    """
    if all(tongue is language for _, tongue in quotes) or any(
        said.denies or said.unclear for said in clauses(text, language)
    ):
        return
    if any(has(kind, quote, tongue) for quote, tongue in quotes for kind in _EXCEPTING):
        return
    held = cut(quotes, parts)
    no = [
        word for part, tongue in held if part.denied and not part.unclear for word in facts(part.text, tongue)
    ]
    yes = [word for part, tongue in held if not part.denied for word in content(part.text, tongue)]
    denied = [
        word.text for word in facts(text, language) if best(word, no) >= MEANT and best(word, yes) < OTHER
    ]
    if len(denied) >= FEWEST:
        yield from denied


def not_by(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The quotes' words that a thing was not by somebody whom the statement names and denies nothing of."""
    if any(
        said.denies or said.unclear or has("negates", said.text, language) for said in clauses(text, language)
    ):
        return
    named = [skeleton(name.word) for name in names(text, language) if len(name.word) > 2]
    for quote, _ in quotes:
        for match in _NOT_BY.finditer(quote):
            whom = [skeleton(word) for word in (match[match.lastindex or 0]).split()]
            if any(same_name(one, other) for one in whom for other in named):
                yield match[0]


def of_both(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that affirms something of two, where a part of the quotes denies."""
    if not has("both", text, language) or any(said.denies for said in clauses(text, language)):
        return
    if any(part.denied for part, _ in cut(quotes, parts)):
        yield text.strip()


def _of_subject(said: Clause, language: Language, held: Sequence[tuple[Clause, Language]]) -> bool:
    words = facts(said.text, language)
    if len(words) <= SUBJECT:
        return False
    about = [
        (clause, content(clause.text, tongue))
        for clause, tongue in held
        if all(best(word, content(clause.text, tongue)) >= SAME for word in words[:SUBJECT])
    ]
    if not about or not all(_denies_at_once(clause, words[SUBJECT - 1]) for clause, _ in about):
        return False
    return all(
        clause.denied
        and not clause.unclear
        and not denials_of(said.text, clause.text)
        and not any(best(word, theirs) >= SAME for word in _predicate(words, theirs))
        for clause, theirs in about
    )


def _denies_at_once(clause: Clause, subject: Word) -> bool:
    """Whether a denial follows the word within a few others."""
    at = clause.text.casefold().find(subject.text[:ROOT])
    return at >= 0 and bool(_DENIAL.match(clause.text[at:]))


def _predicate(words: Sequence[Word], theirs: Sequence[Word]) -> Sequence[Word]:
    """What follows the words at the beginning that both have."""
    first = next((n for n, word in enumerate(words) if best(word, theirs) < SAME), len(words))
    return words[first : first + MOST] or words


def _of_name(said: Clause, language: Language, held: Sequence[tuple[Clause, Language]]) -> bool:
    """Across languages, where words cannot be compared so well."""
    people = [
        skeleton(name.word) for name in names(said.text, language) if not name.opens and len(name.word) > 2
    ]
    for person in people:
        about = [
            clause
            for whole, tongue in held
            if tongue is not language
            for clause in parts(whole.text, tongue)
            if any(same_name(person, skeleton(name.word)) for name in names(clause.text, tongue))
        ]
        if (
            about
            and all(clause.denied and not clause.unclear for clause in about)
            and len(parts(said.text, language)) > 1
        ):
            return True
    return False
