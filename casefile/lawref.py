"""A reference to a place in an act of law, and the rule that makes every spelling of it one."""

from dataclasses import dataclass, replace

from casefile.acts import Division, acts, holder_of


@dataclass(frozen=True, slots=True)
class LawRef:
    """Act, article, and what lies inside it; "" where the reference does not say.

    `act` is the official code (`K1400000226`) where known, else the name of the act.
    Criminal and administrative codes divide an article into parts (часть, бөлік) and points
    (пункт, тармақ); other laws divide it into points and subpoints (подпункт, тармақша).
    `article` keeps its insert: "190-1".
    """

    act: str = ""
    article: str = ""
    part: str = ""
    point: str = ""
    subpoint: str = ""

    def covers(self, other: "LawRef") -> bool:
        """Whether `other` is this place or lies inside it. What this one leaves out may be anything.

        >>> LawRef("K1400000226", "188").covers(LawRef("K1400000226", "188", part="2"))
        True
        """
        same = all(
            not mine or mine == theirs
            for mine, theirs in (
                (self.act, other.act),
                (self.article, other.article),
                (self.part, other.part),
                (self.point, other.point),
            )
        )
        return same and (not self.subpoint or f"{other.subpoint}(".startswith(f"{self.subpoint}("))


def resolved(ref: LawRef, listed: bool = False) -> tuple[LawRef, bool]:
    """The reference as its act divides its articles, and whether that corrected a slip.

    "п. 2 ст. 188 УК" says point where the act has parts; it is part 2. `listed` says the number stood
    with a bracket, "п. 2)", as points do in an act divided into parts and subpoints do in other laws.

    >>> resolved(LawRef("K1400000226", "188", point="2"))
    (LawRef(act='K1400000226', article='188', part='2', point='', subpoint=''), True)
    """
    ref = replace(ref, act=holder_of(ref.act, ref.article))
    act = acts().get(ref.act)
    if act is None:
        return ref, False
    if act.division is Division.PARTS:
        return _in_parts(ref, listed, ref.article in act.undivided)
    if (
        listed and ref.point and not ref.subpoint and not ref.part
    ):  # "п. 1) ст. 4": there is no point around it
        return replace(ref, point="", subpoint=ref.point), True
    return ref, False


def _in_parts(ref: LawRef, listed: bool, undivided: bool) -> tuple[LawRef, bool]:
    if ref.subpoint and not ref.point:  # some codes say подпункт for the "1)" of a part
        ref = replace(ref, point=ref.subpoint, subpoint="")
        listed = True
    if ref.point and not ref.part and ref.subpoint:  # "подпункт 1) пункта 2": one level too low
        return replace(ref, part=ref.point, point=ref.subpoint, subpoint=""), True
    if ref.point and not ref.part and not listed and not undivided:
        return replace(ref, part=ref.point, point=""), True
    return ref, False
