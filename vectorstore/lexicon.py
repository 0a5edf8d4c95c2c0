"""What a stem may be called in the other languages, as learned from translated texts and the glossary.

Knows stems and weights, not passages. Made by `training/train_lexicon.py`; the folding and stemming it was
made with must be those it is asked with.
"""

import gzip
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casefile.errors import ModelUnusable
from casefile.language import SPOKEN, Language

BUILT_IN = Path(__file__).with_name("lexicon.tsv.gz")
HUNDREDTHS = 100.0  # weights are stored as whole hundredths


@dataclass(frozen=True, slots=True)
class Translation:
    """`weight` in 0..1: how surely the two stems mean the same."""

    language: Language
    stem: str
    weight: float


class Lexicon:
    """Read on the first question, once a process: some 0.1 s."""

    def __init__(self, path: Path = BUILT_IN) -> None:
        self._path = path

    def translations(self, stem: str, language: Language) -> Sequence[Translation]:
        """Into the two other languages, best first; of a stem of unknown language, from all three."""
        asked = (language,) if language is not Language.UND else SPOKEN
        lines = [self._known.get(f"{spoken}\t{stem}", "") for spoken in asked]
        return [_translation(cell) for line in lines for cell in line.split("\t") if cell]

    def knows(self, stem: str, language: Language) -> bool:
        return f"{language}\t{stem}" in self._known

    @property
    def _known(self) -> Mapping[str, str]:
        return _read(self._path)


@lru_cache(2)  # one for all who translate in a process
def _read(path: Path) -> Mapping[str, str]:
    """By language and stem, the rest of its line, which is taken apart when it is asked for.

    Raises `ModelUnusable`.
    """
    known = {}
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
        for line in text.splitlines():
            end = line.index("\t", 3)  # after the language and its tab
            known[line[:end]] = line[end + 1 :]
        if not known:
            raise ValueError("empty")
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise ModelUnusable(path=path, reason=repr(error)) from error
    return known


def _translation(cell: str) -> Translation:
    """One cell, "ru:краж:72"."""
    language, stem, hundredths = cell.split(":")
    return Translation(Language(language), stem, int(hundredths) / HUNDREDTHS)
