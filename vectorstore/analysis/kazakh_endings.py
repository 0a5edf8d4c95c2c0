"""Which endings Kazakh words take, and in what order: a graph walked from the end of a word to its stem.

Letters are folded (қ as к, ы and і as и …), so an ending stands for its harmonic twins and the same graph
serves Kazakh typed on a Russian keyboard. An ending goes only after the sounds that call for it and agrees in
а or е with the endings around it. Knows no words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

VOWELS = "аеиоуэюя"
_VOICELESS = "кптсшщхфчцбвгд"  # loans in -в, -д (Қасымовқа) count as voiceless
_SONORANT = "лрймнзж"
_CONSONANT = "лрмнзжкптсшщхфчцбвгдйу"  # у and й are glides after a vowel
_ANY = VOWELS + _CONSONANT + "ьъ"
_VOICED = VOWELS + _SONORANT + "уйь"


@dataclass(frozen=True, slots=True)
class Ending:
    """`text` goes after one of the letters in `after`; what it leaves ends as `left` allows."""

    text: str
    after: str
    left: tuple[str, ...]

    @property
    def harmony(self) -> str:
        """а for back, е for front, "" where the folded ending does not tell."""
        return "" if self.text in _NEUTRAL else "а" if "а" in self.text else "е" if "е" in self.text else ""


_NEUTRAL = frozenset("мен бен пен менен".split())
NOUN, VERB = "noun", "verb"  # a word may end here: what is left is a stem
# What may stand before the endings of a class; "open" classes end a word.
_NOMINAL = (NOUN, "participle", "infinitive", "relative")
_BEFORE: dict[str, tuple[str, ...]] = {
    "plural": _NOMINAL,
    "possessive": (*_NOMINAL, "plural"),
    "case": (*_NOMINAL, "plural", "possessive"),
    "third case": ("third",),
    "third": (*_NOMINAL, "plural"),
    "relative": (*_NOMINAL, "plural", "possessive", "third"),
    "predicate": (*_NOMINAL, "plural", "possessive", "third", "case", "present"),
    "comparison": (NOUN,),
    "voice": (VERB,),
    "past": (VERB, "voice"),
    "participle": (VERB, "voice"),
    "converb": (VERB, "voice"),
    "present": (VERB, "voice"),
    "conditional": (VERB, "voice"),
    "infinitive": (VERB, "voice"),
    "imperative": (VERB, "voice"),
}
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {  # class: (after these letters, these endings) …
    "plural": ((VOWELS + "рйу", "лар лер"), ("лмнзж", "дар дер"), (_VOICELESS, "тар тер")),
    "possessive": (
        (_CONSONANT, "им ин имиз иниз"),
        (VOWELS, "м н миз низ"),
    ),
    "third": ((_CONSONANT, "и"), (VOWELS, "си")),
    "third case": (("и", "нин на не н нда нде нан нен мен"),),
    "case": (
        (VOWELS + "мн", "нин"),
        ("лрйузж", "дин"),
        (_VOICELESS, "тин ка ке ти та те тан тен пен"),
        (_VOICED, "га ге"),
        ("мн", "а е"),
        (VOWELS, "ни"),
        (_SONORANT + "у", "ди"),
        (_VOICED, "да де дан ден"),
        ("мн", "нан нен"),
        (VOWELS + "лрймну", "мен менен"),
        ("зж", "бен"),
        (_ANY, "дай дей тай тей"),
    ),
    "relative": (
        (_VOICED, "даги деги"),
        (_VOICELESS, "таги теги"),
        ("и", "ндаги ндеги"),
        (VOWELS + "мн", "ники"),
        ("лрйузж", "дики"),
        (_VOICELESS, "тики"),
    ),
    "predicate": (
        (VOWELS + "лрймнуаей", "мин миз син сиз сиздер"),
        ("нзж", "бин биз"),
        (_VOICELESS, "пин пиз син сиз"),
        ("нзжлрмйктс", "син сиз"),
        ("аей", "ди"),
    ),
    "comparison": ((VOWELS, "рак рек"), (_CONSONANT, "ирак ирек лау леу дау деу тау теу")),
    "voice": ((_CONSONANT, "ил ин"), (VOWELS, "л н")),
    "past": (
        (_VOICED, "ди дим дин дик диниз диниздер"),
        (_VOICELESS, "ти тим тин тик тиниз"),
    ),
    "participle": (
        (_VOICED, "ган ген"),
        (_VOICELESS, "кан кен"),
        (_CONSONANT, "атин етин ар ер"),
        (VOWELS, "йтин р"),
        ("ае", "с"),
        (VOWELS + "лруй", "мак мек макши мекши"),
        ("мнзж", "бак бек бакши бекши"),
        (_VOICELESS, "пак пек пакши пекши"),
        (_ANY, "арлик ерлик рлик улы"),
    ),
    "converb": (
        (VOWELS, "п й"),
        (_CONSONANT, "ип а е"),
        (_VOICED, "гали гели ганша генше"),
        (_VOICELESS, "кали кели канша кенше"),
    ),
    "present": ((VOWELS, "й"), (_CONSONANT, "а е")),
    "conditional": ((_ANY, "са се сам сем сан сен сак сек саниз сениз"),),
    "infinitive": ((_ANY, "у"),),
    "imperative": ((_CONSONANT, "ининз иниз ин син айик ейик"), (VOWELS, "низ син йик")),
}
CLASSES: dict[str, tuple[Ending, ...]] = {
    name: tuple(Ending(text, after, _BEFORE[name]) for after, texts in groups for text in texts.split())
    for name, groups in _ENDINGS.items()
}
_OPEN = ("plural", "possessive", "third", "case", "third case", "relative", "predicate", "comparison",
         "past", "participle", "converb", "conditional", "infinitive", "imperative")  # fmt: skip
SHORTEST = 2
_AGENT = "уш"


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a folded word: stem, and its endings joined by hyphens with what kind of stem it is.

    >>> sorted(set(stem for stem, _ in cuts("кителермен")))
    ['ките', 'кител', 'кителе', 'кителер', 'кителерме', 'кителермен']
    """
    yield word, ""
    for name in _OPEN:
        yield from _cut(word, name, "", "")


def _cut(word: str, name: str, endings: str, harmony: str) -> Iterator[tuple[str, str]]:
    for ending in CLASSES[name]:
        if not word.endswith(ending.text):
            continue
        left = word[: -len(ending.text)]
        if len(left) < SHORTEST or left[-1] not in ending.after:
            continue
        if ending.text == "и" and left.endswith(_AGENT):
            continue  # тергеуші: the и is no possessive
        own = ending.harmony
        if harmony and own and own != harmony:
            continue
        chain = f"{ending.text}-{endings}" if endings else ending.text
        for before in ending.left:
            if before in (NOUN, VERB):
                if any(char in VOWELS for char in left):
                    yield left, f"{before[0]}:{chain}"
            else:
                yield from _cut(left, before, chain, harmony or own)
