"""How likely a text is as Russian, Kazakh, Ukrainian or Western European, by its letters beyond ASCII.

Tells eight-bit encodings apart: the wrong one makes rare letters, capitals inside words and Latin
beside Cyrillic. Knows nothing of encodings. Costs are in nats; the Russian and Kazakh ones are rounded
from counts over codes and laws, letters of one group being about equally frequent.
"""

import re
from collections import Counter
from collections.abc import Mapping

_LANGUAGES: tuple[Mapping[str, float], ...] = (
    {"оеинаст": 2.6, "рвлдпмкя": 3.4, "узгыбхчьйцж": 4.4, "щюшфэ": 5.4, "ъё": 7},
    {"аетынрлі": 2.7, "сдкмқузбоң": 3.5, "пжғигәшөй": 4.4, "ұүяи": 5, "цвхюьэфъчщһё": 7.5},
    {"оаинвтеріск": 2.9, "лдмпузяьгбч": 3.8, "йхцжїюєшщф": 5, "ґ": 8},
    {"éèàüöäßíóáñçêåæøãõúâîôû": 4.2, "ëïìòùœýÿ": 6},
)
_PUNCTUATION = 4.0  # what people type in all of these languages
_FRAMES = 5.5  # tables drawn by DOS programs
_UNKNOWN = 10.0
_NEVER = 14.0  # control characters, holes in the encoding
_CLASH = 5.0  # a capital after a small letter, Latin beside Cyrillic

_REPEATED = re.compile(r"([^\x00-\x7f])\1+")
_CAPITAL_INSIDE = re.compile(r"[a-zа-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]")
_MIXED = re.compile(r"[A-Za-zÀ-ÿ][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zÀ-ÿ]")


def likelihood(text: str) -> float:
    """Mean log-likelihood of a character beyond ASCII, at most 0; 0.0 if there is none."""
    text = _REPEATED.sub(r"\1", text)  # rules and frames repeat one character
    counts = Counter(char for char in text if char > "\x7f")
    total = sum(counts.values())
    if not total:
        return 0.0
    clashes = len(_CAPITAL_INSIDE.findall(text)) + len(_MIXED.findall(text))
    cheapest = min(sum(_cost(char, table) * n for char, n in counts.items()) for table in _COSTS)
    return -(cheapest + _CLASH * clashes) / total


def _cost(char: str, table: Mapping[str, float]) -> float:
    known = table.get(char.lower())
    if known is not None:
        return known
    if char in "«»„“”’‘—–…№§°•£€\xa0\xad":
        return _PUNCTUATION
    if "─" <= char <= "▟":
        return _FRAMES
    return _NEVER if char == "\ufffd" or "\x80" <= char <= "\x9f" else _UNKNOWN


_COSTS = tuple(
    {letter: cost for letters, cost in groups.items() for letter in letters} for groups in _LANGUAGES
)
