"""`dalel serve`: the web page, until interrupted."""

import json
from pathlib import Path

from ui.cli.session import opened
from ui.speech import say


def run(port: int | None, data: Path | None, *, as_json: bool) -> None:
    from ui.web.server import serve

    with opened(data, port=port) as (desk, settings):
        desk.embed_in_background()

        def ready(url: str) -> None:
            print(
                json.dumps({"url": url}) if as_json else say("cli.serving", settings.lang, address=url),
                flush=True,
            )

        serve(
            desk,
            port=settings.port,
            language=settings.lang,
            scratch=desk.scratch,
            ready=ready,
        )
