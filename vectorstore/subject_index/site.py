"""A site's own subject index: what it adds to ours, what a model drafted, and what it hides of ours.

One file an act in the site's folder, to be edited here or with any editor. Every change is whole or not at
all. Knows nothing of search.
"""

import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from casefile.errors import DataUnwritable, PhraseInvalid
from casefile.language import Language
from vectorstore.subject_index.phrases import BUILT_IN, Article, Phrase, State, lines, merged, read_act

MOST_WORDS, LONGEST = 12, 120  # words, characters


class SitePhrases:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, article: Article) -> list[Phrase]:
        """What finds the article, and what is hidden; each with its state."""
        ours = [phrase for phrase in read_act(BUILT_IN, article[0]) if phrase.article == article]
        site = [phrase for phrase in read_act(self._folder, article[0]) if phrase.article == article]
        hidden = [phrase for phrase in site if phrase.state is State.HIDDEN]
        return [*merged(ours, site), *hidden]

    def add(self, article: Article, language: Language, text: str, state: State = State.REVIEWED) -> bool:
        """False where it was there already. Raises `PhraseInvalid`, `DataUnwritable`."""
        phrase = Phrase(article, language, fitting(text), state)
        same = [known for known in self.of(article) if _same(known, phrase)]
        if any(known.state in (state, State.REVIEWED) for known in same):
            return False
        self._change(article, lambda known: [*(k for k in known if not _same(k, phrase)), phrase])
        return True

    def remove(self, article: Article, text: str) -> bool:
        """Drops a phrase of the site, hides one of ours. False where there is none."""
        wanted = " ".join(text.split()).lower()
        gone = [
            phrase
            for phrase in self.of(article)
            if phrase.text.lower() == wanted and phrase.state is not State.HIDDEN
        ]
        ours = {
            (phrase.language, phrase.text.lower())
            for phrase in read_act(BUILT_IN, article[0])
            if phrase.article == article
        }
        hidden = [
            replace(phrase, state=State.HIDDEN)
            for phrase in gone
            if (phrase.language, phrase.text.lower()) in ours
        ]
        if gone:
            self._change(article, lambda known: [*(k for k in known if k.text.lower() != wanted), *hidden])
        return bool(gone)

    def accept(self, article: Article) -> int:
        """Its drafts have been read by somebody. How many there were."""
        drafts = [phrase for phrase in self.of(article) if phrase.state is State.DRAFT]
        if drafts:
            self._change(article, lambda known: [_reviewed(phrase) for phrase in known])
        return len(drafts)

    def _change(self, article: Article, change: Callable[[list[Phrase]], Sequence[Phrase]]) -> None:
        """Writes the act's file anew; a comment in it is kept if it stands at the top."""
        path = self._folder / f"{article[0]}.tsv"
        known = read_act(self._folder, article[0])
        others = [phrase for phrase in known if phrase.article != article]
        kept = [*others, *change([phrase for phrase in known if phrase.article == article])]
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
            top = [line + "\n" for line in _comments(text)]
            with NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                file.writelines([*top, *lines(kept)])
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).replace(path)
        except OSError as error:
            raise DataUnwritable(path=path, reason=error) from error


def fitting(text: str) -> str:
    """The phrase on one line with single spaces. Raises `PhraseInvalid`."""
    said = " ".join(unicodedata.normalize("NFC", text).split())
    odd = "|" in said or any(unicodedata.category(char).startswith("C") for char in said)
    if (
        odd
        or not 1 <= len(said.split()) <= MOST_WORDS
        or len(said) > LONGEST
        or not any(map(str.isalpha, said))
    ):
        raise PhraseInvalid(text=text, words=MOST_WORDS)
    return said


def _same(one: Phrase, other: Phrase) -> bool:
    return (one.language, one.text.lower()) == (other.language, other.text.lower())


def _reviewed(phrase: Phrase) -> Phrase:
    return replace(phrase, state=State.REVIEWED) if phrase.state is State.DRAFT else phrase


def _comments(text: str) -> list[str]:
    """The lines above the first phrase that begin with `#`."""
    found = []
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        found.append(line)
    return found
