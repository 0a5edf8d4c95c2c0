"""The web process: how long until the page is there, and how much memory it holds."""

import json
import re
import socket
import time
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

import psutil

from benchmarks.bench import Bench
from benchmarks.corpus import GUIDANCE, LAWS
from benchmarks.process import DALEL, resident, running
from benchmarks.result import Measured, Result

CONFIG = re.compile(r"window\.gradio_config = (\{.*?\});</script>", re.DOTALL)
ASKED, SHOWN = 6, 3  # inputs and outputs of the event that asks
LONGEST = 60.0  # seconds we wait for anything
QUESTIONS = ("Какое наказание за кражу?", "Ұрлық үшін қандай жаза көзделген?", "What is a production order?")


def measure(bench: Bench) -> Result:
    port = _free_port()
    browser = Browser(f"http://127.0.0.1:{port}")
    command = [DALEL, "serve", "--port", str(port), "--data", str(bench.data)]
    began = time.perf_counter()
    with running(command) as server:
        browser.open_page(server)
        ready = time.perf_counter() - began
        time.sleep(2)
        at_rest = resident(server) / 1e6
        browser.load()
        answered = [browser.ask(question) for question in QUESTIONS]
        after = resident(server) / 1e6
    return Result(
        "serve",
        (
            Measured("server start to page ready", ready, "s", bar=8),
            Measured("server memory, page ready", at_rest, "MB", bar=700),
            Measured("server memory, after questions", after, "MB", bar=700),
            Measured("first question in the browser", answered[0], "s"),
            Measured("next questions in the browser", max(answered[1:]), "s"),
        ),
    )


class Browser:
    """What a browser does here: load the page with its Gradio settings, ask, read the stream."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._http: OpenerDirector = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
        self._session = f"bench{time.monotonic_ns()}"
        self._loading = self._asking = -1

    def open_page(self, server: psutil.Process) -> None:
        """Waits until the page and its settings are served."""
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline and server.status() != psutil.STATUS_ZOMBIE:
            try:
                page = self._read("/")
            except (URLError, ConnectionError):
                time.sleep(0.05)
                continue
            found = CONFIG.search(page)
            assert found, "the page has no settings of Gradio"
            functions = [d for d in json.loads(found[1])["dependencies"] if d["backend_fn"]]
            self._loading = next(d["id"] for d in functions if not d["inputs"])
            asks = (d["id"] for d in functions if (len(d["inputs"]), len(d["outputs"])) == (ASKED, SHOWN))
            self._asking = next(asks)
            return
        raise TimeoutError("the server did not answer")

    def load(self) -> None:
        """What the page does first: find out which collections there are."""
        self._send(self._loading, [])

    def ask(self, question: str) -> float:
        """Seconds until the whole answer is there."""
        began = time.perf_counter()
        self._send(self._asking, [question, [LAWS], [GUIDANCE], [], self._session, False])
        return time.perf_counter() - began

    def _send(self, function: int, data: list[object]) -> None:
        event = {"data": data, "fn_index": function, "session_hash": self._session}
        self._read("/en/gradio_api/queue/join", json.dumps(event).encode())
        stream = self._read(f"/en/gradio_api/queue/data?session_hash={self._session}")
        messages = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: ")]
        done = [message for message in messages if message["msg"] == "process_completed"]
        assert done and done[-1]["success"], messages[-1]

    def _read(self, path: str, body: bytes | None = None) -> str:
        headers = {"Origin": self._address, "Content-Type": "application/json", "Accept-Language": "en"}
        request = Request(self._address + path, data=body, headers=headers)  # noqa: S310 - http, loopback
        with self._http.open(request, timeout=LONGEST) as response:
            return str(response.read().decode("utf-8"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
