"""What a stem may be called in the other languages, as learned from translated texts and the glossary.

Knows stems and weights, not passages. Made by `training/train_lexicon.py`; the folding and stemming it was
made with must be those it is asked with.
"""

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from casefile.errors import ModelUnusable
from casefile.language import Language

BUILT_IN = Path(__file__).with_name("lexicon.tsv.gz")
HUNDREDTHS = 100.0  # weights are stored as whole hundredths


@dataclass(frozen=True, slots=True)
class Translation:
    """`weight` in 0..1: how surely the two stems mean the same."""

    language: Language
    stem: str
    weight: float


class Lexicon:
    """Read on the first question: some 0.1 s."""

    def __init__(self, path: Path = BUILT_IN) -> None:
        self._path = path

    def translations(self, stem: str, language: Language) -> Sequence[Translation]:
        """Into the two other languages, best first; of a stem of unknown language, from all three."""
        if language is not Language.UND:
            return self._known.get((language, stem), ())
        return [t for spoken in Language for t in self._known.get((spoken, stem), ())]

    @cached_property
    def _known(self) -> Mapping[tuple[Language, str], tuple[Translation, ...]]:
        """Raises `ModelUnusable`."""
        known = {}
        try:
            with gzip.open(self._path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    language, stem, *others = line.rstrip("\n").split("\t")
                    known[Language(language), stem] = tuple(map(_translation, others))
        except (OSError, EOFError, ValueError) as error:
            raise ModelUnusable(path=self._path, reason=repr(error)) from error
        return known


def _translation(cell: str) -> Translation:
    """One cell, "ru:краж:72"."""
    language, stem, hundredths = cell.split(":")
    return Translation(Language(language), stem, int(hundredths) / HUNDREDTHS)
