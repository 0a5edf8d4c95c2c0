"""What the checks hold a statement against: the words of quotes, each in its language."""

from casefile.language import Language

Spoken = tuple[str, Language]
Told = tuple[str, Language, str]  # with what stands above its passage
