"""Finds what a statement settles though its quotes leave it open.

"It was cannabis" over "a rapid test shows cannabis", "nobody entered" over "no traces of entry were found".
Knows nothing of passages.
"""

from collections.abc import Iterator, Sequence

from assistant.counterparts import sharing_most
from assistant.denied import denied_words
from assistant.meaning import best, content, facts, in_common
from assistant.names import Names, names
from assistant.polarity import clauses, pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import found, has
from casefile.language import Language

SAME = 0.7  # likeness from which two words are one
FEWEST = 2  # words that two texts share about one matter
SHORT = 3  # letters
_HEDGES = ("unsettled", "supposes", "suspects")


def settled(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement where it speaks of what a clause of the quotes leaves open, and says nothing of that."""
    denies = any(clause.denies for clause in clauses(text, language))
    if denies or any(has(kind, text, language) for kind in _HEDGES):
        return
    said = facts(text, language)
    for quote, tongue in quotes:
        for piece in pieces(quote, tongue):
            if has("conditions", piece, tongue):  # "if the password is unknown"
                continue
            if has("unsettled", piece, tongue) and any(
                best(word, said) >= SAME for word in content(piece, tongue) if not word.light
            ):
                yield text.strip()
                return


def likelier(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words that call likely what by the quotes allows no conclusion."""
    if has("no_conclusion", text, language) or has("unsettled", text, language):
        return
    if any(has("no_conclusion", *quote) for quote in quotes) and not any(has("likelier", *q) for q in quotes):
        yield from (match[0] for match in found("likelier", text, language))


def only_asked(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells what its quotes only ask: whether the liquid holds poison."""
    if has("whether", text, language) or any(has(kind, text, language) for kind in _HEDGES):
        return
    most, meant = sharing_most(facts(text, language), cut(quotes, pieces))
    asks = _are_questions(quotes) and not has("asks_for", text, language)
    if most and (asks or all(has("whether", *one) for one in meant)):
        yield text.strip()


def not_to_be_told(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that tells what somebody in its quotes says they are not able to say."""
    if any(has(kind, text, language) for kind in ("cannot_tell", "whether", "knows", *_HEDGES)):
        return
    said, whole = facts(text, language), cut(quotes, pieces)
    numbers = [in_common(said, content(*one)) for one in whole]
    nearest = [one for one, number in zip(whole, numbers, strict=True) if number == max(numbers)]
    if max(numbers, default=0) >= FEWEST and all(has("cannot_tell", *one) for one in nearest):
        yield text.strip()
        return
    unsaid = [word for one in whole if has("cannot_tell", *one) for word in denied_words(*one)]
    denied = [word for one in whole if not has("cannot_tell", *one) for word in denied_words(*one)]
    for word in denied_words(text, language):  # "cannot say that I did not take it"
        if best(word, unsaid) >= SAME > best(word, denied):
            yield text.strip()
            return


def _are_questions(quotes: Sequence[Spoken]) -> bool:
    """Whether no quote has more than a question: else one may be the answer."""
    return all(quote.rstrip().endswith("?") for quote, _ in quotes)


def of_whom_asked(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names that stand in the quotes only where they do not know whether: "whether Askar ordered it"."""
    if has("whether", text, language):
        return
    held = cut(quotes, pieces)
    asked = [one for one in held if has("whether", *one)]
    open_, rest = (Names(piece for piece, _ in some) for some in (asked, [o for o in held if o not in asked]))
    for name in names(text, language):
        if not name.opens and len(name.word) > SHORT and open_.hold(name.word) and not rest.hold(name.word):
            yield name.word


def untraced(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that denies a thing of which the quotes only say that no trace was found."""
    if any(has(kind, text, language) for kind in ("traces", "finds")):
        return
    if not any(clause.denies for clause in clauses(text, language)):
        return
    denying = [
        (clause.text, tongue)
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
        if clause.denies
    ]
    if not all(has("traces", words, tongue) for words, tongue in denying):
        return
    said = facts(text, language)
    if any(best(word, said) >= SAME for words, tongue in denying for word in content(words, tongue)):
        yield text.strip()
