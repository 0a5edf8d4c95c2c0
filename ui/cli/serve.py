"""`dalel serve`: the web page, until interrupted."""

from pathlib import Path

from ui.cli.session import opened
from ui.speech import say


def run(port: int | None, data: Path | None) -> None:
    from ui.web.server import serve

    with opened(data, port=port) as (desk, settings):
        serve(
            desk,
            port=settings.port,
            language=settings.lang,
            ready=lambda address: print(say("cli.serving", settings.lang, address=address), flush=True),
        )
