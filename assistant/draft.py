"""An answer while it grows, with everything its record wants to know."""

import time
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from assistant.conversation import Because
from assistant.generative import Conversation
from assistant.ports import Search
from assistant.unheld import Unheld
from assistant.verdict import Checked
from casefile.answer import Citation, Claim
from casefile.language import Language
from casefile.place import Named
from casefile.search import Hit
from prompts.render import phrase


@dataclass(slots=True)
class Draft:
    question: str
    language: Language
    floor: float
    asked: str = ""  # the question as it was typed, where a conversation made another one of it
    because: Because = Because.COMPLETE
    remarks: Callable[[], Sequence[str]] = tuple
    governing: Callable[[str, Language], str] | None = None
    opposing: Search | None = None  # where what speaks against the claims is looked for; None unless asked
    opposed: tuple[Hit, ...] = ()  # the passages that do
    fallback: Language = Language.UND  # the language of questions that do not tell
    limit: int = 0  # passages looked at
    without: Set[str] = frozenset()  # ids of passages that earlier answers cited, left out of this one
    wordings: Mapping[Language, str] = field(default_factory=dict)  # the question in the law's words
    hits: tuple[Hit, ...] = ()
    named: tuple[Named, ...] = ()  # the places of the law that the question asks for
    unheld: Unheld | None = None
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)
    conversation: Conversation | None = None
    searched_with: tuple[str, ...] = ()  # names of models
    model: str = ""
    composer: str = "none"
    seconds: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)

    def say(self, key: str, **values: object) -> None:
        self.notices.append(phrase(key, self.language, **values))

    def clock(self, step: str) -> None:
        self.seconds[step] = round(time.perf_counter() - self.began, 4)
