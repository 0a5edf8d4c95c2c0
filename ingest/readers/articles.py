"""Articles of laws as JSON lines, the way scripts load laws in bulk: one row, one article, one page.

A row has `law`, `doc` (official code, may be missing), `article`, `title`, `text` and `lang`; other keys
are ignored. A code may be in small letters and an article may bear its label ("Статья 188"); an article
that is no number is a bad row, since no reference would ever find it. One bad row refuses the file: half a
law must not pass for the law.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casefile.document import Page, Reading
from casefile.errors import FileEmpty, RowInvalid
from casefile.language import Language
from casefile.lawref import LawRef
from ingest.detect import ARTICLES

_KEYS = {"law": True, "article": True, "text": True, "lang": True, "title": False, "doc": False}
_LANGUAGES = {language.value: language for language in Language}

_CODE = re.compile(r"[A-Za-z]+\d[0-9A-Za-z_]*")
_LABEL = re.compile(r"^(?:[СC]татья|ст\.|Article|Art\.)\s*|\s*-?\s*бап$|\.$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:-\d{1,3}){0,2}|\d{1,4}(?:bis|ter)|[IVXLC]{1,9}")


@dataclass(frozen=True, slots=True)
class _Article:
    law: str
    article: str
    text: str
    lang: str
    title: str
    doc: str


def read(path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
    """Raises `RowInvalid` before the first page if any row is bad, `FileEmpty` if there are none."""
    laws: dict[str, None] = {}
    acts: dict[str, None] = {}
    for row in _rows(path, name):
        laws[row.law] = None
        acts[row.doc] = None
    if not laws:
        raise FileEmpty(path=name)
    one_act = len(acts) == 1
    # The same act in two languages has two names: the first stands for both.
    title = next(iter(laws)) if len(laws) == 1 or (one_act and "" not in acts) else Path(name).stem
    pages = (_page(number, row) for number, row in enumerate(_rows(path, name), 1))
    return Reading(ARTICLES, title=title, act=next(iter(acts)) if one_act else ""), pages


def heading(language: Language, article: str, title: str) -> str:
    """The line above an article, as its language prints it.

    >>> heading(Language.KK, "188", "Ұрлық"), heading(Language.RU, "190-1", "")
    ('188-бап. Ұрлық', 'Статья 190-1')
    """
    label = {Language.KK: f"{article}-бап", Language.RU: f"Статья {article}"}.get(
        language, f"Article {article}"
    )
    return f"{label}. {title}" if title else label


def _page(number: int, row: _Article) -> Page:
    language = _LANGUAGES.get(row.lang, Language.UND)
    text = heading(language, row.article, row.title) + (f"\n{row.text}" if row.text else "")
    law = LawRef(act=row.doc or row.law, article=row.article)
    return Page(number, text, how="row", context=row.law, law=law, language=language)


def _rows(path: Path, name: str) -> Iterator[_Article]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield _article(line, name, number)


def _article(line: bytes, name: str, number: int) -> _Article:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RowInvalid(path=name, row=number, reason="JSON") from error
    if not isinstance(row, dict):
        raise RowInvalid(path=name, row=number, reason="JSON")
    values = {key: _value(row.get(key), key, name, number) for key in _KEYS}
    values["article"] = _LABEL.sub("", _LABEL.sub("", values["article"]))
    if not _NUMBER.fullmatch(values["article"]):
        raise RowInvalid(path=name, row=number, reason="article")
    if _CODE.fullmatch(values["doc"]):
        values["doc"] = values["doc"].upper()
    if not values["title"] and not values["text"]:
        raise RowInvalid(path=name, row=number, reason="text")
    return _Article(**values)


def _value(value: object, key: str, name: str, number: int) -> str:
    """A string; numbers are welcome for articles. `text` may be empty where the title says it all."""
    if isinstance(value, int) and not isinstance(value, bool) and key == "article":
        value = str(value)
    if value is None and not _KEYS[key]:
        value = ""
    if not isinstance(value, str) or (not value.strip() and _KEYS[key] and key != "text"):
        raise RowInvalid(path=name, row=number, reason=key)
    clean = value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be stored
    return clean.replace("\r\n", "\n").replace("\0", "").strip()
