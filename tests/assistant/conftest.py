import pytest

from casefile.search import Hit
from tests.assistant.material import HITS


@pytest.fixture
def hits() -> list[Hit]:
    """Two acts, two statements and a guidance note, in three languages."""
    return list(HITS.values())
