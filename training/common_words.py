"""Learns which words are written small inside a sentence, so that a capital at its beginning names nobody.

Of a stem that texts write with a small letter nearly always. Names that are words too (Арман, Роза) are
written both ways and fall out.

    python -m training.common_words --data ../shared/data --out assistant/common_words.txt.gz
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from assistant.names import skeleton
from casefile.language import SPOKEN, Language
from training.corpus import read_own, read_pairs
from vectorstore.analysis import Analyser

SMALL = 0.97  # of the times a stem stands inside a sentence
FEWEST = 2  # times
RARE = 20  # times fewer than which a Latin stem may be a name in an address

# Given names and surnames that are words too, and that our texts may know as words alone.
NAMES = """
    роза вера надежда любовь лев роман виктория майя мира злата лилия марина алмаз султан болат
    темір асыл бақыт арман қуаныш дана жанна айна гүл меруерт маржан бота ақ қара нұр мерей шолпан
    жұлдыз айдын дидар ерік серік тілек талап үміт сәуле алтын күміс жеңіс бейбіт еркін азат марат
    рахат шаттық дәурен сұңқар қыран лашын мельник кузнецов бондарь коваль гончар ткач пак ким ли
    хан цой бай rose grace hope faith mark bill will frank jack grant art may june april dawn joy
    amber ruby pearl drew chase hunter mason smith baker miller cook king young brown white black
    green stone wood hill bush
""".split()

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:;\n•–—\"«“„(])\s*$")


def texts(data: Path) -> Iterator[tuple[str, Language]]:
    for pair in (*read_pairs(data), *read_own()):
        yield pair.left, Language(pair.left_language)
        yield pair.right, Language(pair.right_language)
    for path in [*sorted((data / "laws").glob("*/*.jsonl")), data / "guidance" / "treaties_en.jsonl"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["lang"] in SPOKEN:
                yield row["text"], Language(row["lang"])


def learned(data: Path) -> Iterator[tuple[Language, list[str]]]:
    """Of each language the stems in order."""
    analyser = Analyser()
    small: defaultdict[Language, Counter[str]] = defaultdict(Counter)
    large: defaultdict[Language, Counter[str]] = defaultdict(Counter)
    named: Counter[str] = Counter()  # words in Cyrillic letters, by their skeletons
    lower: Counter[str] = Counter()
    for text, language in dict.fromkeys(texts(data)):
        for found in _WORD.finditer(text):
            word = found[0]
            if word.isupper() and len(word) > 1:
                continue
            capital = word[0].isupper()
            if capital and _OPENS.search(text[max(0, found.start() - 4) : found.start()]):
                continue
            if not word.isascii():
                (named if capital else lower)[skeleton(word)] += 1
            for stem in analyser.stems(word, language)[:1]:
                (large if capital else small)[language][stem] += 1
    for language in SPOKEN:
        names = {stem for name in NAMES for stem in analyser.stems(name, language)}
        names |= {
            stem
            for stem, count in small[language].items()
            if stem.isascii() and count < RARE and named[skeleton(stem)] > lower[skeleton(stem)]
        }  # "aigul" of an address is Айгүл
        yield (
            language,
            sorted(
                stem
                for stem, count in small[language].items()
                if stem not in names
                and count >= FEWEST
                and count >= SMALL * (count + large[language][stem])
                and not stem.isdigit()
            ),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    lines = [f"{language}\t{' '.join(stems)}\n" for language, stems in learned(given.data)]
    given.out.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print({line[:2]: line.count(" ") + 1 for line in lines}, given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
