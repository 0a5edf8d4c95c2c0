"""In which languages dear tests speak: Kazakh by default, Russian and English too in the slow suite.

For tests of whole programs; what is tested within a process speaks all three always.
"""

import pytest

from casefile.language import Language

KAZAKH_FIRST = [
    Language.KK,
    pytest.param(Language.RU, marks=pytest.mark.slow),
    pytest.param(Language.EN, marks=pytest.mark.slow),
]
