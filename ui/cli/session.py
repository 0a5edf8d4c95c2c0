"""A desk for the length of one command."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ui.desk import Desk
from ui.settings import Settings, read_settings
from ui.wiring import open_desk


@contextmanager
def opened(data: Path | None, **given: object) -> Iterator[tuple[Desk, Settings]]:
    settings = read_settings(data=data, **given)
    with closing(open_desk(settings)) as desk:
        yield desk, settings
