"""One owner at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from casefile.errors import DataLocked
from casefile.lock import DataLock

HOLDER = """
import sys, time
from pathlib import Path
from casefile.lock import DataLock
lock = DataLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_second_process_is_told_who_holds_the_directory_until_it_dies(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DataLocked) as caught:
            DataLock(tmp_path)
        assert caught.value.facts["owner"].startswith(str(other.pid))
        other.kill()
    DataLock(tmp_path).close()
