"""The language a person is addressed in before anything else is known."""

from collections.abc import Mapping

from casefile.language import SPOKEN, Language


def language_of(environment: Mapping[str, str]) -> Language:
    """DALEL_LANG, else the locale variables in POSIX order, else English.

    >>> language_of({"LANG": "kk_KZ.UTF-8"}).value
    'kk'
    """
    for name in ("DALEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "")[:2].lower()
        if code in SPOKEN:
            return Language(code)
        if environment.get(name):
            break
    return Language.EN
