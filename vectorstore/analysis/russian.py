"""Russian nouns in -ой, which Snowball takes for adjectives.

It cuts разбой (robbery) to разб, as it cuts разбить (to break), but разбоя to разбо: two stems for one
word, and one of them another word's. Nouns that are also a form of a verb or an adjective (простой, рою)
are left to it.
"""

import re

_NOUNS = """бо разбо убо отбо сбо побо забо перебо прибо пробо запо водопо конво геро изго ковбо засто отсто
усто посто стро настро сло зно гно поко""".split()
_FORM = re.compile(f"({'|'.join(_NOUNS)})(?:й|я|ю|ем|е|и|ев|ям|ями|ях)")


def noun(word: str) -> str:
    """The first case of such a noun in any of its forms; "" for any other word.

    >>> noun("разбоем"), noun("разбить")
    ('разбой', '')
    """
    found = _FORM.fullmatch(word)
    return f"{found[1]}й" if found else ""
