"""Whether work grows with its size as it should, whatever the machine and whoever shares it."""

import time
from collections.abc import Callable

TIMES = 8  # the larger is so many times the smaller
AT_MOST = 3 * TIMES  # 64 where it grows with the square
BUSY = 0.1  # seconds that a machine may lose


def grows_linearly(work: Callable[[str], object], piece: str, characters: int) -> bool:
    """`work` on so many characters, made of pieces, and on eight times as many."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.thread_time()
        work(text)
        return time.thread_time() - begun

    seconds(characters)  # patterns are compiled
    return seconds(TIMES * characters) < AT_MOST * seconds(characters) + BUSY
