"""Checks a proposed statement against the passages it names. Pure: the same input gives the same verdict.

A statement is supported if every quote stands in its passage (in recognised text within the bound of
`assistant/recognised.py`), and every number, date, name, link and reference of the statement stands in the
quotes (or is the printed place of what is cited). Whoever proposed it, a model or our own composer, is not
asked.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.abbreviations import abbreviates
from assistant.actors import exchanged, swapped, watched
from assistant.anchors import counted_from, formula
from assistant.attributed import by_leave, called_so, put_into_mouth, told_as_done, used_by
from assistant.borrowed import borrowed, obeyed
from assistant.common import common
from assistant.conditions import unconditional, unexcepted
from assistant.dates import without_dates
from assistant.denied import contradicted, needless
from assistant.duties import other_modal, sure
from assistant.foreign import foreign
from assistant.graded import graded
from assistant.kinds import opposed, renamed
from assistant.label import title
from assistant.meaning import content, translated
from assistant.misnamed import elsewhere, mixed, other_identifier, other_initials
from assistant.names import Name, Names, names, opener, skeleton
from assistant.normal import fold, places, whole_words
from assistant.number_proofs import unproved as unproved_numbers
from assistant.numerals import ordinals, roman
from assistant.only_denied import only_denied
from assistant.orders import orders, overlaps
from assistant.overstated import done_already, firmer, stronger
from assistant.owners import anothers, at_other_place, strangers
from assistant.recognised import misread_places
from assistant.references import check_references, moved, without_proved
from assistant.sense import added, let, misplaced, other_duty, turned, wider
from assistant.shares import of_all
from assistant.supposed import done, identified, surer, threatened
from assistant.unsettled import settled, untraced
from assistant.verdict import PARTIAL, Checked, Doubt, Proposed, Quoted, Reason
from casefile.answer import Citation, Claim, Verdict
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.search import Hit

FEWEST_WORDS, FEWEST_CHARACTERS = 2, 10  # less quotes nothing
LONGEST_QUOTE = 800  # characters; in a long quote any number can be found
LONGEST_CLAIM = 2_000

_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|javascript:|data:)\S+|(?<=\]\()[^)\s]+|\S+@\S+\.\w+"
    r"|(?<=src=)\S+|(?<=href=)\S+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|info|io|ru|kz|me|top|xyz|onion|site|online)\b\S*",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"«([^«»]+)»|“([^“”]+)”|„([^„“”]+)“|\"([^\"]+)\"")
_SIGNATURE = re.compile(r"(?:[^\W\d_a-zа-яё]\.\s?){1,2}\s?[^\W\d_a-zа-яё][^\W\d_]{2,}", re.UNICODE)
_ANSWER = re.compile(
    r"^\s*(?:yes|no|да|нет|иә|ия|жоқ)\s*[.,!:–—-]\s+(?=\w)", re.IGNORECASE
)  # to the question
_NOT_BEFORE = re.compile(r"\b(?:не|ни|нет|без|not|no|never|without)\W*$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"^\W*(?:емес|жоқ|not)\b", re.IGNORECASE)
_NOT_LAST = re.compile(r"\b(?:не|ни|без|not|never|without)$", re.IGNORECASE)


def verify(
    proposed: Proposed,
    hits: Mapping[str, Hit],
    language: Language,
    *,
    cited: Sequence[Citation] = (),
    identify: Callable[[str], Language] | None = None,
) -> Checked:
    """The verdict on one statement in `language`.

    `hits`: the retrieved passages by id. `cited`: the answer's citations so far; a quote among them
    keeps its number. `identify`: where given, a statement in another language is not supported.
    """
    doubts = [Doubt(Reason.NO_QUOTE, "")] if not proposed.quotes else []
    if len(proposed.text) > LONGEST_CLAIM or not proposed.text.strip():
        doubts.append(Doubt(Reason.TOO_LONG, ""))
        return _checked(Proposed(proposed.text[:LONGEST_CLAIM], ()), [], doubts)
    citations: list[Citation] = []
    for quoted in proposed.quotes:
        found = _locate(quoted, hits, beside=_beside(quoted, proposed.quotes))
        if isinstance(found, Doubt):
            doubts.append(found)
            continue
        hit, start, end = found
        citations.append(_numbered(hit, start, end, [*cited, *citations]))
    if not doubts and identify is not None:
        doubts += _other_language(proposed.text, language, identify)
    if not doubts:
        doubts += _doubts(proposed.text, citations, hits, language)
    return _checked(proposed, citations, doubts)


def _checked(proposed: Proposed, citations: Sequence[Citation], doubts: Sequence[Doubt]) -> Checked:
    unique = tuple({citation.n: citation for citation in citations}.values())
    partly = Verdict.PARTLY if {doubt.reason for doubt in doubts} <= PARTIAL else Verdict.UNSUPPORTED
    verdict = partly if doubts else Verdict.SUPPORTED
    claim = Claim(proposed.text.strip(), verdict, tuple(citation.n for citation in unique))
    return Checked(claim, unique, tuple(doubts))


def _beside(quoted: Quoted, quotes: Sequence[Quoted]) -> bool:
    """Whether it is a name that stands beside a longer quote of the same passage: "Б. Омарова"."""
    return bool(_SIGNATURE.fullmatch(quoted.quote.strip())) and any(
        one.passage == quoted.passage and not _too_short(one.quote) for one in quotes
    )


def _too_short(quote: str) -> bool:
    return len(quote.split()) < FEWEST_WORDS or sum(map(str.isalnum, quote)) < FEWEST_CHARACTERS


def _locate(quoted: Quoted, hits: Mapping[str, Hit], *, beside: bool) -> tuple[Hit, int, int] | Doubt:
    """The hit and the span of its page, or why there is none."""
    hit = hits.get(quoted.passage)
    if hit is None:
        return Doubt(Reason.PASSAGE_UNKNOWN, quoted.passage)
    quote, text = quoted.quote, hit.passage.text
    if _too_short(quote) and not beside:
        return Doubt(Reason.QUOTE_TOO_SHORT, quote)
    if len(quote) > LONGEST_QUOTE:
        return Doubt(Reason.QUOTE_TOO_LONG, quote[:LONGEST_QUOTE])
    reason, to_machines = Reason.QUOTE_MISSING, orders(text)
    spans = list(places(quote, text))
    if not spans and hit.passage.recognised:
        spans = list(misread_places(quote, text))
    for start, end in spans:
        if overlaps(to_machines, start, end):
            reason = Reason.ORDER
        elif not whole_words(text, start, end):
            reason = Reason.QUOTE_CUTS_WORD
        elif _cuts_negation(text, start, end):
            reason = Reason.QUOTE_CUTS_NEGATION
        else:
            return hit, start, end
    return Doubt(reason, quote)


def _cuts_negation(text: str, start: int, end: int) -> bool:
    """Whether a denial stands right outside the span, or ends it and what it denies does not follow."""
    outside = _NOT_BEFORE.search(text[:start]) or _NOT_AFTER.match(text[end:])
    return bool(outside or _NOT_LAST.search(text[start:end]))


def _numbered(hit: Hit, start: int, end: int, cited: Sequence[Citation]) -> Citation:
    offset = hit.passage.locator.start
    place = (hit.passage.id, offset + start, offset + end)
    for known in cited:
        if (known.hit.passage.id, known.start, known.end) == place:
            return known
    n = 1 + max((known.n for known in cited), default=0)
    return Citation(n, hit, hit.passage.text[start:end], place[1], place[2])


def _doubts(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> list[Doubt]:
    quotes = [fold(citation.quote).text for citation in citations]
    doubts = [Doubt(Reason.LINK, link) for link in _LINK.findall(text) if not _stands_in(link, quotes)]
    rest = without_proved(_ANSWER.sub("", text), citations, language)
    said = [part for match in _SPOKEN.finditer(rest) for part in _sayings(match)]
    proofs = [words for citation in citations for words in _naming(citation)]
    spoken_of, named = [fold(words).text for words in proofs], Names(proofs)
    doubts += [
        Doubt(Reason.SPEECH, part.strip())
        for part in said
        if not _stands_in(part, spoken_of) and not _is_name(part, named)
    ]
    rest, strange = check_references(rest, citations)
    doubts += [Doubt(Reason.REFERENCE, reference) for reference in (*strange, *moved(text, citations))]
    spoken = [(citation.quote, citation.hit.passage.language) for citation in citations]
    titled = [(title(citation.hit), citation.hit.passage.language) for citation in citations]
    doubts += [Doubt(Reason.NUMBER, number) for number in unproved_numbers(rest, language, spoken, titled)]
    if content(rest, language):  # else the statement says no more than its quotes and where they stand
        doubts += [Doubt(reason, about) for reason, about in _other_sense(rest, citations, language)]
        doubts += [Doubt(Reason.ADDED, word) for word in _from_elsewhere(rest, citations, hits, language)]
    said_by = [citation.quote for citation in citations]
    wrong = (
        *other_initials(rest, proofs, language),
        *mixed(rest, language, proofs, said_by),
        *other_identifier(rest, proofs, said_by),
    )
    doubts += [Doubt(Reason.NAME, name) for name in wrong]
    # The sanction of an article is quoted without its crime, which stands in the same passage.
    articles = [c.hit.passage.text for c in citations if c.hit.collection.kind is not CollectionKind.CASE]
    doubts += [Doubt(Reason.ADDED, word) for word in renamed(rest, [*proofs, *articles])]
    return doubts + _unknown_names(without_dates(rest), citations, hits, language)


def _other_sense(
    text: str, citations: Sequence[Citation], language: Language
) -> Iterator[tuple[Reason, str]]:
    quotes = [(citation.quote, citation.hit.passage.language) for citation in citations]
    checks = (
        (Reason.NEGATION, turned),
        (Reason.NEGATION, contradicted),
        (Reason.NEGATION, opposed),
        (Reason.NEGATION, only_denied),
        (Reason.NEGATION, needless),
        (Reason.NEGATION, let),
        (Reason.DUTY, other_duty),
        (Reason.DUTY, other_modal),
        (Reason.DUTY, done_already),
        (Reason.CERTAINTY, sure),
        (Reason.CERTAINTY, surer),
        (Reason.CERTAINTY, settled),
        (Reason.CERTAINTY, identified),
        (Reason.CERTAINTY, done),
        (Reason.CERTAINTY, threatened),
        (Reason.CERTAINTY, stronger),
        (Reason.SCOPE, wider),
        (Reason.SCOPE, firmer),
        (Reason.SCOPE, unconditional),
        (Reason.SCOPE, unexcepted),
        (Reason.NAME, elsewhere),
        (Reason.NAME, swapped),
        (Reason.NAME, exchanged),
        (Reason.NAME, watched),
        (Reason.CERTAINTY, untraced),
    )
    for reason, check in checks:
        yield from ((reason, about) for about in check(text, language, quotes))
    told = [(c.quote, c.hit.passage.language, title(c.hit)) for c in citations]
    for of_names in anothers, put_into_mouth, called_so, by_leave, used_by:
        yield from ((Reason.NAME, about) for about in of_names(text, language, told))
    whole = [(one, c.hit.passage.text) for one, c in zip(told, citations, strict=True)]
    yield from ((Reason.NAME, about) for about in strangers(text, language, whole))
    yield from ((Reason.NUMBER, about) for about in at_other_place(text, language, told))
    yield from ((Reason.CERTAINTY, about) for about in told_as_done(text, language, told))
    for numbers in misplaced, graded, counted_from, formula, of_all:
        yield from ((Reason.NUMBER, number) for number in numbers(text, language, quotes))
    beside = [
        (words, c.hit.passage.language) for c in citations for words in (c.hit.passage.text, *_naming(c))
    ]
    yield from ((Reason.ADDED, word) for word in added(text, language, quotes, beside))


def _from_elsewhere(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> list[str]:
    known = [(words, c.hit.passage.language) for c in citations for words in _naming(c)]
    shown = [(hit.passage.text, hit.passage.language) for hit in hits.values()]
    translates = any(citation.hit.passage.language is not language for citation in citations)
    return obeyed(text, language, known, shown) or (
        [] if translates else borrowed(text, language, known, shown)
    )


def _unknown_names(
    text: str, citations: Sequence[Citation], hits: Mapping[str, Hit], language: Language
) -> list[Doubt]:
    proofs = [proof for citation in citations for proof in _naming(citation)]
    held = Names(proofs)
    elsewhere = any(citation.hit.passage.language is not language for citation in citations)
    spoken = [(words, c.hit.passage.language) for c in citations for words in _naming(c)]
    unknown = [
        name
        for name in names(text, language)
        if not (held.hold(name.word) or abbreviates(name.word, proofs) or _counts(name.word, proofs))
        and not (elsewhere and (held.spell(name.word) or translated(name.word, language, spoken)))
    ]
    opening = [
        name
        for name in unknown
        if name.opens and not opener(name.word, language) and not common(name.word, language)
    ]
    used = _common_words(opening, hits) if opening else set()
    return [
        Doubt(Reason.NAME, name.word)
        for name in unknown
        if not name.opens or (name in opening and skeleton(name.word) not in used)
    ]


def _counts(word: str, proofs: Sequence[str]) -> bool:
    """Whether it is a Roman number that a proof spells: group II of disability."""
    value = roman(word)
    return value > 0 and any(
        value in ordinals(proof) or re.search(rf"\b{value}\b", proof) for proof in proofs
    )


def _naming(citation: Citation) -> tuple[str, ...]:
    """What may name somebody: the quote, and what stands above the passage and on its document.

    A title that speaks to a model names nobody.
    """
    above = (citation.hit.passage.context, title(citation.hit))
    return citation.quote, *(words for words in above if not orders(words))


def _common_words(opening: Sequence[Name], hits: Mapping[str, Hit]) -> set[str]:
    """Those first words of sentences that laws and guidance use as words, in small letters or to open a rule.

    Case files are not asked: in chats people write names small.
    """
    rules = [hit.passage for hit in hits.values() if hit.collection.kind is not CollectionKind.CASE]
    texts = Names(rule.text for rule in rules)
    openers = {
        skeleton(name.word) for rule in rules for name in names(rule.text, rule.language) if name.opens
    }
    words = {name.word for name in opening}
    return {skeleton(word) for word in words if texts.use(word) or skeleton(word) in openers}


def _sayings(match: re.Match[str]) -> list[str]:
    """Words between quotation marks; one word is a name, and […] marks what our own quotes leave out."""
    speech = next(filter(None, match.groups()), "")
    return [part for part in speech.split("[…]") if len(part.split()) > 1]


def _is_name(words: str, named: Names) -> bool:
    """«Алтын Дала Трейд»: few words with capitals, known as one name and not from here and there."""
    parts = words.split()
    capitals = len(parts) <= 4 and all(part[:1].isupper() for part in parts)
    return capitals and named.hold_together(parts)


def _stands_in(words: str, quotes: Sequence[str]) -> bool:
    wanted = fold(words).text.strip(" .,;:")
    return any(wanted in quote for quote in quotes)


def _other_language(text: str, language: Language, identify: Callable[[str], Language]) -> list[Doubt]:
    own = _SPOKEN.sub(" ", text)
    if foreign(own):
        return [Doubt(Reason.LANGUAGE, "")]
    if len(own.split()) < 3:
        return []
    found = identify(own)
    return [] if found in (language, Language.UND) else [Doubt(Reason.LANGUAGE, found)]
