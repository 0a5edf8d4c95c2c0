"""The subject index as text: everyday phrases by which an article is found and which are never quoted.

One file an act, named by its code: `188<TAB>kk<TAB>phrase | phrase`, with a fourth column where the line is
not simply a reviewed one (`State`). Dalel ships a folder of them; a site may have one of its own, which adds
phrases and hides some of ours. Knows nothing of search.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casefile.errors import SubjectIndexInvalid
from casefile.language import SPOKEN, Language

BUILT_IN = Path(__file__).with_name("terms")
BETWEEN = " | "

Article = tuple[str, str]  # code of the act, number of the article


class State(StrEnum):
    """The fourth column of a line."""

    REVIEWED = ""
    DRAFT = "draft"  # written by a model and read by nobody; it finds, and is shown as what it is
    HIDDEN = "hidden"  # one of ours that the site does not want


@dataclass(frozen=True, slots=True)
class Phrase:
    article: Article
    language: Language
    text: str
    state: State = State.REVIEWED


def built_in() -> list[Phrase]:
    """Those that ship with Dalel."""
    return read(BUILT_IN)


def read(folder: Path) -> list[Phrase]:
    """Every phrase of every file, in the order of the acts' codes. Raises `SubjectIndexInvalid`."""
    return [phrase for path in sorted(folder.glob("*.tsv")) for phrase in _phrases(path)]


def read_act(folder: Path, act: str) -> list[Phrase]:
    """Those of one act. Raises `SubjectIndexInvalid`."""
    path = folder / f"{act}.tsv"
    return list(_phrases(path)) if path.is_file() else []


def merged(ours: Iterable[Phrase], site: Sequence[Phrase]) -> list[Phrase]:
    """Our phrases and the site's, each once, without those that the site hides."""
    hidden = {_said(phrase) for phrase in site if phrase.state is State.HIDDEN}
    kept: dict[tuple[Article, Language, str], Phrase] = {}
    for phrase in (*ours, *site):
        if _said(phrase) not in hidden:
            kept.setdefault(_said(phrase), phrase)
    return list(kept.values())


def changes(site: Path) -> dict[Article, list[Phrase]]:
    """Of every article that the site's folder names, ours and the site's. Raises `SubjectIndexInvalid`."""
    changed: dict[Article, list[Phrase]] = {}
    for path in sorted(site.glob("*.tsv")):
        own = list(_phrases(path))
        for article in {phrase.article: None for phrase in own}:
            changed[article] = []
        for phrase in merged(read_act(BUILT_IN, path.stem), own):
            if phrase.article in changed and phrase.state is not State.HIDDEN:
                changed[phrase.article].append(phrase)
    return changed


def digest(folders: Iterable[Path]) -> str:
    """Changes with any line of any file of these folders."""
    told = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.tsv"))):
        content = path.read_bytes()
        told.update(f"{path.name} {len(content)}\n".encode() + content)
    return told.hexdigest()


def lines(phrases: Iterable[Phrase]) -> Iterator[str]:
    """The lines of one act's file, a line for the phrases of each article, language and state."""
    found: dict[tuple[str, Language, State], list[str]] = {}
    for phrase in phrases:
        found.setdefault((phrase.article[1], phrase.language, phrase.state), []).append(phrase.text)
    for (article, language, state), texts in found.items():
        yield "\t".join([article, language, BETWEEN.join(texts), *([state] if state else [])]) + "\n"


def _said(phrase: Phrase) -> tuple[Article, Language, str]:
    return phrase.article, phrase.language, phrase.text.lower()


def _phrases(path: Path) -> Iterator[Phrase]:
    try:
        text = path.read_text(encoding="utf-8-sig")  # a site edits these with whatever it has
    except (OSError, UnicodeDecodeError) as error:
        raise SubjectIndexInvalid(path=path, row=0, reason=error) from error
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        article, language, texts, state = (row.rstrip("\r").split("\t") + [""] * 3)[:4]
        if language not in SPOKEN or not article or state not in tuple(State):
            raise SubjectIndexInvalid(path=path, row=number, reason=row.strip()[:80])
        found, spoken, known = (path.stem, article), Language(language), State(state)
        for said in filter(None, map(str.strip, texts.split("|"))):
            yield Phrase(found, spoken, said, known)
