"""The title of an article is one more phrase by which it is found."""

import pytest

from vectorstore.embedders.static import StaticEmbedder
from vectorstore.titles import Titles, title


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles(StaticEmbedder.built_in())


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("Уголовный кодекс РК (226-V, 2014) › Статья 187. Мелкое хищение", "Мелкое хищение"),
        ("Қылмыстық кодекс › 6-тарау › 188-1-бап. Мал ұрлау", "Мал ұрлау"),
        ("Convention on Cybercrime › Article 2. Illegal access", "Illegal access"),
        ("Уголовный кодекс РК › Статья 5", ""),
        ("", ""),
    ],
)
def test_the_number_is_no_part_of_the_title(context: str, name: str) -> None:
    assert title(context) == name


@pytest.mark.parametrize("question", ["Қарақшылық", "Разбой", "Robbery"])
def test_a_crime_is_nearest_to_the_article_called_so(titles: Titles, question: str) -> None:
    vector = StaticEmbedder.built_in().embed_query(question)
    contexts = ["УК РК › Статья 192. Разбой", "УК РК › Статья 293. Хулиганство", "УК РК › Статья 5"]
    near = titles.near(vector, contexts)
    assert list(near) == contexts[:2]
    assert near[contexts[0]] > near[contexts[1]]
    assert titles.near(vector, contexts) == near
