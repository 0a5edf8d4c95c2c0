"""A reference to a place in an act of law."""

from dataclasses import dataclass


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
