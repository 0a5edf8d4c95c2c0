"""The word lists beside the rules, `<name>.toml`, as they are written. Judges nothing."""

import tomllib
from importlib.resources import files
from typing import Any


def word_lists(name: str) -> dict[str, Any]:  # Any: each list has a shape of its own
    return tomllib.loads(files("assistant").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
