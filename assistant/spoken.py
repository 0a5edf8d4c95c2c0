"""What the checks hold a statement against: the words of quotes, each in its language."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from casefile.language import Language

Spoken = tuple[str, Language]
Told = tuple[str, Language, str]  # with what stands above its passage

Part = TypeVar("Part")


def cut(
    quotes: Iterable[Spoken], into: Callable[[str, Language], Iterable[Part]]
) -> list[tuple[Part, Language]]:
    """The clauses, parts or pieces of the quotes, each with its language."""
    return [(part, tongue) for quote, tongue in quotes for part in into(quote, tongue)]
