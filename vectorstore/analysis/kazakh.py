"""Finds the stem of a Kazakh word: of all cuts the graph of endings allows, the one text makes likeliest.

Works on folded words, so Kazakh typed on a Russian keyboard has the stem of the proper spelling. Exceptions
that no rule gives (халқы, мүлкі, оған) stand in a file. What stems and endings are likely was learned by
`training/kazakh_stems.py`; a stem that was never seen is still cut, if its endings are common ones.
"""

import gzip
import re
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from casefile.errors import ModelUnusable
from vectorstore.analysis.folding import hardened
from vectorstore.analysis.kazakh_endings import cuts

LEARNED = Path(__file__).with_name("kazakh_stems.tsv.gz")
EXCEPTIONS = Path(__file__).with_name("kazakh_exceptions.tsv")

# Tied by a hyphen to a number or a foreign root: дело-ны, следователь-ге, 2024-ші.
ENDINGS = frozenset(
    "лар лер дар дер тар тер га ге ка ке да де та те дан ден тан тен нан нен ди ти ни дин тин нин и си им ин"
    " мен бен пен нда нде даги деги таги теги дики ники тики ши нши инши дай дей тай тей гы ги ки".split()
)

# What only loans have: below the Kazakh endings of such a word lies Russian morphology.
LOAN = re.compile("[вфцчщъьэ]|ика$|ия$")

UNSEEN, UNSEEN_LETTER = -14.0, -2.5  # logarithm for a stem that was never seen, and for each of its letters
RARE = -12.0  # for a chain of endings that was never seen
NAMED_ACT = 5  # letters of a noun in -у, at least: тау and су are no verbs
_PLURAL = re.compile("(.{2,})[лдт][ае]р")


class KazakhStemmer:
    """Reads its files on the first word. Safe to share between threads."""

    def __init__(self, learned: Path = LEARNED) -> None:
        self._path = learned

    def stem(self, folded: str) -> str:
        """The stem of one folded lower-case word.

        >>> stem = KazakhStemmer().stem
        >>> [stem(word) for word in ("мектептеримиздеги", "бабинин", "тергеуге", "халкинин", "урламади")]
        ['мектеп', 'бап', 'терге', 'халик', 'урла']
        """
        if folded in self._exceptions:
            return self._exceptions[folded]
        stem = hardened(max(sorted(set(cuts(folded))), key=lambda cut: self._chance(*cut))[0])
        # Балалар has been seen with so many endings that it passes for a stem.
        if (plural := _PLURAL.fullmatch(stem)) and hardened(plural[1]) in self._stems:
            stem = hardened(plural[1])
        # Тергеу is a noun of its own and the name of what тергеді tells: one stem finds both.
        if len(stem) >= NAMED_ACT and stem.endswith("у") and stem[:-1] in self._stems:
            stem = hardened(stem[:-1])
        return self._exceptions.get(stem, stem)

    def _chance(self, stem: str, chain: str) -> float:
        known = self._stems.get(hardened(stem))
        chance = UNSEEN + UNSEEN_LETTER * len(stem) if known is None else known
        return chance + self._chains.get(chain, RARE)

    @cached_property
    def _exceptions(self) -> Mapping[str, str]:
        rows = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
        return dict(row.split("\t") for row in rows if row and not row.startswith("#"))

    @property
    def _stems(self) -> Mapping[str, float]:
        return self._learned[0]

    @property
    def _chains(self) -> Mapping[str, float]:
        return self._learned[1]

    @cached_property
    def _learned(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """Raises `ModelUnusable`."""
        stems: dict[str, float] = {}
        chains: dict[str, float] = {}
        try:
            text = gzip.decompress(self._path.read_bytes()).decode("utf-8")
            for line in text.splitlines():
                name, chance = line.split("\t")
                (chains if name.startswith("=") else stems)[name.removeprefix("=")] = float(chance)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise ModelUnusable(path=self._path, reason=repr(error)) from error
        return stems, chains
