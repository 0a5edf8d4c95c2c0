"""Collections: their names, and that law and evidence never mix."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.collection import CollectionKind, collection_name
from casefile.errors import BadCollectionName, CollectionKindDiffers, CollectionUnknown
from casefile.registry import Registry


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    opened = Registry(tmp_path / "registry.sqlite")
    yield opened
    opened.close()


def test_collection_is_made_once_and_is_a_case_by_default(registry: Registry) -> None:
    made = registry.find_or_create("Іс 2026-14", None)
    assert registry.find_or_create(" Іс  2026-14 ", None) == made
    assert made.kind is CollectionKind.CASE
    assert registry.collections() == [made]


def test_existing_collection_does_not_change_its_kind(registry: Registry) -> None:
    registry.find_or_create("laws", CollectionKind.LAW)
    with pytest.raises(CollectionKindDiffers):
        registry.find_or_create("laws", CollectionKind.CASE)


def test_unknown_name_is_answered_with_the_closest_one_first(registry: Registry) -> None:
    for name in ("guidance", "уголовный кодекс", "laws"):
        registry.find_or_create(name, None)
    with pytest.raises(CollectionUnknown) as caught:
        registry.find("law")
    assert caught.value.facts["known"].startswith("laws")


@pytest.mark.parametrize("name", ["", "  ", "a/b", "a\\b", "x" * 101, "a\u202eb", "a\x00b", "--data", " -k"])
def test_name_that_could_mislead_is_refused(name: str) -> None:
    with pytest.raises(BadCollectionName):
        collection_name(name)


@pytest.mark.parametrize("name", ["Іс № 14", "Дело Иванова", "Case 2026", "14-іс"])
def test_name_in_any_language_is_kept(name: str) -> None:
    assert collection_name(name) == name
