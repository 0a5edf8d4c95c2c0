"""Checks a proposed statement against the passages it names. Pure: the same input gives the same verdict.

A statement is supported if every quote stands in its passage (in recognised text within the bound of
`assistant/recognised.py`), and every number, date, name, link and reference of the statement stands in the
quotes (or is the printed place of what is cited). Whoever proposed it, a model or our own composer, is not
asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.checks import doubts as doubts_of
from assistant.foreign import foreign
from assistant.normal import places, whole_words
from assistant.orders import overlaps
from assistant.placed import unquotable
from assistant.recognised import misread_places
from assistant.speech import without_speech
from assistant.verdict import PARTIAL, Checked, Doubt, Proposed, Quoted, Reason
from casefile.answer import Citation, Claim, Verdict
from casefile.language import Language
from casefile.search import Hit

FEWEST_WORDS, FEWEST_CHARACTERS = 2, 10  # less quotes nothing
LONGEST_QUOTE = 800  # characters; in a long quote any number can be found
LONGEST_CLAIM = 2_000

_SIGNATURE = re.compile(r"(?:[^\W\d_a-zа-яё]\.\s?){1,2}\s?[^\W\d_a-zа-яё][^\W\d_]{2,}", re.UNICODE)
_NOT_BEFORE = re.compile(r"\b(?:не|ни|нет|без|not|no|never|without)[^\w.!?;]*$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"^[^\w.!?;]*(?:емес|жоқ|not)\b", re.IGNORECASE)
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
        doubts += dict.fromkeys(doubts_of(proposed.text, citations, hits, language))
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
    if hit.passage.concealed:
        return Doubt(Reason.CONCEALED, quote[:LONGEST_QUOTE])
    if _too_short(quote) and not beside:
        return Doubt(Reason.QUOTE_TOO_SHORT, quote)
    if len(quote) > LONGEST_QUOTE:
        return Doubt(Reason.QUOTE_TOO_LONG, quote[:LONGEST_QUOTE])
    reason, to_machines = Reason.QUOTE_MISSING, unquotable(hit)
    spans = list(places(quote, text))
    if not spans and hit.passage.recognised:
        spans = list(misread_places(quote, text))
    for start, end in spans:
        if spoken := [order for order in to_machines if overlaps([order], start, end)]:
            reason = Reason.ORDER if any(order.sure for order in spoken) else Reason.PERHAPS_ORDER
        elif not whole_words(text, start, end):
            reason = Reason.QUOTE_CUTS_WORD
        elif _cuts_negation(text, start, end):
            reason = Reason.QUOTE_CUTS_NEGATION
        else:
            return hit, start, end
    return Doubt(reason, quote)


def _cuts_negation(text: str, start: int, end: int) -> bool:
    """Whether a denial stands right outside the span, or ends it and what it denies does not follow."""
    quote = text[start:end]
    ended = quote.rstrip().endswith((".", "!", "?", ";"))
    outside = _NOT_BEFORE.search(text[:start]) or (not ended and _NOT_AFTER.match(text[end:]))
    return bool(outside or _NOT_LAST.search(quote))


def _numbered(hit: Hit, start: int, end: int, cited: Sequence[Citation]) -> Citation:
    offset = hit.passage.locator.start
    place = (hit.passage.id, offset + start, offset + end)
    for known in cited:
        if (known.hit.passage.id, known.start, known.end) == place:
            return known
    n = 1 + max((known.n for known in cited), default=0)
    return Citation(n, hit, hit.passage.text[start:end], place[1], place[2])


def _other_language(text: str, language: Language, identify: Callable[[str], Language]) -> list[Doubt]:
    own = without_speech(text)
    if foreign(own):
        return [Doubt(Reason.LANGUAGE, "")]
    if len(own.split()) < 3:
        return []
    found = identify(own)
    return [] if found in (language, Language.UND) else [Doubt(Reason.LANGUAGE, found)]
