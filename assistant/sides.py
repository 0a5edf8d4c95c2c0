"""Sets the quotes of an answer beside each other and beside what else was found: which of them contradict.

Case material is held against the same case, guidance against guidance, and a law only against another
edition of the same place. Decides for no side, and averages nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.disagree import disagreement
from assistant.label import title
from assistant.same_matter import Said
from assistant.units import units
from assistant.verdict import Proposed, Quoted
from assistant.verify import verify
from casefile.answer import Citation, Disagreement, Matter
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.passage import Passage
from casefile.search import Hit

MOST = 5  # contradictions told in one answer


@dataclass(frozen=True, slots=True)
class Sides:
    """What contradicts, and the citations that were made to show it."""

    disagreements: tuple[Disagreement, ...] = ()
    citations: tuple[Citation, ...] = ()


def sides(citations: Sequence[Citation], hits: Sequence[Hit], language: Language) -> Sides:
    """`hits`: what else was found and is evidence; a sentence of it is cited if it contradicts a quote."""
    found = list(_among(citations))
    made: list[Citation] = []
    known = {hit.passage.id: hit for hit in hits}
    for cited in citations:
        for hit in hits:
            if len(found) < MOST and comparable(cited.hit, hit):
                for quote, differs in contrary(cited, hit, [*citations, *made]):
                    if citation := cite(quote, hit, known, language, [*citations, *made]):
                        found.append(Disagreement((cited.n, citation.n), *differs))
                        made.append(citation)
                        break
    return Sides(tuple(found[:MOST]), tuple(made))


def _among(citations: Sequence[Citation]) -> Iterator[Disagreement]:
    for one, other in combinations(citations, 2):
        if comparable(one.hit, other.hit) and (
            found := disagreement(_said(one.hit, one.quote), _said(other.hit, other.quote), ruled=_rule(one))
        ):
            yield Disagreement((one.n, other.n), *found)


def contrary(
    cited: Citation, hit: Hit, citations: Sequence[Citation]
) -> Iterator[tuple[str, tuple[Matter, tuple[str, str]]]]:
    """The sentences of the hit that contradict the quote and are not cited yet, and in what they do."""
    text, at = hit.passage.text, hit.passage.locator.start
    for unit in units(text, hit.passage.language):
        quote = text[unit.start : unit.end]
        if unit.gone or unit.note or is_cited(hit.passage, at + unit.start, at + unit.end, citations):
            continue
        if found := disagreement(_said(cited.hit, cited.quote), _said(hit, quote), ruled=_rule(cited)):
            yield quote, found


def cite(
    quote: str, hit: Hit, known: Mapping[str, Hit], language: Language, citations: Sequence[Citation]
) -> Citation | None:
    """The quote of the hit as a citation beside the others, if the verifier lets it stand."""
    proposed = Proposed(quote, (Quoted(hit.passage.id, quote),))
    checked = verify(proposed, known, language, cited=citations)
    return checked.citations[0] if checked.supported else None


def is_cited(passage: Passage, start: int, end: int, citations: Sequence[Citation]) -> bool:
    """Whether words of this span of the page are cited."""
    return any(
        citation.hit.passage.id == passage.id and citation.start < end and start < citation.end
        for citation in citations
    )


def comparable(one: Hit, other: Hit) -> bool:
    """Whether the two are sources that must not contradict."""
    if one.passage.document == other.passage.document or one.collection.kind is not other.collection.kind:
        return False
    if one.collection.kind is CollectionKind.LAW:
        return one.passage.locator.law == other.passage.locator.law is not None
    return one.collection == other.collection


def _rule(citation: Citation) -> bool:
    return citation.hit.collection.kind is not CollectionKind.CASE


def _said(hit: Hit, text: str) -> Said:
    return Said(text, hit.passage.language, title(hit))
