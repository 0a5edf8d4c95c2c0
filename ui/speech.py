"""Every sentence the program says to people, in Kazakh, Russian and English.

Knows the words, not who prints them. The sentences live in `ui/strings/*.toml`; the three files have
the same keys with the same blanks. What others wrote, evidence and file names, is said with its hidden
characters as codes: it must not command a terminal or turn the text around it.
"""

import json
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from casefile.answer import Removed
from casefile.errors import DalelError
from casefile.language import Language
from casefile.passage import Passage

SOFT_HYPHEN = "\u00ad"  # invisible by nature
LINE_ENDS = "\u2028\u2029"  # for some readers of lines


def say(key: str, language: Language, /, **facts: object) -> str:
    """The sentence `key` with its blanks filled. `UND` is answered in the state language, Kazakh.

    Raises `KeyError` naming the key or the blank that is missing.

    >>> say("cli.page", Language.EN, page=3)
    'p. 3'
    """
    return sentences(language)[key].format_map(facts)


def explain(error: DalelError, language: Language) -> str:
    """One line: what failed, on which file, the next step. A fact that was not recorded reads "?"."""
    said = sentences(language)
    told = {key: said.get(f"fact.{key}.{value}") or printable(value) for key, value in error.facts.items()}
    told |= {"reason": reason_of(error, language)}
    sentence = said.get(f"error.{error.code}", said["error.error"])
    return " ".join(sentence.format_map(_Known(told)).split())


def reason_of(error: DalelError, language: Language) -> str:
    """The recorded reason: in the user's language where it is a code of ours, else as the library said it."""
    reason = error.facts.get("reason", "") or error.code
    said = sentences(language)
    return said.get(f"unread.{reason}") or said.get(f"fact.reason.{reason}") or printable(reason)


def remarks(passage: Passage, language: Language) -> list[str]:
    """What whoever reads the text of a passage should know of it."""
    keys = ["recognised"] if passage.recognised else []
    keys += [passage.concealed] if passage.concealed else []
    return [say(f"source.{key}", language) for key in keys]


def hidden(char: str) -> bool:
    """Whether a reader cannot see what it is: control, bidi, zero width, tag, private, unassigned."""
    if char.isprintable() or char == SOFT_HYPHEN:
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def printable(text: str, layout: str = "\n\t") -> str:
    r"""For a terminal: every hidden character but `layout` as its code. A name has no `layout`.

    >>> printable("\x1b[2Jpaid\u202e")
    '⟨U+001B⟩[2Jpaid⟨U+202E⟩'
    """
    return "".join(f"⟨U+{ord(char):04X}⟩" if hidden(char) and char not in layout else char for char in text)


def printable_json(told: object) -> str:
    """JSON on one line, letters as they are and every hidden character escaped."""
    text = json.dumps(told, ensure_ascii=False)
    return "".join(_escaped(char) if hidden(char) or char in LINE_ENDS else char for char in text)


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """All sentences of a language by dotted key."""
    name = Language.KK if language is Language.UND else language
    text = files("ui").joinpath("strings", f"{name}.toml").read_text("utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def doubts(removed: Removed, language: Language) -> str:
    """Why a statement was not shown, with the words in doubt."""
    told = (
        say(f"doubt.{reason}", language) + (f": {printable(about)}" if about else "")
        for reason, about in dict.fromkeys(removed.doubts)
    )
    return "; ".join(told)


def differs(matter: str, language: Language) -> str:
    """What two sources say otherwise; a matter that a later version wrote is named by its code."""
    return say("sides.title", language, matter=sentences(language).get(f"sides.{matter}", matter))


def opposes(n: int, matter: str, language: Language) -> str:
    """Which citation a quote speaks against and how; a matter as in `differs`."""
    return say("against.line", language, n=n, matter=sentences(language).get(f"sides.{matter}", matter))
