"""A desk for the length of one command."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from casefile.errors import DalelError
from ui.desk import Desk
from ui.settings import Settings, read_settings
from ui.speech import explain, say
from ui.wiring import open_desk


@contextmanager
def opened(data: Path | None, **given: object) -> Iterator[tuple[Desk, Settings]]:
    settings = read_settings(data=data, **given)

    def tell(what: str, error: DalelError) -> None:
        notice = say(f"notice.{what}", settings.lang, error=explain(error, settings.lang))
        print(notice, file=sys.stderr, flush=True)

    with closing(open_desk(settings, tell)) as desk:
        yield desk, settings
