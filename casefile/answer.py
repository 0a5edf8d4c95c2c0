"""What Dalel says: claims, their citations, or a refusal."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.language import Language
from casefile.passage import Concealed
from casefile.search import Hit


class Verdict(StrEnum):
    SUPPORTED = "supported"
    PARTLY = "partly"  # the quotes stand in the passages, but do not say all of it
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote at a place; made only by the verifier. `quote == page.text[start:end]`."""

    n: int  # from 1, as printed
    hit: Hit
    quote: str
    start: int  # in the page, code points
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer. Only `SUPPORTED` ones are shown as fact."""

    text: str
    verdict: Verdict
    citations: tuple[int, ...]  # numbers of the answer's citations


class Way(StrEnum):
    """How a question came to be searched in these words."""

    ASKED = "asked"
    UNDERSTOOD = "understood"  # made to stand alone, in a conversation
    RESPELLED = "respelled"  # Kazakh in Latin letters, in Cyrillic ones
    REWORDED = "reworded"  # in the words of the law, by a model
    REFERENCE = "reference"  # the place of the law that it names


@dataclass(frozen=True, slots=True)
class Query:
    way: Way
    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that could not be read and why; page 0 is the whole document."""

    document: str
    title: str
    page: int
    reason: str  # a code; "" while the document waits to be read


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through, by collection name, and the model-free facts a refusal must tell."""

    collections: tuple[str, ...]
    passages: int
    unread_pages: int
    models: tuple[str, ...] = ()  # names of the models that found and ordered the passages
    languages: tuple[Language, ...] = ()  # of the passages; told with a refusal
    unread: tuple[Unread, ...] = ()  # the first of them
    queries: tuple[Query, ...] = ()


class Where(StrEnum):
    """Which words of a source."""

    TEXT = "text"
    CONTEXT = "context"
    TITLE = "title"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """Words of a source that speak to a language model; not `sure`: that may."""

    document: str
    passage: str
    where: Where
    start: int  # code points: in the page, or in the context, the title, a path
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Unseen:
    """A source that was found, whose text nobody sees who opens the document."""

    document: str
    passage: str
    why: Concealed


@dataclass(frozen=True, slots=True)
class Removed:
    """A proposed statement that is not shown as fact, and why: the reasons and the words in doubt."""

    claim: Claim
    doubts: tuple[tuple[str, str], ...]


class Matter(StrEnum):
    """What two sources say otherwise."""

    TIME = "time"
    DATE = "date"
    AMOUNT = "amount"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    DENIAL = "denial"  # one denies what the other affirms
    EXCEPTION = "exception"  # one is an exception from the other; of no `Disagreement`


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two citations that speak of the same thing and cannot both be true; nobody decides between them."""

    citations: tuple[int, int]
    matter: Matter
    values: tuple[str, str]  # in their one spelling; "" for a denial


@dataclass(frozen=True, slots=True)
class Contrary:
    """A citation that speaks against one of those that claims name."""

    citation: int
    against: int
    matter: Matter


@dataclass(frozen=True, slots=True)
class Against:
    """What was found to speak against the claims, on request."""

    found: tuple[Contrary, ...]
    note: str  # where nothing was found, what was looked through; in the language of the question


@dataclass(frozen=True, slots=True)
class Answer:
    """`refused` answers have no claims. `notices` are sentences in the language of the question."""

    question: str
    language: Language
    refused: bool
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    notices: tuple[str, ...]
    searched: Searched
    record: str  # id under which the ledger keeps everything needed to repeat it
    orders: tuple[PlacedOrder, ...] = ()  # in everything that was found, cited or not
    unseen: tuple[Unseen, ...] = ()  # of the same
    removed: tuple[Removed, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    understood: str = ""  # the question as it was answered, where a conversation made another one of it
    against: Against | None = None  # None where nobody asked for it, and in a refusal
