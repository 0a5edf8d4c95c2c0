"""What a measurement found, beside the bar it is held to, as table rows and as JSON. Measures nothing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure. `bar` is the most it may be; None: reported only."""

    what: str
    value: float
    unit: str = ""
    bar: float | None = None
    note: str = ""  # what to compare it with

    @property
    def verdict(self) -> str:
        if self.bar is None:
            return self.note
        share = f"{self.value / self.bar:.2f} of the bar"
        return f"{'met' if self.value <= self.bar else 'MISSED'}, {share}"


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    measured: tuple[Measured, ...]
    details: dict[str, object] = field(default_factory=dict)


def write(result: Result, machine: dict[str, object], folder: Path) -> None:
    """`<name>.json`: the figures, the details, and the machine they were taken on."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "name": result.name,
        "machine": machine,
        "measured": [
            {"what": m.what, "value": tidy(m.value), "unit": m.unit, "bar": m.bar, "verdict": m.verdict}
            for m in result.measured
        ],
        "details": result.details,
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / f"{result.name}.json").write_text(text + "\n", encoding="utf-8")


def table(measured: Iterable[Measured]) -> str:
    """what | measured | bar | verdict, in columns."""
    rows = [("what", "measured", "bar", "verdict")]
    for m in measured:
        bar = f"{m.bar:g} {m.unit}" if m.bar is not None else ""
        rows.append((m.what, f"{tidy(m.value):g} {m.unit}", bar, m.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def tidy(value: float) -> float:
    """Three decimals below ten, one above: more is noise."""
    return round(value, 3 if abs(value) < 10 else 1)
