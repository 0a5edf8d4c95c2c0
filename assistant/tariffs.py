"""Finds numbers that a list in the quotes gives for one, and a statement for another: fines by who pays them.

"Sixty for officials" over "officials – thirty, small businesses – sixty", in whatever languages. Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.meaning import MEANT, Word, best, content, share
from assistant.nearness import numbered
from assistant.numbers import Quantity, whole_numbers
from assistant.spoken import Spoken
from casefile.language import Language
from casefile.sentences import sentences

LABEL = 3  # words beside a number that say whose it is
SAID = 0.3  # share of another's words that the statement has, and none of its own number's
_PART = re.compile(r"[;,]\s+|\s+(?:и|а|және|ал|and|while)\s+", re.IGNORECASE)
_NO_LABEL = re.compile(r"^.*\bштраф\w*\s+на\s+|\bв\s+размере\b", re.IGNORECASE)
_ENDS_LABEL = re.compile(  # "officials – thirty", "на граждан в размере десяти", "азаматтарға он"
    r"(?:\s-|\bв\s+размере|[^\W\d_]{2}(?:[ғқн]а|[гкн]е))\s+$", re.IGNORECASE
)
_LABEL_BEHIND = re.compile(r"^\s*(?:[^\W\d_]+\s+){0,3}?for\s+([^,;:.]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    labels: Sequence[Sequence[Word]]  # of each one it is for

    def told(self, words: Sequence[Word]) -> float:
        """The share of a label that these words have."""
        return max((share(label, words) for label in self.labels), default=0.0)


def of_other_item(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers of an item of which the statement says no word, beside the words of another.

    >>> fines = "Влечёт штраф на граждан в размере десяти, на должностных лиц – тридцати МРП."
    >>> list(of_other_item("Должностное лицо платит десять МРП.", Language.RU, [(fines, Language.RU)]))
    ['10']
    """
    for quote, tongue in quotes:
        for start, end in sentences(quote, tongue):
            items = _items(quote[start:end], tongue)
            told = [
                part
                for part in _PART.split(text)
                if whole_numbers(part, language) & {i.number for i in items}
            ]
            for part in [text] if len(told) == 1 else told:
                words, said = content(part, language), whole_numbers(part, language)
                own = [item.told(words) for item in items if item.number in said]
                others = [item.told(words) for item in items if item.number not in said]
                if len(own) == 1 and not own[0] and max(others, default=0.0) >= SAID:
                    yield from said & {item.number for item in items}


def _items(sentence: str, language: Language) -> list[_Item]:
    """The numbers of one unit with the words beside each that stand beside no other; one is no list."""
    whole = numbered(sentence, language)
    plain = [one for one in whole.numbers if one.number.isdecimal()]
    units = [one.unit for one in plain if one.unit]
    while units and plain[-1].unit not in ("", units[0]):  # a term behind the fines
        plain.pop()
    if len(plain) < 2 or len({one.number for one in plain}) < len(plain):
        return []
    if {one.unit for one in plain} - {"", *units[:1]}:
        return []
    behind = [_LABEL_BEHIND.match(rest) for rest in _rests(whole.text, plain)]
    befores = _befores(whole.text, plain)
    if all(behind):
        spoken = [[found[1]] for found in behind if found]
    elif all(map(_ENDS_LABEL.search, befores)):
        spoken = [_PART.split(_NO_LABEL.sub(" ", before)) for before in befores]
    else:
        return []
    labels = [[content(label, language)[-LABEL:] for label in of_one] for of_one in spoken]
    return [
        _Item(one.number, [_own(label, labels[:n] + labels[n + 1 :]) for label in labels[n]])
        for n, one in enumerate(plain)
    ]


def _own(label: Sequence[Word], others: Sequence[Sequence[Sequence[Word]]]) -> list[Word]:
    beside = [word for of_one in others for other in of_one for word in other]
    return [word for word in label if best(word, beside) < MEANT]


def _befores(text: str, numbers: Sequence[Quantity]) -> list[str]:
    """What stands before each number, from the one before it on."""
    return [
        text[a:b] for a, b in zip([0, *(n.end for n in numbers)], [n.start for n in numbers], strict=False)
    ]


def _rests(text: str, numbers: Sequence[Quantity]) -> list[str]:
    """What stands behind each number, up to the next one."""
    return [
        text[a:b]
        for a, b in zip([n.end for n in numbers], [*(n.start for n in numbers[1:]), len(text)], strict=True)
    ]
