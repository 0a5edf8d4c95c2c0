"""Makes the Kazakh profile that langdetect lacks, from the Kazakh side of the translated pairs.

Each text is counted as written and as people type it on a Russian keyboard. Nothing of `eval/`
or `laws/` is read.

    python -m training.language_profile --data ../shared/data --out vectorstore/language_profiles/kk
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpus import read_pairs

_TYPED = str.maketrans("әғқңөұүһі", "агкноуухи")
_TYPED_WITH_Y = str.maketrans("әғқңөұүһі", "агкноуухы")
_KAZAKH_KEPT = 1_700  # n-grams; about 20 KB, the size of the profiles langdetect ships


def kazakh_texts(data: Path) -> Iterator[str]:
    """Every distinct Kazakh text of the pairs, lower-case."""
    texts = (pair.left for pair in read_pairs(data) if pair.left_language == "kk")
    yield from dict.fromkeys(text.lower() for text in texts)


def profile(texts: Iterable[str], kept: int = _KAZAKH_KEPT) -> dict[str, object]:
    """Counts of one to three letters in langdetect's own format, the most frequent kept."""
    counts: Counter[str] = Counter()
    for text in texts:
        for dress in (text, text.translate(_TYPED), text.translate(_TYPED), text.translate(_TYPED_WITH_Y)):
            counts.update(_grams(dress))
    letters = [sum(count for gram, count in counts.items() if len(gram) == length) for length in (1, 2, 3)]
    best = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:kept])
    return {"name": "kk", "freq": best, "n_words": letters}


def _grams(text: str) -> Iterator[str]:
    from langdetect.utils.ngram import NGram

    gram = NGram()
    for char in text:
        # A Latin letter in Kazakh text is a foreign name or a programming term: no sign of Kazakh.
        gram.add_char(" " if char.isascii() else char)
        for length in (1, 2, 3):
            found = gram.get(length)
            if found:
                yield found


def main() -> None:
    """Writes the profile."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    made = profile(kazakh_texts(chosen.data))
    chosen.out.write_text(
        json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(f"{chosen.out}: {chosen.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
