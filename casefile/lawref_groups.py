"""Brings together the article, its parts and its act: "ч. 1 ст. 188, ч. 2 ст. 190 УК" are two groups.

Knows nothing of how an act divides its articles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casefile.lawref_units import NamedAct, Unit
from casefile.lawref_words import Level

LARGEST_BARE = 1_200  # "188 УК": the longest code has fewer articles, and a year is no article
_NO_ARTICLE = re.compile(
    r"(?:глав\w*|раздел\w*|тарау\w*|бөлім\w*|№|номер\w*|приказ\w*|том\w*|лист\w*|стр\.|no\.?|chapter)\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Group:
    """An article, what is said inside it, and its act."""

    article: Unit
    before: list[Unit] = field(default_factory=list)
    after: list[Unit] = field(default_factory=list)
    act: str = ""
    act_follows: bool = False
    start: int = 0
    end: int = 0


def stands_alone(text: str, element: Unit | NamedAct) -> bool:
    """ "глава 6 УК": the number has a word of its own; "УК\\n2. …": it begins a line."""
    if not isinstance(element, Unit) or not element.bare:
        return False
    before = text[max(0, element.start - 20) : element.start]
    return bool(_NO_ARTICLE.search(before)) or before.rstrip(" \t").endswith("\n")


def groups_of(elements: Sequence[Unit | NamedAct]) -> list[Group]:
    """The articles of a phrase, each with the units and the act that belong to it."""
    groups: list[Group] = []
    run: list[Unit] = []  # units since the last article
    for element in elements:
        if isinstance(element, NamedAct):
            if groups:
                groups[-1].after.extend(run)
                run = []
            continue
        if element.level is not Level.ARTICLE:
            run.append(element)
            continue
        group = Group(element, start=element.start, end=element.end)
        last = groups[-1] if groups else None
        theirs, ours = _shared_out(run, last, element)
        if last:
            last.after.extend(theirs)
        group.before.extend(ours)
        groups.append(group)
        run = []
    if groups:
        groups[-1].after.extend(run)
    for group in groups:
        units = [group.article, *group.before, *group.after]
        group.start, group.end = min(unit.start for unit in units), max(unit.end for unit in units)
    _give_acts(elements, groups)
    return [group for group in groups if not group.article.bare or _sure(group)]


def _shared_out(run: list[Unit], last: Group | None, article: Unit) -> tuple[list[Unit], list[Unit]]:
    """Which of the units between two articles belong to the first, and which to the second."""
    if last is None:
        return [], run
    if article.kazakh or article.bare or article.joined:
        return run, []
    if last.before:
        return [], run
    joints = [at for at, unit in enumerate(run) if unit.joined]
    border = joints[-1] if joints else len(run)
    return run[:border], run[border:]


def _give_acts(elements: Sequence[Unit | NamedAct], groups: list[Group]) -> None:
    """Each act to the article it stands beside, then to the articles listed with it."""
    owner = {id(unit): group for group in groups for unit in (group.article, *group.before, *group.after)}
    for at, element in enumerate(elements):
        if not isinstance(element, NamedAct):
            continue
        before = owner.get(id(elements[at - 1])) if at else None
        after_element = elements[at + 1] if at + 1 < len(elements) else None
        after = owner.get(id(after_element))
        touches_after = after is not None and isinstance(after_element, Unit) and not after_element.joined
        if before is not None and (before.act or (before.article.bare and element.joined)):
            before = None
        if after is not None and after.article.bare and not touches_after:
            after = None
        kazakh = after is not None and after.article.kazakh and touches_after
        if before is not None and not kazakh and (not element.joined or not touches_after):
            _give(before, element, follows=True)
        elif after is not None:
            _give(after, element, follows=False)
        elif before is not None:
            _give(before, element, follows=True)
    for at, group in enumerate(groups):
        if group.act or group.article.bare:
            continue
        following = next((other for other in groups[at + 1 :] if other.act), None)
        if following and following.act_follows:
            group.act = following.act
        elif at and groups[at - 1].act:
            group.act = groups[at - 1].act


def _give(group: Group, named: NamedAct, follows: bool) -> None:
    act = named.act
    if group.article.bare and (not act.bare or group.article.values[-1].listed):
        return
    group.act, group.act_follows = act.code, follows
    group.start, group.end = min(group.start, act.start), max(group.end, act.end)


def _sure(group: Group) -> bool:
    """A number alone is an article only beside an act, and only if it can be one."""
    numbers = [int(value.value.split("-")[0]) for value in group.article.values if value.value[:1].isdigit()]
    return bool(group.act) and bool(numbers) and all(number <= LARGEST_BARE for number in numbers)
