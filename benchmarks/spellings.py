"""Proper Kazakh as it is typed without its letters, and in the Latin alphabet of 28 January 2021.

Written from the alphabets, apart from the product's own folding and reading, which it measures.
"""

_KEYBOARD = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_LATIN = dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhye", strict=True)) | {
    "ә": "ä", "ғ": "ğ", "қ": "q", "ң": "ñ", "ө": "ö", "ұ": "ū", "ү": "ü", "һ": "h", "і": "ı",
    "ж": "j", "ё": "io", "ц": "s", "ч": "ç", "ш": "ş", "щ": "ş", "ъ": "", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip


def russian_keyboard(text: str) -> str:
    """
    >>> russian_keyboard("Ұрлық үшін қандай жаза")
    'Урлык ушин кандай жаза'
    """
    return text.translate(_KEYBOARD)


def latin_2021(text: str) -> str:
    """
    >>> latin_2021("Ұрлық үшін қандай жаза")
    'Ūrlyq üşın qandai jaza'
    """
    found = []
    for char in text:
        latin = _LATIN.get(char.lower(), char)
        found.append(latin.capitalize() if char.isupper() else latin)
    return "".join(found)
