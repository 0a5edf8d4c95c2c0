"""The subject index as text: everyday phrases by which an article is found and which are never quoted.

One file an act, named by its code: `188<TAB>kk<TAB>phrase | phrase`, with a fourth column `draft` where
nobody has reviewed the line. Knows nothing of search.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casefile.errors import SubjectIndexInvalid
from casefile.language import SPOKEN, Language

BUILT_IN = Path(__file__).with_name("terms")
DRAFT = "draft"
BETWEEN = " | "

Article = tuple[str, str]  # code of the act, number of the article


@dataclass(frozen=True, slots=True)
class Phrase:
    article: Article
    language: Language
    text: str
    draft: bool = False  # written by a model and read by nobody


def built_in() -> list[Phrase]:
    """Those that ship with Dalel."""
    return read(BUILT_IN)


def read(folder: Path) -> list[Phrase]:
    """Every phrase of every file, in the order of the acts' codes. Raises `SubjectIndexInvalid`."""
    return [phrase for path in sorted(folder.glob("*.tsv")) for phrase in _phrases(path)]


def lines(phrases: Iterable[Phrase]) -> Iterator[str]:
    """The lines of one act's file, a line for the phrases of each article, language and state."""
    found: dict[tuple[str, Language, bool], list[str]] = {}
    for phrase in phrases:
        found.setdefault((phrase.article[1], phrase.language, phrase.draft), []).append(phrase.text)
    for (article, language, draft), texts in found.items():
        yield "\t".join([article, language, BETWEEN.join(texts), *([DRAFT] if draft else [])]) + "\n"


def _phrases(path: Path) -> Iterator[Phrase]:
    with path.open(encoding="utf-8") as rows:
        for number, row in enumerate(rows, start=1):
            if not row.strip() or row.startswith("#"):
                continue
            article, language, texts, *state = row.rstrip("\n").split("\t") + [""] * 3
            if language not in SPOKEN or not article or state[0] not in ("", DRAFT):
                raise SubjectIndexInvalid(path=path, row=number, reason=row.strip()[:80])
            for text in texts.split("|"):
                if text.strip():
                    yield Phrase((path.stem, article), Language(language), text.strip(), state[0] == DRAFT)
