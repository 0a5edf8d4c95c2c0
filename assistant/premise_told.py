"""Says in words what the law does not have, and what it has there."""

from itertools import groupby

from assistant.premise import Level, Missing
from casefile.acts import act_name, acts, holder_of
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from prompts.render import phrase

MOST = 12  # runs of numbers that are listed


def told(one: Missing, language: Language) -> list[str]:
    """One or two sentences.

    >>> from casefile.lawref import LawRef
    >>> told(Missing(Level.PART, LawRef("K1400000226", "188", "9"), ("1", "2", "3", "4")), Language.EN)[1]
    'Criminal Code of Kazakhstan, Article 188 has these parts: 1–4.'
    """
    place = print_ref(one.ref, language)
    if one.level is Level.ACT:
        if one.ref.act not in acts():  # a name as it was written: the texts may hold the act under another
            return [phrase("act_unknown", language, act=one.ref.act)]
        return [phrase("act_missing", language, act=act_name(one.ref.act, language), place=place)]
    if one.level is Level.ANY_ARTICLE:
        return [phrase("article_nowhere", language, article=one.ref.article)]
    if one.level is Level.ARTICLE:
        highest = one.has[-1]
        act = act_name(holder_of(one.ref.act, highest), language)
        return [
            phrase("article_missing", language, place=place),
            phrase("article_last", language, act=act, highest=highest),
            *_inserted(one, language),
        ]
    sentences = [phrase("place_missing", language, place=place)]
    if one.has:
        around = print_ref(_around(one), language)
        around = around[:1].upper() + around[1:]
        sentences.append(phrase(f"{one.level}s_here", language, place=around, numbers=_runs(one.has)))
    return sentences


def _inserted(one: Missing, language: Language) -> list[str]:
    """Of 188-9: that there are 188 and 188-1."""
    base, insert, _ = one.ref.article.partition("-")
    near = [number for number in one.has if number.partition("-")[0] == base]
    return [phrase("article_inserts", language, numbers=", ".join(near))] if insert and near else []


def _around(one: Missing) -> LawRef:
    """The place that lacks what is named."""
    ref = one.ref
    inner = {
        Level.PART: LawRef(ref.act, ref.article),
        Level.POINT: LawRef(ref.act, ref.article, ref.part),
        Level.SUBPOINT: LawRef(ref.act, ref.article, ref.part, ref.point),
    }
    return inner[one.level]


def _runs(numbers: tuple[str, ...]) -> str:
    """ "1, 2, 3, 3-1" as "1–3, 3-1"."""
    at = [(int(number) - n if number.isdecimal() else number, number) for n, number in enumerate(numbers)]
    runs = [[number for _, number in run] for _, run in groupby(at, key=lambda one: one[0])]
    said = [f"{run[0]}–{run[-1]}" if len(run) > 1 else run[0] for run in runs]
    return ", ".join(said[:MOST] + ["…"] * (len(said) > MOST))
