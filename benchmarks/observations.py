"""What search saw of each development question: the figures that evidence is made from, by passage."""

from dataclasses import dataclass

from assistant.ask import LIMIT
from assistant.unheld import unheld
from benchmarks.bench import BOTH, Bench, article_of
from benchmarks.questions import Question, questions
from casefile.language import Language
from casefile.lawref_parse import find_refs
from casefile.search import Hit
from ui.desk import Desk
from vectorstore.candidates import candidates
from vectorstore.rerank import EXACT


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the passages an answer would be made from."""

    gold: bool
    evidence: float  # as the product has it
    referred: bool  # the question names its article: evidence is 1 whatever the rest says
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class Observation:
    question: Question
    passages: tuple[Seen, ...]
    unheld: bool  # it asks about a name that no passage holds: refused, whatever the evidence

    @property
    def found(self) -> bool:
        """An article that answers is among the passages."""
        return any(seen.gold for seen in self.passages)

    @property
    def named_missing(self) -> bool:
        """The question names an article of an act, and no collection has it."""
        named = any(found.ref.act and found.ref.article for found in find_refs(self.question.text))
        return named and not any(seen.referred for seen in self.passages)


def observe(bench: Bench) -> list[Observation]:
    with bench.desk() as desk:
        return [_observation(desk, question) for question in questions()]


def _observation(desk: Desk, question: Question) -> Observation:
    hits = desk.search(question.text, list(BOTH), LIMIT, question.language)
    compartments = desk._compartments(list(BOTH))
    searcher = desk._searcher(compartments)
    text = searcher._analyser.spelled(question.text)
    language = desk._parts.identifier.identify(question.text)
    language = question.language if language is Language.UND else language
    asked, rarity = searcher._asked(text, language), searcher.rarity(text, language)
    found = {id_: one for compartment in compartments for id_, one in candidates(compartment, asked)}
    seen = []
    for hit in hits:
        signals = found[hit.passage.id].signals
        covered = searcher._evidence.covered(hit.passage, rarity)
        features = {"covered": covered, "near": signals.near, "both": covered * signals.near}
        features |= {"phrase_near": signals.phrase_near, "phrase_words": signals.phrase_words}
        seen.append(Seen(article_of(hit) in question.gold, hit.evidence, _referred(hit), features))
    return Observation(question, tuple(seen), unheld(question.text, language, hits) is not None)


def _referred(hit: Hit) -> bool:
    return hit.evidence == 1.0 and bool(EXACT & hit.channels.keys())
