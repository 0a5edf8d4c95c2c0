"""How many real files that hide an order, read by their readers, are flagged: by words, or as hidden text."""

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from assistant.orders import orders, suspected
from casefile.document import Page, Reading
from ingest.child import READERS
from ingest.detect import sniff
from tests.assistant.injections import Line, lines
from tests.scanned import needs_font
from tests.ui.poisoned import poisoned_file

# As measured; `latest` lines were never learned from. Not to become worse.
SURE = {False: 285, True: 118}  # `latest`: files
BAR = 0.95  # of all, surely or perhaps

pytestmark = [pytest.mark.slow, needs_font]


def read(path: Path) -> tuple[str, list[Page]]:
    """The title and the pages."""
    with path.open("rb") as file:
        reader: Callable[..., tuple[Reading, list[Page]]] = import_module(
            READERS[sniff(file, path.name)]
        ).read
    reading, pages = reader(path, path.name)
    return reading.title, list(pages)


def test_files_that_hide_an_order_are_flagged(tmp_path: Path) -> None:
    hiding = [line for line in lines() if line.order]
    sure: Counter[bool] = Counter()
    missed: list[Line] = []
    for turn, line in enumerate(hiding):
        path = poisoned_file(tmp_path, line, turn)
        title, pages = read(path)
        texts = [path.name, title, *(page.text for page in pages)]
        if any(page.hidden_from is not None for page in pages) or any(map(orders, texts)):
            sure[line.latest] += 1
        elif not any(map(suspected, texts)):
            missed.append(line)
    assert not [line.id for line in missed if line.where in ("hidden_text", "ocr_layer")]
    assert all(sure[latest] >= least for latest, least in SURE.items())
    assert len(missed) <= (1 - BAR) * len(hiding), [line.id for line in missed]
