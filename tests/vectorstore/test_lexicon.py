"""The lexicon ships, knows everyday law words in all directions, and a broken one is named."""

import gzip
from pathlib import Path

import pytest

from casefile.errors import ModelUnusable
from casefile.language import Language
from vectorstore.analysis import Analyser
from vectorstore.lexicon import Lexicon

WORDS = {Language.KK: "полиция", Language.RU: "полиция", Language.EN: "police"}
THEFT = {Language.KK: "ұрлық", Language.RU: "кража", Language.EN: "theft"}


@pytest.mark.parametrize("given", THEFT)
@pytest.mark.parametrize("wanted", THEFT)
@pytest.mark.parametrize("words", [WORDS, THEFT], ids=["police", "theft"])
def test_word_is_known_in_the_other_languages(
    words: dict[Language, str], given: Language, wanted: Language
) -> None:
    analyser, lexicon = Analyser(), Lexicon()
    [stem] = analyser.stems(words[given], given)
    known = {t.stem for t in lexicon.translations(stem, given) if t.language is wanted}
    assert given is wanted or analyser.stems(words[wanted], wanted)[0] in known


def test_weights_are_shares_and_the_best_comes_first() -> None:
    for language in THEFT:
        found = Lexicon().translations(Analyser().stems(THEFT[language], language)[0], language)
        assert all(0 < one.weight <= 1 for one in found)
        assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


@pytest.mark.parametrize("content", [b"", b"no gzip", gzip.compress(b"no tabs at all\n", mtime=0), None])
def test_lexicon_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "lexicon.tsv.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelUnusable):
        Lexicon(path).knows("кража", Language.RU)
