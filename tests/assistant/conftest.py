from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from assistant.models.openai_like import OpenAILikeModel
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


@pytest.fixture(scope="session")
def loaded() -> None:
    """The library of model servers, before any test looks at the clock."""
    OpenAILikeModel("http://127.0.0.1:9/v1").complete([], {})
