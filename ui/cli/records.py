"""`dalel records`, `dalel replay`, `dalel verify`: answers that were given, and whether they still hold."""

import sys
from pathlib import Path

from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from ui.cli.session import opened
from ui.contract_records import LISTED, proofs_json, recorded_json, replay_json
from ui.proof import Proof, Proofs
from ui.records import Kept, Told
from ui.replay import Change, Difference, Replay, Setting, Statement
from ui.report import Recorded
from ui.speech import printable, printable_json, say

ID_SHOWN = 12  # of a record or a document: enough to name one among millions


def list_records(names: list[str], data: Path | None, *, as_json: bool) -> None:
    with opened(data) as (desk, settings):
        listed = desk.records(names)
        for one in listed:
            print(printable_json(recorded_json(one)) if as_json else _entry(one, settings.lang))
        if not listed and not as_json:
            print(say("record.none", settings.lang), file=sys.stderr)


def replay(id_: str, data: Path | None, *, as_json: bool) -> int:
    """Exit status: 1 if anything differs."""
    with opened(data) as (desk, settings):
        found = desk.replay(id_)
        print(printable_json(replay_json(found)) if as_json else _replay_text(found, settings.lang))
    return 0 if found.identical else 1


def verify(id_: str, data: Path | None, *, as_json: bool) -> int:
    """Exit status: 1 if a citation does not stand."""
    with opened(data) as (desk, settings):
        proofs = desk.verify(id_)
        print(printable_json(proofs_json(proofs)) if as_json else _proofs_text(proofs, settings.lang))
    return 0 if proofs.stand else 1


def _entry(one: Recorded, language: Language) -> str:
    entry = one.entry
    outcome = "refused" if entry.refused else "cited"
    told = say(f"record.{outcome}", language, count=entry.citations)
    return say(
        "record.entry",
        language,
        record=entry.id[:ID_SHOWN],
        at=entry.at,
        collection=_line(one.collection.name),
        outcome=told,
        question=_line(entry.question),
    )


def _heading(kept: Kept, language: Language) -> str:
    question = _line(kept.provenance.get("question", ""))
    return say("record.heading", language, record=kept.id[:ID_SHOWN], at=kept.at, question=question)


def _replay_text(found: Replay, language: Language) -> str:
    lines = [_heading(found.kept, language)]
    if found.identical:
        lines.append(say("replay.identical", language, passages=found.passages))
    else:
        lines.append(say("replay.differs", language))
    lines += [_difference(one, language) for one in found.differences]
    lines += [_statement(one, language) for one in found.statements]
    if found.refused[0] != found.refused[1]:
        lines.append(say("replay.refused_now" if found.refused[1] else "replay.answered_now", language))
    if found.kept.provenance["verdicts"] and not found.statements:
        lines.append(say("replay.verdicts_same", language))
    lines += [_setting(one, language) for one in found.settings]
    return "\n".join(lines)


def _difference(one: Difference, language: Language) -> str:
    document = f"{_line(one.title)} {one.document[:ID_SHOWN]}".strip()
    facts: dict[str, object] = {"document": document, "page": one.page}
    for name, place in (("was", one.was), ("now", one.now)):
        if place:
            facts |= {name: place.rank, f"{name}_score": place.score, f"{name}_evidence": place.evidence}
    if one.change is Change.MISSING:
        facts["why"] = say(f"replay.why.{one.why}", language)
    return say(f"replay.change.{one.change}", language, **facts)


def _statement(one: Statement, language: Language) -> str:
    was, now = (say(f"replay.verdict.{verdict or 'absent'}", language) for verdict in (one.was, one.now))
    return say("replay.statement", language, text=_line(one.text), was=was, now=now)


def _setting(one: Setting, language: Language) -> str:
    what = say(f"replay.what.{one.what}", language)
    was, now = (_line(value) or "—" for value in (one.was, one.now))
    where = f" ({_line(one.collection)})" if one.collection else ""
    return say("replay.setting", language, what=what + where, was=was, now=now)


def _proofs_text(proofs: Proofs, language: Language) -> str:
    lines = [_heading(proofs.kept, language), *(_proof(proof, language) for proof in proofs.proofs)]
    standing = sum(proof.standing == "stands" for proof in proofs.proofs)
    if proofs.proofs:
        key = "proof.all" if proofs.stand else "proof.some"
        lines.append(say(key, language, count=len(proofs.proofs), standing=standing))
    else:
        lines.append(say("proof.none", language))
    return "\n".join(lines)


def _proof(proof: Proof, language: Language) -> str:
    told = proof.citation
    standing = proof.standing.value
    if standing == "page_changed" and proof.in_ledger != proof.in_original:
        standing = "page_changed_in_original" if proof.in_ledger else "page_changed_in_ledger"
    return say(
        "proof.citation",
        language,
        n=told["n"],
        document=f"{_line(told['title'])} {told['document'][:ID_SHOWN]}".strip(),
        place=_place(told["locator"], language),
        quote=_line(told["quote"]),
        standing=say(f"proof.{standing}", language),
    )


def _place(at: Told, language: Language) -> str:
    """The place of the law where it is one, and the page as `dalel show` takes it."""
    page = say("cli.page", language, page=at["page"])
    law = LawRef(at["act"], at["article"], at["part"], at["point"], at["subpoint"])
    return f"{_line(print_ref(law, language, short=True))}, {page}" if law.article else page


def _line(text: str) -> str:
    """On one line of a terminal, cut to a readable length."""
    line = " ".join(text.split())
    return printable(line if len(line) <= LISTED else line[:LISTED] + "…", layout="")
