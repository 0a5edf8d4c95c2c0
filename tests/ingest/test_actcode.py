"""Codes of acts, as adilet writes them."""

import pytest

from casefile.language import Language
from ingest.actcode import act_code, act_language


@pytest.mark.parametrize(
    ("name", "code", "language"),
    [
        ("z1100000413.25-08-2025.rus (1).docx", "Z1100000413", Language.RU),
        ("K930001000_.01-01-1993.kaz.pdf", "K930001000_", Language.KK),
        ("g25nt000075.04-08-2025.rus.docx", "G25NT000075", Language.RU),
        ("https://adilet.zan.kz/eng/docs/K1400000226/links", "K1400000226", Language.EN),
        ("/kaz/docs/Z1300000088", "Z1300000088", Language.KK),
        ("K1400000226.html", "K1400000226", Language.UND),
        ("/kaz/docs/rss", "", Language.UND),
        ("договор 1100000413.docx", "", Language.UND),
        ("a1234567890123.docx", "", Language.UND),
    ],
)
def test_a_name_tells_code_and_language(name: str, code: str, language: Language) -> None:
    assert act_code(name) == code
    assert act_language(name) is language
