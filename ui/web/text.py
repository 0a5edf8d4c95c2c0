"""Evidence as HTML text: escaped, its invisible characters made visible, its quotes marked.

Everything on the page that somebody else wrote goes through here. Knows no layout.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from assistant.orders import orders, overlaps, suspected
from casefile.language import Language
from ui.speech import hidden, say

LAYOUT = "\n\r\t"  # invisible by nature


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span of a text that citation `n` quotes."""

    start: int
    end: int
    n: int


def shown(text: str, language: Language) -> str:
    """Escaped text in which a hidden character (bidi override, zero width, tag) shows as its code.

    >>> shown("<b> & a", Language.EN)
    '&lt;b&gt; &amp; a'
    """
    return "".join(
        _unseen(char, language) if hidden(char) and char not in LAYOUT else escape(char) for char in text
    )


def marked(text: str, quotes: Iterable[Quoted], language: Language) -> str:
    """`shown(text)` with every quoted span in `<mark>`; overlapping quotes share their marks.

    What speaks to a language model is set off too.
    """
    pieces = []
    for piece, numbers, speaking in _pieces(text, list(quotes)):
        html = shown(piece, language)
        html = f'<mark data-n="{numbers}">{html}</mark>' if numbers else html
        pieces.append(f'<span class="{speaking}">{html}</span>' if speaking else html)
    return "".join(pieces)


def _pieces(text: str, quotes: list[Quoted]) -> Iterator[tuple[str, str, str]]:
    """The text cut where a quote or an order begins or ends; each piece with the numbers that quote it.

    Last of each the class of a piece that speaks to a language model, or may.
    """
    sure, perhaps = orders(text), suspected(text)
    cuts = {0, len(text)} | {cut for quote in quotes for cut in (quote.start, quote.end)}
    cuts |= {cut for order in (*sure, *perhaps) for cut in (order.start, order.end)}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    for start, end in pairwise(edges):
        numbers = sorted({quote.n for quote in quotes if quote.start <= start and end <= quote.end})
        maybe = "perhaps-order" if overlaps(perhaps, start, end) else ""
        speaking = "order" if overlaps(sure, start, end) else maybe
        yield text[start:end], " ".join(str(n) for n in numbers), speaking


def _unseen(char: str, language: Language) -> str:
    code = f"U+{ord(char):04X}"
    label = escape(f"{say('web.unseen', language)} {code}")
    # An attribute, drawn by the style sheet: copying the text copies no code into it.
    return f'<span class="unseen" role="img" data-code="{code}" aria-label="{label}" title="{label}"></span>'
