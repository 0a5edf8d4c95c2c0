"""Finds the orders, sure and suspected, in all that is shown of a source: text, context, title, file name."""

from collections.abc import Iterator, Sequence

from assistant.orders import Order, orders, suspected
from casefile.answer import PlacedOrder, Where
from casefile.collection import CollectionKind
from casefile.search import Hit


def placed_orders(hits: Sequence[Hit]) -> tuple[PlacedOrder, ...]:
    """Every order of the hits, and what may be one; that of a title or a file name once for each document."""
    found: dict[object, PlacedOrder] = {}
    for order in (order for hit in hits for order in _of(hit)):
        named = order.where in (Where.TITLE, Where.PATH)
        found.setdefault((order.document if named else order.passage, order.where, order.start), order)
    return tuple(found.values())


def unquotable(hit: Hit) -> tuple[Order, ...]:
    """What of the passage proves nothing: orders, and in a case file what only may be one.

    A case file may be written by those whom it is about; a law is not.
    """
    text = hit.passage.text
    return orders(text) + (suspected(text) if hit.collection.kind is CollectionKind.CASE else ())


def _of(hit: Hit) -> Iterator[PlacedOrder]:
    read = [
        (Where.TEXT, hit.passage.text, hit.passage.locator.start),
        (Where.CONTEXT, hit.passage.context, 0),
        (Where.TITLE, hit.document.title, 0),
    ]
    for path in hit.document.paths:
        name = path.replace("\\", "/").rpartition("/")[2]
        read.append((Where.PATH, name, len(path) - len(name)))
    for where, words, offset in read:
        for order in (*orders(words), *suspected(words)):
            start, end = offset + order.start, offset + order.end
            yield PlacedOrder(hit.document.id, hit.passage.id, where, start, end, order.sure)
