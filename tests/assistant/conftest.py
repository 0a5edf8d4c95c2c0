from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from casefile.search import Hit
from tests.assistant.material import HITS
from tests.assistant.server import Behaviour, Posts, serving


@pytest.fixture
def hits() -> list[Hit]:
    """Two acts, two statements and a guidance note, in three languages."""
    return list(HITS.values())


@pytest.fixture
def serve() -> Iterator[Callable[[Behaviour], tuple[str, Posts]]]:
    """Starts a model server; it ends with the test."""
    with ExitStack() as servers:
        yield lambda behaviour: servers.enter_context(serving(behaviour))
