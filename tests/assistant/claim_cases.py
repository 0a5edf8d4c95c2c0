"""Claims that somebody else wrote: lies that must not be shown, and truths that should be.

Written blind to the verifier; some for development, some to measure it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.reply import ReplyReader
from assistant.verdict import Checked, Proposed, Quoted
from assistant.verify import verify
from casefile.acts import Division, division_of
from casefile.answer import Citation
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.search import Hit
from tests.assistant.material import make_hit
from vectorstore.analysis.analyser import Analyser
from vectorstore.language import LetterAndProfileIdentifier
from vectorstore.lexicon import Lexicon

# Numbers above are of others, written when the verifier stood; those above the second were written when
# it had been mended, run once and then mended on; those above the third by three authors who knew nothing of
# its rules, run once and then mended on too; those above the fourth likewise by two more, those above the
# next two by three each, who were asked for subtle lies, and those above the last six by three each, who
# were asked for every sort, the latest for lies of as many mechanisms as they could think of.
SETS = {
    1_500: "blind 9",
    1_400: "blind 8",
    1_300: "blind 7",
    1_200: "blind 6",
    1_100: "blind 5",
    1_000: "blind 4",
    900: "blind 3",
    800: "subtle 2",
    700: "subtle",
    600: "blind 2",
    500: "blind",
    400: "later",
    200: "measuring",
    0: "development",
}
FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    sort: str  # of lie or truth
    language: Language
    hits: Sequence[Hit]
    claims: Sequence[Proposed]
    lie: str

    @property
    def set(self) -> str:
        number = int(self.id.rpartition("-")[2].lstrip("t"))
        return next(name for least, name in SETS.items() if number > least)


def read(name: str) -> Iterator[Case]:
    """The cases of `liar` or `truthful` in all three languages."""
    for language in Language.KK, Language.RU, Language.EN:
        for line in (FOLDER / f"{name}_{language}.jsonl").read_text(encoding="utf-8").splitlines():
            yield _case(json.loads(line))


def checked(case: Case) -> list[Checked]:
    """What the verifier says of each claim, as of a model's."""
    known = {hit.passage.id: hit for hit in case.hits}
    verdicts: list[Checked] = []
    cited: list[Citation] = []
    for claim in case.claims:
        verdict = verify(claim, known, case.language, cited=cited, identify=IDENTIFY)
        cited += [citation for citation in verdict.citations if citation not in cited]
        verdicts.append(verdict)
    return verdicts


def _case(row: Mapping[str, object]) -> Case:
    given = row["passages"]
    assert isinstance(given, list)
    hits = [_hit(passage, n) for n, passage in enumerate(given)]
    return Case(
        id=str(row["id"]),
        sort=str(row["class"]),
        language=Language(str(row["language"])),
        hits=hits,
        claims=_proposed(row, hits),
        lie=str(row.get("lie", "")),
    )


def _hit(passage: Mapping[str, str], n: int) -> Hit:
    law = _law(passage["act"], passage["article"], passage["part"]) if passage["act"] else None
    return make_hit(
        passage["text"],
        Language(passage["language"]),
        kind=CollectionKind(passage["kind"]),
        title=passage["title"],
        law=law,
        context=passage["context"],
        page=n + 1,
    )


def _law(act: str, article: str, part: str) -> LawRef:
    if division_of(act) is Division.PARTS:
        return LawRef(act, article, part)
    return LawRef(act, article, point=part)


def _proposed(row: Mapping[str, object], hits: Sequence[Hit]) -> list[Proposed]:
    if "claims" not in row:
        return list(ReplyReader().feed(str(row["reply"])))
    claims = row["claims"]
    assert isinstance(claims, list)
    return [
        Proposed(
            claim["text"], tuple(Quoted(hits[q["passage"]].passage.id, q["quote"]) for q in claim["quotes"])
        )
        for claim in claims
    ]


_ANALYSER = Analyser(Lexicon())
IDENTIFY = LetterAndProfileIdentifier(_ANALYSER.spelled, _ANALYSER.languages).identify


def main() -> None:
    """Prints, by set and sort, how many cases end as they should."""
    for name, wanted in (("liar", False), ("truthful", True)):
        right: Counter[tuple[str, str]] = Counter()
        total: Counter[tuple[str, str]] = Counter()
        for case in read(name):
            for sort in (case.sort, f"all {case.language}"):
                total[case.set, sort] += 1
                right[case.set, sort] += any(v.supported for v in checked(case)) is wanted
        for part, sort in sorted(total):
            print(f"{name:9} {part:12} {sort:18} {right[part, sort]:4} of {total[part, sort]}")  # noqa: T201


if __name__ == "__main__":
    main()
