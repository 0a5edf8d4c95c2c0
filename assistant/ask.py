"""From a question to a kept answer: search, floor, compose, verify, record.

Sources come first, then each statement as soon as it is verified, and last the answer with the id of
its record. Without evidence nothing is composed: a model may only say the question in other words, for a
second search, and sees no passage. Knows no screen.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from assistant.against import Found, against
from assistant.answered import Answered, Claimed, Event, Sources
from assistant.asked_identifier import holds_asked
from assistant.conversation import Because
from assistant.draft import Draft
from assistant.extractive import HEARD, extract
from assistant.foreign import foreign
from assistant.further import Further
from assistant.generative import SECONDS, Conversation, Ending, converse
from assistant.label import label
from assistant.placed import placed_orders
from assistant.ports import ChatModel, Records, Search
from assistant.premise import Missing, missing, nowhere
from assistant.premise_told import told
from assistant.provenance import provenance
from assistant.relevance import Relevance, WordRelevance, truncated
from assistant.searched import looked_through, queries, unread_places
from assistant.sides import Sides, sides
from assistant.turn import Turn
from assistant.understanding import understood
from assistant.unheld import unheld
from assistant.verdict import Checked
from assistant.verify import verify
from assistant.wording import SECONDS as REWORDING
from assistant.wording import wordings
from casefile.answer import Against, Answer, Removed, Searched, Unseen
from casefile.errors import LanguageUnsupported, QuestionEmpty, QuestionTooLong
from casefile.language import Language
from casefile.place import named
from casefile.search import Hit
from prompts.render import phrase
from vectorstore.evidence import FLOOR

LONGEST_QUESTION = 4_000  # characters: two pages. More is a document, to be ingested rather than asked
LIMIT = 12  # passages looked at
FOREMOST = 5  # the best-scored hits: the strongest of them decides whether there is an answer
NEAR_FLOOR = 0.5  # of the floor: enough for the best-scored, and for hits before the first strong one


def ask(
    question: str,
    search: Search,
    *,
    model: ChatModel | None,
    records: Records,
    identify: Callable[[str], Language],
    fallback: Language = Language.RU,
    relevance: Relevance | None = None,
    floor: float = FLOOR,
    limit: int = LIMIT,
    seconds: float = SECONDS,
    remarks: Callable[[], Sequence[str]] = tuple,
    before: Sequence[Turn] = (),
    governing: Callable[[str, Language], str] | None = None,
    opposed: bool = False,
) -> Iterator[Event]:
    """The events of one answer. A bad question is refused at once, before the first event.

    `fallback`: the language of questions that do not tell, such as "188?". `relevance` chooses the
    sentences; without it words are compared by their first letters. `seconds`: the time the model has.
    `remarks`: phrases that the answer ends with, asked for once it has been searched. `before`: the
    earlier questions of the conversation, which may tell what this one means. `governing`: the name of an act
    that seems to govern what is asked and was not searched, for a refusal. `opposed`: look for what speaks
    against the claims.

    Raises `QuestionEmpty`, `QuestionTooLong`, `LanguageUnsupported`, and whatever search and records
    raise: an answer that cannot be recorded is not given.
    """
    question = question.strip()
    if not question:
        raise QuestionEmpty
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong(limit=LONGEST_QUESTION)
    language = _language(question, identify, before[-1].language if before else fallback)
    draft = Draft(
        question, language, floor, remarks=remarks, governing=governing, fallback=fallback, limit=limit
    )
    draft.opposing = search if opposed else None
    relevance = relevance or WordRelevance(truncated)
    return _events(draft, search, model, records, identify, relevance, limit, seconds, before)


def _language(question: str, identify: Callable[[str], Language], fallback: Language) -> Language:
    language = identify(question)
    if language is not Language.UND:
        return language
    if foreign(question):
        raise LanguageUnsupported
    return fallback


def _events(
    draft: Draft,
    search: Search,
    model: ChatModel | None,
    records: Records,
    identify: Callable[[str], Language],
    relevance: Relevance,
    limit: int,
    seconds: float,
    before: Sequence[Turn],
) -> Iterator[Event]:
    search = _understand(draft, search, model, seconds, before)
    draft.hits = tuple(search.find(draft.question, draft.language, limit))
    if model is not None and not answerable(draft.hits, draft.floor, draft.question):
        # perhaps the law says it otherwise
        draft.wordings = wordings(draft.question, draft.language, model, min(seconds, REWORDING))
        if draft.wordings:
            draft.hits = tuple(search.find(draft.question, draft.language, limit, draft.wordings))
    draft.clock("found")
    yield Sources(draft.hits, draft.question if draft.asked else "")
    draft.unheld = (
        unheld(draft.question, draft.language, seen(draft.hits), draft.floor) if draft.hits else None
    )
    strong = [] if draft.unheld else answerable(draft.hits, draft.floor, draft.question)
    draft.named = tuple(named(search.spelled(draft.question)))
    if nowhere(draft.named, draft.hits, search):  # another place of the law is no answer
        strong = []
    if strong and model is not None:
        yield from _from_model(draft, strong, model, identify, seconds)
    if strong and not draft.claims:
        yield from _from_sources(draft, strong, relevance)
    draft.clock("composed")
    answer = _answer(draft, search)
    record = records.keep(answer, provenance(draft))
    yield Answered(replace(answer, record=record))


def _understand(
    draft: Draft, search: Search, model: ChatModel | None, seconds: float, before: Sequence[Turn]
) -> Search:
    """Make the question stand alone; the search to ask it of."""
    meant = understood(draft.question, draft.language, before, model, min(seconds, REWORDING))
    draft.because = meant.because
    if meant.because is not Because.COMPLETE:
        draft.asked, draft.question = draft.question, meant.text
        draft.clock("understood")
    if meant.because is not Because.FURTHER:
        return search
    draft.without = {id_ for turn in before if turn.question == meant.text for id_ in turn.passages}
    return Further(search, draft.without)


def grounds(question: str, language: Language, hits: Sequence[Hit], floor: float) -> list[Hit]:
    """As `answerable`; none where no hit names whom or what is asked about."""
    return [] if unheld(question, language, seen(hits), floor) else answerable(hits, floor, question)


def seen(hits: Sequence[Hit]) -> list[Hit]:
    """Those whose text is read by whoever opens the file."""
    return [hit for hit in hits if not hit.passage.concealed]


def answerable(hits: Sequence[Hit], floor: float, question: str = "") -> list[Hit]:
    """The hits to answer from, best first; none where the foremost are no evidence.

    A hit far down the list that happens to hold the question's rare words must not answer. Of the foremost,
    one that holds the identifier asked for needs less evidence. What the original does not show never
    answers: who wrote it there did not want it read.
    """
    hits = seen(hits)
    first = next((n for n, hit in enumerate(hits[:FOREMOST]) if hit.evidence >= floor), None)
    if first is None:
        return []
    least = [NEAR_FLOOR * floor] * max(first, HEARD) + [floor] * len(hits)
    for n, hit in enumerate(hits[:FOREMOST]):
        if holds_asked(question, hit.passage.text):
            least[n] = NEAR_FLOOR * NEAR_FLOOR * floor
    return [hit for hit, enough in zip(hits, least, strict=False) if hit.evidence >= enough]


def _from_model(
    draft: Draft,
    hits: Sequence[Hit],
    model: ChatModel,
    identify: Callable[[str], Language],
    seconds: float,
) -> Iterator[Event]:
    draft.composer = "generative"
    talk = draft.conversation = Conversation()
    for checked in converse(
        draft.question, draft.language, hits, model, talk, identify=identify, seconds=seconds
    ):
        yield from _accept(draft, checked)
    draft.model = model.name  # a server may have been asked for it only now
    if draft.claims and talk.ending is not Ending.COMPLETE:
        draft.say("model_interrupted")
    elif not draft.claims:
        draft.say("model_unproved" if talk.ending is Ending.COMPLETE else talk.ending)


def _from_sources(draft: Draft, hits: Sequence[Hit], relevance: Relevance) -> Iterator[Event]:
    draft.composer = "extractive"
    known = {hit.passage.id: hit for hit in hits}
    for proposed in extract(draft.question, draft.language, hits, relevance):
        checked = verify(proposed, known, draft.language, cited=draft.citations)
        yield from _accept(draft, checked)
    if draft.conversation is None:  # where a model was asked, what became of it has been said
        draft.say("own_words")


def _accept(draft: Draft, checked: Checked) -> Iterator[Event]:
    draft.checked.append(checked)
    if checked.supported:
        draft.claims.append(checked.claim)
        draft.citations += [citation for citation in checked.citations if citation not in draft.citations]
        yield Claimed(checked.claim, checked.citations)


def _answer(draft: Draft, search: Search) -> Answer:
    searched = replace(search.searched(), queries=tuple(queries(draft, search.spelled)))
    refused = not draft.claims
    lacks = list(missing(draft.named, draft.hits, search, every=refused))
    if refused:
        draft.notices.clear()
        _say_why(draft, lacks)
    for one in lacks:
        draft.notices += told(one, draft.language)
    if refused:
        searched = replace(searched, languages=search.languages())
        draft.notices += looked_through(searched, draft.language)
    elif removed := sum(not checked.supported for checked in draft.checked):
        draft.say("removed", count=removed)
    if draft.asked:
        draft.notices.insert(0, phrase("understood", draft.language, question=draft.question))
    if draft.because is Because.FURTHER:
        draft.say("further")
    if draft.wordings:
        draft.say("reworded", wordings="; ".join(draft.wordings.values()))
    if searched.unread_pages:
        draft.say("unread", pages=searched.unread_pages)
        if refused and searched.unread:
            draft.say("unread_places", places=unread_places(searched, draft.language))
    placed = placed_orders(draft.hits)
    if ordering := {order.passage for order in placed if order.sure}:
        draft.say("orders", places="; ".join(_places(draft, ordering)))
    unseen = [
        Unseen(hit.document.id, hit.passage.id, hit.passage.concealed)
        for hit in draft.hits
        if hit.passage.concealed
    ]
    for why in sorted({one.why for one in unseen}):
        alike = {one.passage for one in unseen if one.why is why}
        draft.say(f"concealed_{why}", places="; ".join(_places(draft, alike)))
    for remark in draft.remarks():
        draft.say(remark)
    draft.searched_with = searched.models
    beside = sides(draft.citations, answerable(draft.hits, draft.floor, draft.question), draft.language)
    found = _against(draft, beside)
    draft.citations += [*beside.citations, *found.citations]
    return Answer(
        question=draft.asked or draft.question,
        language=draft.language,
        refused=refused,
        claims=tuple(draft.claims),
        citations=tuple(draft.citations),
        notices=tuple(draft.notices),
        searched=searched,
        record="",
        orders=placed,
        unseen=tuple(unseen),
        removed=tuple(_removed(checked) for checked in draft.checked if not checked.supported),
        disagreements=beside.disagreements,
        understood=draft.question if draft.asked else "",
        against=_told(found, searched, draft) if draft.opposing and not refused else None,
    )


def _against(draft: Draft, beside: Sides) -> Found:
    if draft.opposing is None:
        return Found()
    found = against(draft.claims, draft.citations, beside, draft.opposing, draft.language)
    draft.opposed = tuple(citation.hit for citation in found.citations)
    draft.clock("opposed")
    return found


def _told(found: Found, searched: Searched, draft: Draft) -> Against:
    names = ", ".join(searched.collections)
    nothing = phrase("against_nothing", draft.language, collections=names, passages=searched.passages)
    return Against(found.contrary, "" if found.contrary else nothing)


def _places(draft: Draft, passages: Set[str]) -> list[str]:
    return list(dict.fromkeys(label(hit, draft.language) for hit in draft.hits if hit.passage.id in passages))


def _removed(checked: Checked) -> Removed:
    return Removed(checked.claim, tuple((str(doubt.reason), doubt.about) for doubt in checked.doubts))


def _say_why(draft: Draft, lacks: Sequence[Missing]) -> None:
    if draft.unheld:
        draft.say(draft.unheld.phrase, **({"names": draft.unheld.names} if draft.unheld.names else {}))
    elif lacks and not draft.checked:
        draft.say("refused_premise")
    elif answerable(draft.hits, draft.floor, draft.question):
        draft.say("refused_unquotable")
    else:
        draft.say("refused_weak" if draft.hits else "refused_empty")
        if draft.governing and (act := draft.governing(draft.question, draft.language)):
            draft.say("other_act", act=act)
