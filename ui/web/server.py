"""Serves the web application on this machine, until it is interrupted."""

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from casefile.errors import SettingInvalid
from casefile.language import Language
from ui.web.ports import Desk

HOST = "127.0.0.1"  # no other until there are accounts
QUIET = {  # read by the libraries when they are imported
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_SHARE": "False",
    "GRADIO_MCP_SERVER": "False",
    "GRADIO_SSR_MODE": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
}


def serve(
    desk: Desk,
    *,
    port: int,
    language: Language,
    scratch: Path,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Blocks; returns after an interrupt. `ready` is told the address once it answers.

    Port 0 takes any free one. `scratch` is a private folder for files on their way in. Raises
    `SettingInvalid` where the port is taken.
    """
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    with _interruptible():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.update(QUIET, GRADIO_TEMP_DIR=str(scratch / "gradio"))
        import uvicorn

        from ui.web.app import web_app

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                if ready is not None:
                    ready(address)

        config = uvicorn.Config(
            web_app(desk, language, scratch),
            access_log=False,  # addresses hold document ids
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=1,
        )
        Server(config).run(sockets=[listening])


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """SIGINT and SIGTERM both end the block in order: uvicorn raises them again once it has stopped,
    and a process that dies of them leaves its temporary files behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise SettingInvalid(name="DALEL_PORT", reason=error.strerror or error) from error
    return listening
