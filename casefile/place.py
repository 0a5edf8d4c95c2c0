"""A place of the law that somebody names, and which passages are it.

Knows nothing of how passages are found and ranked.
"""

import re
from dataclasses import dataclass, replace

from casefile.lawref import LawRef, resolved
from casefile.lawref_parse import find_refs
from casefile.passage import Passage


@dataclass(frozen=True, slots=True)
class Named:
    """A place of the law that a question names."""

    ref: LawRef
    listed: bool  # its number stood with a bracket, "п. 2)"

    @property
    def narrow(self) -> bool:
        """Whether a part or a point is named, and not the article as a whole."""
        return bool(self.ref.part or self.ref.point or self.ref.subpoint)

    def of_article(self, passage: Passage) -> bool:
        """Whether the passage is of the article that is named; without an act, of any act's."""
        law = passage.locator.law or LawRef()
        return LawRef(self.ref.act, self.ref.article).covers(law)

    def inside(self, passage: Passage) -> LawRef:
        """The place as the passage's act divides its articles: "п. 2" is part 2 of a code in parts."""
        law = passage.locator.law or LawRef()
        return resolved(replace(self.ref, act=self.ref.act or law.act), self.listed)[0]

    def stands_in(self, passage: Passage) -> bool:
        """Whether the passage is the place, lies inside it or holds it.

        What the passage's own place leaves out it may hold: then its text has a line of that number.
        """
        return self.of_article(passage) and all(
            has == asked or has.startswith(f"{asked}(") or (open_ and bool(numbered(asked, passage.text)))
            for asked, has, open_ in self._levels(passage)
        )

    def item(self, passage: Passage) -> str:
        """The number of the point or subpoint to look for in the passage's text; "" for all of it."""
        return next((asked for asked, _, open_ in reversed(self._levels(passage)) if open_), "")

    def _levels(self, passage: Passage) -> list[tuple[str, str, bool]]:
        """What is asked and what the passage is, level by level, and whether its text may hold the rest.

        Parts are never looked for in the text: every passage of a part knows it, and "3)" is no part 3.
        """
        law, ref = passage.locator.law or LawRef(), self.inside(passage)
        levels = (
            (ref.part, law.part, False),
            (ref.point, law.point, not law.point and not law.subpoint),
            (ref.subpoint, law.subpoint, not law.subpoint),
        )
        return [level for level in levels if level[0]]


def named(text: str) -> list[Named]:
    """The articles the text names, with their parts and points."""
    return [Named(f.ref, ")" in text[f.start : f.end]) for f in find_refs(text) if f.ref.article]


def numbered(number: str, text: str) -> re.Match[str] | None:
    """The first line that begins with this number: "3) …", "3. …", "b …"."""
    outer = re.escape(number.partition("(")[0])
    return re.search(rf"^\W*{outer}(?:[.)](?!\d)|(?<=[^\W\d])[ \t])", text, re.MULTILINE | re.IGNORECASE)
