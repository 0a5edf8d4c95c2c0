"""What the figures were measured on, and whether it was calm. Names no host and no path."""

import os
import platform
import time
from datetime import UTC, datetime
from importlib.metadata import version

import psutil

CALM = 1.5  # load of one minute above which timings mean little on two cores
LIBRARIES = ("chromadb", "tantivy", "gradio", "llama-index-core", "numpy")


def facts() -> dict[str, object]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "load_before": round(os.getloadavg()[0], 2),
    }


def wait_until_calm(patience: float) -> None:
    """At most `patience` seconds; a busy machine is then measured as it is, and its load recorded."""
    deadline = time.monotonic() + patience
    while os.getloadavg()[0] > CALM and time.monotonic() < deadline:
        time.sleep(5)
