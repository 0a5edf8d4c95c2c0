"""The lines a reading process writes and its parent reads: a header, pages, then an end or an error.

JSON, one object a line; a page line says only what differs from an empty page. A line without its line
feed was cut off by the death of its writer and counts as never written.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, fields
from typing import IO, NamedTuple

from casefile.document import Page, Reading
from casefile.errors import FileRefused
from casefile.language import Language
from casefile.lawref import LawRef

_EMPTY = {field.name: field.default for field in fields(Page) if field.default is not MISSING}
_REFUSALS = {kind.code: kind for kind in FileRefused.__subclasses__()}
_PAGE_MARK = b'{"number":'


class Survey(NamedTuple):
    """What a process left behind. `announced` is 0 where a reader cannot tell its pages beforehand."""

    reading: Reading | None
    announced: int
    written: int
    refusal: FileRefused | None


def header(reading: Reading, announced: int) -> bytes:
    """The line before the pages."""
    return _line({"reading": asdict(reading), "pages": announced})


def page(value: Page) -> bytes:
    """The line of one page."""
    said = {name: getattr(value, name) for name in _EMPTY if getattr(value, name) != _EMPTY[name]}
    if value.law:
        said["law"] = asdict(value.law)
    return _line({"number": value.number} | said)


def end() -> bytes:
    """The line that says that all pages were given."""
    return _line({"end": True})


def refusal(error: FileRefused) -> bytes:
    """The line of an error, which is the last one."""
    return _line({"error": error.code, "facts": error.facts})


def is_page(line: bytes) -> bool:
    """Whether a line holds a page."""
    return line.startswith(_PAGE_MARK)


def parse_page(line: bytes) -> Page:
    """The page of a page line."""
    said = json.loads(line)
    if "law" in said:
        said["law"] = LawRef(**said["law"])
    return Page(**said | {"language": Language(said.get("language", Language.UND))})


def add(out: IO[bytes], pages: Iterable[Page]) -> None:
    """Append pages."""
    out.seek(0, 2)
    out.writelines(map(page, pages))
    out.flush()


def survey(out: IO[bytes]) -> Survey:
    """What `out` holds; takes off a refusal or half a line at its end, so that pages can be added."""
    reading, announced, written, refused, sound = None, 0, 0, None, 0
    out.seek(0)
    for line in out:
        if is_page(line) and line.endswith(b"\n"):
            written += 1
        elif line.endswith(b"\n"):
            said = json.loads(line)
            if "error" in said:
                refused = _REFUSALS[said["error"]](**said["facts"])
                break
            if "reading" in said:
                reading, announced = Reading(**said["reading"]), said["pages"]
        else:
            break
        sound += len(line)
    out.truncate(sound)
    return Survey(reading, announced, written, refused)


def _line(value: Mapping[str, object]) -> bytes:
    # A lone surrogate (half a character in a damaged file) cannot be encoded, hence stored: it shows as "?".
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
