"""What every test may rely on: the shared data, and a network that ends at this machine."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
os.environ["DALEL_LANG"] = "en"

settings.register_profile("dalel", deadline=None)  # machines are shared: slow is not wrong
settings.load_profile("dalel")

ROOT = Path(__file__).parent.parent


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
