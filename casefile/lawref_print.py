"""Prints law references the way each language writes them. Knows nothing of reading them."""

from casefile.acts import Division, act_citation, acts, division_of
from casefile.language import Language
from casefile.lawref import LawRef


def print_ref(ref: LawRef, language: Language, short: bool = False) -> str:
    """The reference in Kazakh, Russian or English; `short` names the act by its shortest name.

    >>> ref = LawRef("K1400000226", "188", part="2")
    >>> print_ref(ref, Language.RU), print_ref(ref, Language.KK)
    ('ч. 2 ст. 188 УК РК', 'ҚР ҚК 188-бабының 2-бөлігі')
    >>> print_ref(ref, Language.EN)
    'Criminal Code of Kazakhstan, Article 188(2)'
    """
    act = act_citation(ref.act, language, short) if ref.act else ""
    if not ref.article:
        return act
    if language is Language.KK:
        return _kazakh(ref, act)
    if language is Language.EN:
        return _english(ref, act)
    return _russian(ref, act)


def _russian(ref: LawRef, act: str) -> str:
    known = acts().get(ref.act)
    in_parts = division_of(ref.act) is Division.PARTS
    item = "пп." if _says_subpoint(ref) else "п."
    part = [f"ч. {ref.part}"] if ref.part else []
    point = [f"{item} {_bracketed(ref, ref.point)}"] if ref.point else []
    inside = [*point, *part] if in_parts or not known else [*part, *point]
    if ref.subpoint:
        inside.insert(0, f"пп. {_bracket(ref.subpoint)}")
    words = " ".join([*inside, f"ст. {ref.article}"])
    if known or not act:
        return f"{words} {act}".strip()
    return f"{act}, {words}"


def _kazakh(ref: LawRef, act: str) -> str:
    known = acts().get(ref.act)
    in_parts = division_of(ref.act) is Division.PARTS
    bare, owned = ("тармақша", "тармақшасы") if _says_subpoint(ref) else ("тармақ", "тармағы")
    chain: list[tuple[str, str]] = [(f"{ref.article}-бап", f"{ref.article}-бабы")]
    part = [(f"{ref.part}-бөлік", f"{ref.part}-бөлігі")] if ref.part else []
    mark = " " if _bracketed(ref, ref.point).endswith(")") else "-"
    number = _bracketed(ref, ref.point)
    point = [(f"{number}{mark}{bare}", f"{number}{mark}{owned}")] if ref.point else []
    chain += [*part, *point] if in_parts or not known else [*point, *part]
    if ref.subpoint:
        chain.append((f"{_bracket(ref.subpoint)} тармақша", f"{_bracket(ref.subpoint)} тармақшасы"))
    words = [_genitive(form[1] if act or at else form[0]) for at, form in enumerate(chain[:-1])]
    words.append(chain[-1][1] if act or len(chain) > 1 else chain[-1][0])
    comma = "," if act and not known else ""
    return f"{act}{comma} {' '.join(words)}".strip()


def _english(ref: LawRef, act: str) -> str:
    in_parts = division_of(ref.act) is Division.PARTS
    words = f"Article {ref.article}"
    if in_parts:
        words += f"({ref.part})" if ref.part else ""
        words += _named("point", ref.point) + _named("subpoint", ref.subpoint)
    else:
        lettered = ref.subpoint[:1].isalpha()
        words += f"({ref.point})" if ref.point and not ref.part else ""
        words += _named("part", ref.part) + (_named("point", ref.point) if ref.part else "")
        if ref.subpoint and not ref.part and (ref.point or lettered):
            words += f"({_letters(ref.subpoint)})"
        else:
            words += _named("subpoint", ref.subpoint)
    return f"{act}, {words}" if act else words


def _named(unit: str, number: str) -> str:
    return f", {unit} {number}" if number else ""


def _says_subpoint(ref: LawRef) -> bool:
    """Some codes in parts call the "1)" of a part a subpoint."""
    act = acts().get(ref.act)
    return act is not None and act.division is Division.PARTS and act.item == "подпункт" and not ref.subpoint


def _letters(subpoint: str) -> str:
    """ "a(i)" as it stands inside brackets: "a)(i"."""
    outer, _, inner = subpoint.partition("(")
    return f"{outer})({inner.rstrip(')')}" if inner else outer


def _bracketed(ref: LawRef, number: str) -> str:
    """Points carry a bracket where the act is divided into parts."""
    in_parts = division_of(ref.act) is Division.PARTS
    return _bracket(number) if in_parts or (ref.part and not acts().get(ref.act)) else number


def _bracket(number: str) -> str:
    outer, inside, inner = number.partition("(")
    return f"{outer}){inside}{inner}"


def _genitive(word: str) -> str:
    """ "188-бабы" -> "188-бабының"; the vowel of the ending follows the word's last one."""
    soft = next(char for char in reversed(word) if char in "аәеиіоөуұүы") in "әеөүі"
    hard_end = word[-1] in "пкқ"
    return word + ("т" if hard_end else "н") + ("ің" if soft else "ың")
