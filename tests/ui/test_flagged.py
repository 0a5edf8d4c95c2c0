"""How many real files that hide an order, read by their readers, are flagged: by words, or as hidden text."""

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from assistant.orders import orders
from casefile.document import Page
from ingest.child import READERS
from ingest.detect import sniff
from tests.assistant.injections import Line, lines
from tests.scanned import needs_font
from tests.ui.poisoned import poisoned_file

# As measured; `latest` lines were never learned from. Not to become worse.
KNOWN, LATEST = 285, 118

pytestmark = [pytest.mark.slow, needs_font]


def flagged(path: Path) -> bool:
    with path.open("rb") as file:
        read: Callable[..., tuple[object, list[Page]]] = import_module(READERS[sniff(file, path.name)]).read
    _, pages = read(path, path.name)
    return any(page.hidden_from is not None or orders(page.text) for page in pages) or bool(orders(path.name))


def test_files_that_hide_an_order_are_flagged(tmp_path: Path) -> None:
    hiding = [line for line in lines() if line.order]
    found: Counter[bool] = Counter()
    missed: list[Line] = []
    for turn, line in enumerate(hiding):
        if flagged(poisoned_file(tmp_path, line, turn)):
            found[line.latest] += 1
        else:
            missed.append(line)
    assert not [line.id for line in missed if line.where in ("hidden_text", "ocr_layer")]
    assert found[False] >= KNOWN and found[True] >= LATEST, [line.id for line in missed]
