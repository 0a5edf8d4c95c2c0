"""What is checked of a statement whose quotes stand where they should, reason by reason.

Each check yields what is wrong: the words, names or numbers that no quote proves. Knows nothing of verdicts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from assistant.actors import exchanged, narrator_acts, swapped, watched
from assistant.added import added
from assistant.anchors import counted_from, without_first_day
from assistant.apposed import given_role, named_later, of_another_post, of_head, of_other_bearer
from assistant.attributed import (
    by_leave,
    by_word_of,
    called_so,
    hearsay,
    put_into_mouth,
    said_by_nobody,
    said_by_others,
)
from assistant.borrowed import borrowed, obeyed, run_of_words, told_elsewhere, unquoted
from assistant.carriers import giver_or_carrier
from assistant.conditions import (
    excepted_too,
    half_conditional,
    half_described,
    inverted,
    only_the_excepted,
    unconditional,
    unexcepted,
)
from assistant.crossed import crossed
from assistant.dates import without_dates
from assistant.debtors import of_other_debtor, on_other_basis
from assistant.denials import (
    denied_anew,
    exchanged_denials,
    no_obstacle_to,
    none_lacks,
    not_set_aside,
    not_without,
    objected,
    undenied,
)
from assistant.denied import affirmed_apart, contradicted, needless
from assistant.directions import by_then, only_extended, other_way
from assistant.duties import not_obliged, other_modal, without_may
from assistant.equated import equated
from assistant.events import of_other_number, unheard
from assistant.exchanged import exchanged_numbers, of_another
from assistant.graded import graded
from assistant.half_rules import told_of_anybody
from assistant.holders import used_by
from assistant.journeys import reversed_journey
from assistant.kinds import opposed, renamed
from assistant.label import title
from assistant.leave import allowed, barred, bound_to_file, freed, given_leave, obliged, penalty_due
from assistant.marked import of_other_mark
from assistant.meaning import content
from assistant.messages import told_as_done
from assistant.misnamed import (
    elsewhere,
    joined_names,
    mixed_names,
    other_identifier,
    other_initials,
    unknown_plates,
)
from assistant.misplaced import beside_another, misplaced
from assistant.mixed_script import mixed_words
from assistant.months import other_months
from assistant.normal import fold
from assistant.number_proofs import unproved, unproved_ordinals
from assistant.occasions import of_another_occasion
from assistant.only_denied import not_by, nothing_of, of_both, only_denied, things_denied
from assistant.other_place import at_other_place, of_other_kind
from assistant.overstated import done_already, either, firmer, stronger, sufficient
from assistant.owners import anothers
from assistant.paired import names_exchanged, numbers_exchanged, of_other_name
from assistant.person_place import person_for_place
from assistant.ranges import other_ends, other_members, said_twice
from assistant.ranked import outranked
from assistant.references import check_references, other_reference, without_proved
from assistant.relatives import of_former, of_relative
from assistant.sanctions import of_other_punishment
from assistant.sense import let, other_duty, surely, turned, wider
from assistant.sequence import compared_days, done_only_then, out_of_order
from assistant.shares import given_for_all, of_each_part, of_some, told_of_part
from assistant.since import of_lower_post
from assistant.speakers import said_by_another, said_by_no_speaker, words_of_another
from assistant.speech import stands_in, unsaid
from assistant.spoken import Spoken, Told
from assistant.strangers import strangers
from assistant.sums import claimed_or_awarded, each_of_total, on_top, owed, without_rate
from assistant.supposed import (
    all_open,
    as_alleged,
    duty_or_advice,
    established_by_word,
    identified,
    named_suspect,
    not_accepted,
    only_advised,
    only_applied,
    only_due,
    only_planned,
    only_suspected,
    surer,
    threatened,
)
from assistant.tariffs import of_other_item
from assistant.unknown_names import naming, unknown_names
from assistant.unsettled import likelier, not_to_be_told, of_whom_asked, only_asked, settled, untraced
from assistant.verdict import Doubt, Reason
from casefile.answer import Citation
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.search import Hit

_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|javascript:|data:)\S+|(?<=\]\()[^)\s]+|\S+@\S+\.\w+"
    r"|(?<=src=)\S+|(?<=href=)\S+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|info|io|ru|kz|me|top|xyz|onion|site|online)\b\S*",
    re.IGNORECASE,
)
_ANSWER = re.compile(  # to the question
    r"^\s*(?:yes|no|да|нет|иә|ия|жоқ)\s*[.,!:–—-]\s+(?=\w)", re.IGNORECASE
)

# What holds a statement against its quotes alone; and against them with what stands above their passages.
_OF_QUOTES: Sequence[tuple[Reason, Callable[[str, Language, Sequence[Spoken]], Iterable[str]]]] = (
    (Reason.NEGATION, turned),
    (Reason.NEGATION, contradicted),
    (Reason.NEGATION, affirmed_apart),
    (Reason.NEGATION, denied_anew),
    (Reason.NEGATION, undenied),
    (Reason.NEGATION, exchanged_denials),
    (Reason.NEGATION, no_obstacle_to),
    (Reason.NEGATION, objected),
    (Reason.NEGATION, none_lacks),
    (Reason.NEGATION, not_set_aside),
    (Reason.NEGATION, not_without),
    (Reason.NEGATION, opposed),
    (Reason.NEGATION, only_denied),
    (Reason.NEGATION, nothing_of),
    (Reason.NEGATION, not_by),
    (Reason.NEGATION, of_both),
    (Reason.NEGATION, things_denied),
    (Reason.NEGATION, needless),
    (Reason.NEGATION, let),
    (Reason.DUTY, other_duty),
    (Reason.DUTY, surely),
    (Reason.DUTY, other_modal),
    (Reason.DUTY, not_obliged),
    (Reason.DUTY, given_leave),
    (Reason.DUTY, obliged),
    (Reason.DUTY, allowed),
    (Reason.DUTY, bound_to_file),
    (Reason.DUTY, barred),
    (Reason.DUTY, freed),
    (Reason.DUTY, penalty_due),
    (Reason.DUTY, done_already),
    (Reason.CERTAINTY, without_may),
    (Reason.CERTAINTY, surer),
    (Reason.CERTAINTY, settled),
    (Reason.CERTAINTY, likelier),
    (Reason.CERTAINTY, only_asked),
    (Reason.CERTAINTY, not_to_be_told),
    (Reason.CERTAINTY, of_whom_asked),
    (Reason.CERTAINTY, identified),
    (Reason.CERTAINTY, only_planned),
    (Reason.CERTAINTY, only_due),
    (Reason.CERTAINTY, all_open),
    (Reason.CERTAINTY, only_advised),
    (Reason.CERTAINTY, as_alleged),
    (Reason.CERTAINTY, established_by_word),
    (Reason.DUTY, duty_or_advice),
    (Reason.NEGATION, not_accepted),
    (Reason.CERTAINTY, only_applied),
    (Reason.CERTAINTY, only_suspected),
    (Reason.CERTAINTY, named_suspect),
    (Reason.CERTAINTY, threatened),
    (Reason.CERTAINTY, stronger),
    (Reason.CERTAINTY, sufficient),
    (Reason.CERTAINTY, untraced),
    (Reason.CERTAINTY, outranked),
    (Reason.SCOPE, wider),
    (Reason.SCOPE, firmer),
    (Reason.SCOPE, either),
    (Reason.SCOPE, unconditional),
    (Reason.SCOPE, half_conditional),
    (Reason.SCOPE, half_described),
    (Reason.SCOPE, only_the_excepted),
    (Reason.SCOPE, inverted),
    (Reason.SCOPE, unexcepted),
    (Reason.SCOPE, excepted_too),
    (Reason.SCOPE, of_another_occasion),
    (Reason.SCOPE, out_of_order),
    (Reason.SCOPE, compared_days),
    (Reason.SCOPE, done_only_then),
    (Reason.NAME, elsewhere),
    (Reason.NAME, given_role),
    (Reason.NAME, of_head),
    (Reason.NAME, named_later),
    (Reason.NAME, of_another_post),
    (Reason.NAME, of_relative),
    (Reason.NAME, of_former),
    (Reason.NAME, of_other_mark),
    (Reason.NAME, giver_or_carrier),
    (Reason.NAME, names_exchanged),
    (Reason.NAME, reversed_journey),
    (Reason.NAME, person_for_place),
    (Reason.NAME, equated),
    (Reason.NAME, swapped),
    (Reason.NAME, exchanged),
    (Reason.NAME, watched),
    (Reason.NAME, said_by_another),
    (Reason.NAME, words_of_another),
    (Reason.NAME, said_by_no_speaker),
    (Reason.NUMBER, misplaced),
    (Reason.NUMBER, beside_another),
    (Reason.NUMBER, other_ends),
    (Reason.NUMBER, other_members),
    (Reason.NUMBER, said_twice),
    (Reason.NUMBER, exchanged_numbers),
    (Reason.NUMBER, of_another),
    (Reason.NUMBER, graded),
    (Reason.NUMBER, of_other_item),
    (Reason.NUMBER, of_other_punishment),
    (Reason.NUMBER, on_top),
    (Reason.NUMBER, without_rate),
    (Reason.NUMBER, each_of_total),
    (Reason.NUMBER, claimed_or_awarded),
    (Reason.NUMBER, owed),
    (Reason.NUMBER, other_way),
    (Reason.NUMBER, only_extended),
    (Reason.NUMBER, by_then),
    (Reason.NUMBER, of_other_debtor),
    (Reason.NUMBER, of_other_name),
    (Reason.NUMBER, counted_from),
    (Reason.NUMBER, without_first_day),
    (Reason.NUMBER, given_for_all),
    (Reason.NUMBER, of_each_part),
    (Reason.NUMBER, of_some),
    (Reason.NUMBER, told_of_part),
    (Reason.NUMBER, of_lower_post),
    (Reason.NUMBER, of_other_number),
)
_OF_DOCUMENTS: Sequence[tuple[Reason, Callable[[str, Language, Sequence[Told]], Iterable[str]]]] = (
    (Reason.NAME, anothers),
    (Reason.NAME, put_into_mouth),
    (Reason.NAME, said_by_nobody),
    (Reason.NAME, hearsay),
    (Reason.NAME, by_word_of),
    (Reason.NAME, crossed),
    (Reason.NAME, called_so),
    (Reason.NAME, by_leave),
    (Reason.NAME, used_by),
    (Reason.NUMBER, other_months),
    (Reason.NUMBER, at_other_place),
    (Reason.CERTAINTY, told_as_done),
    (Reason.NUMBER, of_other_kind),
    (Reason.NAME, said_by_others),
    (Reason.NAME, narrator_acts),
)


def doubts(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> Iterator[Doubt]:
    """Everything that the quotes do not prove. `hits`: all passages at hand, quoted or not."""
    quotes = [fold(citation.quote).text for citation in citations]
    yield from _each(Reason.LINK, (link for link in _LINK.findall(text) if not stands_in(link, quotes)))
    rest = without_proved(_ANSWER.sub("", text), citations, language)
    yield from _each(Reason.SPEECH, unsaid(rest, [words for c in citations for words in naming(c)]))
    rest, strange = check_references(rest, citations)
    yield from _each(Reason.REFERENCE, (*strange, *other_reference(text, citations)))
    titled = [(title(citation.hit), citation.hit.passage.language) for citation in citations]
    yield from _each(Reason.NUMBER, unproved(rest, language, _spoken(citations), titled))
    yield from _each(Reason.NUMBER, unproved_ordinals(rest, _known(citations)))
    if content(rest, language):  # else the statement says no more than its quotes and where they stand
        spoken = _spoken(citations)
        yield from _each(Reason.NUMBER, numbers_exchanged(text, language, spoken))
        yield from _each(Reason.REFERENCE, on_other_basis(text, language, spoken))
        yield from _other_sense(rest, citations, language)
        yield from _each(Reason.ADDED, _from_elsewhere(rest, citations, hits, language))
    yield from _misnamed(rest, citations, language)
    yield from _each(Reason.NAME, unknown_names(without_dates(rest), citations, hits, language))


def _each(reason: Reason, found: Iterable[str]) -> Iterator[Doubt]:
    return (Doubt(reason, about) for about in found)


def _spoken(citations: Sequence[Citation]) -> list[Spoken]:
    return [(citation.quote, citation.hit.passage.language) for citation in citations]


def _other_sense(text: str, citations: Sequence[Citation], language: Language) -> Iterator[Doubt]:
    quotes = _spoken(citations)
    for reason, check in _OF_QUOTES:
        yield from _each(reason, check(text, language, quotes))
    told = [(quote, tongue, title(c.hit)) for (quote, tongue), c in zip(quotes, citations, strict=True)]
    for reason, of_documents in _OF_DOCUMENTS:
        yield from _each(reason, of_documents(text, language, told))
    whole = [(one, c.hit.passage.text) for one, c in zip(told, citations, strict=True)]
    yield from _each(Reason.NAME, strangers(text, language, whole))
    beside = [
        (words, c.hit.passage.language) for c in citations for words in (c.hit.passage.text, *naming(c))
    ]
    yield from _each(Reason.ADDED, added(text, language, quotes, beside))
    rules = [(c.quote, c.hit.passage.language, c.hit.passage.text) for c in _rules(citations)]
    of_rules = [(rule, tongue) for _, tongue, rule in rules]
    yield from _each(Reason.ADDED, unheard(text, language, [*_known(citations), *of_rules]))
    yield from _each(Reason.SCOPE, told_of_anybody(text, language, rules))


def _from_elsewhere(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> list[str]:
    known = _known(citations)
    shown = [(hit.passage.text, hit.passage.language) for hit in hits.values()]
    translates = any(citation.hit.passage.language is not language for citation in citations)
    return (
        obeyed(text, language, known, shown)
        or ([] if translates else borrowed(text, language, known, shown))
        or unquoted(text, language, known, shown)
        or told_elsewhere(text, language, known, shown)
        or run_of_words(text, language, known, shown)
    )


def _known(citations: Sequence[Citation]) -> list[Spoken]:
    """The quotes, and what stands above them."""
    return [(words, c.hit.passage.language) for c in citations for words in naming(c)]


def _misnamed(text: str, citations: Sequence[Citation], language: Language) -> Iterator[Doubt]:
    proofs = [words for citation in citations for words in naming(citation)]
    quotes = [citation.quote for citation in citations]
    yield from _each(Reason.NAME, other_initials(text, proofs, language))
    yield from _each(Reason.NAME, joined_names(text, language, proofs, quotes))
    yield from _each(Reason.NAME, mixed_names(text, language, _known(citations)))
    yield from _each(Reason.NAME, of_other_bearer(text, language, _known(citations)))
    yield from _each(Reason.NAME, other_identifier(text, proofs, quotes))
    yield from _each(Reason.NAME, unknown_plates(text, proofs))
    yield from _each(Reason.NAME, mixed_words(text, proofs))
    # The sanction of an article is quoted without its crime, which stands in the same passage.
    articles = [c.hit.passage.text for c in _rules(citations)]
    yield from _each(Reason.ADDED, renamed(text, [*proofs, *articles]))


def _rules(citations: Sequence[Citation]) -> list[Citation]:
    """Those of laws and guidance."""
    return [c for c in citations if c.hit.collection.kind is not CollectionKind.CASE]
