"""What the tests of answers share: a shelf of our own texts, a notebook of records, a plain identifier."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from assistant.answered import Answered, Claimed, Event, Sources
from assistant.ask import ask
from assistant.ports import ChatModel
from assistant.relevance import WordRelevance, truncated
from casefile.answer import Answer, Searched, Unread
from casefile.collection import Collection, CollectionKind
from casefile.document import Document, DocumentState
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Passage
from casefile.search import Hit

WHEN = "2026-01-05T09:00:00+00:00"
CODE = "K1400000226"

THEFT_RU = (
    "2. Кража, совершенная:\n1) группой лиц по предварительному сговору;\n"
    "4) путем незаконного доступа в информационную систему, –\n"
    "наказывается лишением свободы на срок до 5 лет с конфискацией имущества."
)
THEFT_KK = (
    "2. Мынадай:\n1) адамдар тобының алдын ала сөз байласуымен;\n"
    "4) ақпараттық жүйеге заңсыз кіру жолымен жасалған ұрлық –\n"
    "мүлкі тәркіленіп, 5 жылға дейiнгi мерзімге бас бостандығынан айыруға жазаланады."
)
FRAUD_RU = (
    "1. Мошенничество, то есть хищение чужого имущества путем обмана, –\n"
    "наказывается штрафом в размере до 1 000 месячных расчетных показателей."
)
STATEMENT_RU = (
    "14.02.2025 я, Касымов Ербол Ануарович, заметил пропажу ноутбука Lenovo стоимостью 350 000 тенге. "
    "Дверь взломана не была. Подозреваю соседа Ахметова, его телефон +7 701 123 45 67. "
    "Позже он писал мне с адреса akhmetov@example.kz."
)
STATEMENT_KK = (
    "2025 жылғы 14 ақпанда мен, Сапарова Айгүл, дүкеннен телефонымның жоғалғанын байқадым. "
    "Телефонның құны 180 000 теңге. Күдікті тұлға сатушы емес."
)
GUIDANCE_EN = (
    "The first responder should isolate the device from the network before seizure. "
    "A seized phone is placed in a Faraday bag within 15 minutes. "
    "Article 16 requires the expedited preservation of stored computer data for 90 days."
)


@dataclass(slots=True)
class Shelf:
    """Our `Search`: what stands on the shelf is what is found."""

    hits: list[Hit]
    unread: int = 0
    respelled: str = ""
    spoken: tuple[Language, ...] = ()
    unread_places: tuple[Unread, ...] = ()
    reworded: list[Hit] = field(default_factory=list)  # found only in other words
    asked: list[tuple[str, Language]] = field(default_factory=list)

    def find(
        self, text: str, language: Language, limit: int, also: Mapping[Language, str] = MappingProxyType({})
    ) -> list[Hit]:
        self.asked.append((text, language))
        found = [*self.hits, *(self.reworded if also else [])]
        return sorted(found, key=lambda hit: -hit.score)[:limit]

    def searched(self) -> Searched:
        names = dict.fromkeys(hit.collection.name for hit in self.hits)
        told = Searched(tuple(names), len(self.hits), self.unread)
        return replace(told, unread=self.unread_places)

    def languages(self) -> tuple[Language, ...]:
        return self.spoken

    def spelled(self, text: str) -> str:
        return self.respelled or text

    def law(self, ref: LawRef) -> list[Passage]:
        return [passage for passage, law in self._laws() if ref.covers(law)]

    def articles(self, act: str) -> set[str]:
        return {law.article for _, law in self._laws() if LawRef(act).covers(law)}

    def _laws(self) -> list[tuple[Passage, LawRef]]:
        rules = [hit.passage for hit in self.hits if hit.collection.kind is not CollectionKind.CASE]
        return [(rule, rule.locator.law) for rule in rules if rule.locator.law]


@dataclass(slots=True)
class Notebook:
    """Our `Records`."""

    kept: list[tuple[Answer, Mapping[str, object]]] = field(default_factory=list)

    def keep(self, answer: Answer, provenance: Mapping[str, object]) -> str:
        self.kept.append((answer, provenance))
        return f"record-{len(self.kept)}"


def make_hit(
    text: str,
    language: Language,
    *,
    kind: CollectionKind = CollectionKind.CASE,
    title: str = "",
    law: LawRef | None = None,
    score: float = 0.8,
    evidence: float = 0.8,
    start: int = 0,
    page: int = 1,
    context: str = "",
) -> Hit:
    name = title or f"{kind}-{language}"
    document = Document(
        id=hashlib.sha256(f"{name} {language}".encode()).hexdigest(),
        title=title,
        media_type="text/plain",
        language=language,
        size=len(text),
        received_at=WHEN,
        state=DocumentState.INDEXED,
        reason="",
        paths=(f"/case/{name}.txt",),
    )
    passage = Passage(
        id=f"{name}:{page}:{start}:{language}",
        document=document.id,
        locator=Locator(page, start, start + len(text), law),
        text=text,
        language=language,
        context=context,
    )
    collection = Collection(f"c-{kind}", f"Shelf {kind}", kind, WHEN)
    return Hit(passage, document, collection, score, evidence, {"lexical": score})


LAW = CollectionKind.LAW
THEFT = LawRef(CODE, "188", "2")
HITS = {
    "theft_ru": make_hit(THEFT_RU, Language.RU, kind=LAW, title="Уголовный кодекс", law=THEFT, start=400),
    "theft_kk": make_hit(THEFT_KK, Language.KK, kind=LAW, title="Қылмыстық кодекс", law=THEFT, start=380),
    "fraud_ru": make_hit(
        FRAUD_RU,
        Language.RU,
        kind=LAW,
        title="Уголовный кодекс",
        law=LawRef(CODE, "190", "1"),
        score=0.6,
        page=2,
    ),
    "statement_ru": make_hit(STATEMENT_RU, Language.RU, title="Заявление", page=2, score=0.7),
    "statement_kk": make_hit(STATEMENT_KK, Language.KK, title="Арыз", score=0.7),
    "guidance_en": make_hit(
        GUIDANCE_EN, Language.EN, kind=CollectionKind.GUIDANCE, title="First responders", page=3, score=0.75
    ),
}

QUESTIONS = {
    Language.KK: "Ақпараттық жүйеге заңсыз кіру арқылы жасалған ұрлық үшін қандай жаза бар?",
    Language.RU: "Какое наказание за кражу путем незаконного доступа в информационную систему?",
    Language.EN: "How soon must a seized phone be placed in a Faraday bag?",
}


def by_letters(text: str) -> Language:
    """Enough of an identifier for texts of one language."""
    letters = [char for char in text.lower() if char.isalpha()]
    if len(letters) < 4:
        return Language.UND
    if sum(char in "әғқңөұүһі" for char in letters) > 0.02 * len(letters):
        return Language.KK
    cyrillic = sum("а" <= char <= "я" or char == "ё" for char in letters)
    latin = sum("a" <= char <= "z" for char in letters)
    if 2 * cyrillic > len(letters):
        return Language.RU
    return Language.EN if latin == len(letters) else Language.UND


def events(
    question: str,
    hits: Sequence[Hit] | Shelf,
    *,
    model: ChatModel | None = None,
    records: Notebook | None = None,
    identify: Callable[[str], Language] = by_letters,
    fallback: Language = Language.RU,
    floor: float = 0.3,
    seconds: float = 5.0,
) -> Iterator[Event]:
    shelf = hits if isinstance(hits, Shelf) else Shelf(list(hits))
    return ask(
        question,
        shelf,
        model=model,
        records=records or Notebook(),
        identify=identify,
        relevance=WordRelevance(truncated),
        fallback=fallback,
        floor=floor,
        seconds=seconds,
    )


def answer(question: str, hits: Sequence[Hit] | Shelf, **given: object) -> Answer:
    """The last event's answer, with the order of events checked on the way."""
    happened = list(events(question, hits, **given))  # type: ignore[arg-type]  # the same keywords
    assert isinstance(happened[0], Sources)
    assert all(isinstance(event, Claimed) for event in happened[1:-1])
    assert isinstance(happened[-1], Answered)
    return happened[-1].answer
