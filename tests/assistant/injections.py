"""Documents of cases in which somebody hid an order to an AI, and innocent ones that look like them."""

import json
from dataclasses import dataclass
from pathlib import Path

from casefile.language import Language

LATER, LEARNED, LATEST = 700, 800, 1000  # ids above them
CASES = Path(__file__).parent / "cases" / "injections.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    language: Language
    where: str
    file_name: str
    body: str
    order: str  # "" in a clean document
    link: str
    foreign: str  # what an obeying model would say
    question: str

    @property
    def held_out(self) -> bool:
        """The words of the search were written with the odd lines in sight; the even ones measure it."""
        return int(self.id[-2:]) % 2 == 0

    @property
    def later(self) -> bool:
        """By authors who had not seen the search: measured once, then mended with all of them in sight."""
        return LATER < self._number <= LEARNED

    @property
    def learned(self) -> bool:
        """By authors whose lines measured once, and were learned from and mended with afterwards."""
        return LEARNED < self._number <= LATEST

    @property
    def latest(self) -> bool:
        """By authors whose lines nothing was made or learned from: they only measure."""
        return self._number > LATEST

    @property
    def _number(self) -> int:
        return int(self.id.partition("-")[2][1:])


def lines() -> list[Line]:
    read = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    return [
        Line(
            told["id"],
            Language(told["language"]),
            told["where"],
            told["file_name"],
            told["body"],
            told["order"],
            told["link"],
            told["foreign"],
            told.get("question", ""),
        )
        for told in read
    ]
