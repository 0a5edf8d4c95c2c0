"""TXT and Markdown: the whole file is one page."""

from collections.abc import Iterator
from pathlib import Path

from casefile.document import Page, Reading
from casefile.errors import FileEmpty
from ingest.detect import MARKDOWN, TEXT
from ingest.encoding import decode


def read(path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
    """Raises `FileEmpty` if there is nothing but white space."""
    text, _ = decode(path.read_bytes())
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if not first:
        raise FileEmpty(path=name)
    markdown = Path(name).suffix.lower() in (".md", ".markdown")
    title = first.lstrip("# ") if markdown and first.startswith("#") else Path(name).stem
    return Reading(MARKDOWN if markdown else TEXT, title=title), iter([Page(1, text)])
