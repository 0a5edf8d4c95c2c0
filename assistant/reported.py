"""Finds what a person of the story says between quotation marks, in folded text."""

import re

from assistant.unmasked import folded_pattern

REPORTED = re.compile(
    folded_pattern(
        r"(?:написал|набрал|сказал|ответил|крикнул|ввел|велел|приказал|попросил|спросил|говорил|писал|фраз|"
        r"предложени|например|типа|вроде|жазды|деді|айтты|жазып|тапсырды|бұйырды|сөз|мысалы|typed|wrote|said|"
        r"asked|replied|told|ordered|entered|prompted|instructed|sentence|phrase|words|such as|for example)"
        r'[^".!?]{0,60}"([^"]{3,200})"'
        r'|"([^"]{3,200})" ?,? (?:деп|деді|дейді|деген|сказал|написал|ответил|said|wrote|typed)'
    )
)
