"""Gives the units of a law reference their numbers: "ч. 2", "188-бабы", "статьи 125 (пунктом 2)), 126".

Goes through one phrase of tokens. Knows nothing of which article a part belongs to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casefile.actfind import FoundAct
from casefile.lawref_tokens import Sort, Token
from casefile.lawref_words import Level


@dataclass(frozen=True, slots=True)
class Value:
    value: str
    listed: bool = False  # with a bracket: "3)"
    inner: tuple["Unit", ...] = ()  # said of this one alone: "125 (пунктом 2) части третьей)", "6(1)(b)"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its numbers. `joined`: a comma or an "and" stands before it."""

    level: Level
    values: tuple[Value, ...]
    start: int
    end: int
    joined: bool = False
    kazakh: bool = False
    plural: bool = False  # "пп."
    bare: bool = False  # a number without a unit: an article, if an act stands beside it


@dataclass(frozen=True, slots=True)
class NamedAct:
    act: FoundAct
    joined: bool


class Reader:
    """Goes through one phrase and gives every unit its numbers."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.at = tokens, 0
        self.has_article = any(token.sort is Sort.UNIT and token.level is Level.ARTICLE for token in tokens)

    def elements(self) -> Iterator[Unit | NamedAct]:
        joined = False
        pending: list[Token] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.sort is Sort.UNIT:
                follows = self._value_at(self.at + 1)
                if pending and (token.kazakh or token.glued or not follows or self._claims_back(self.at)):
                    self.at += 1
                    values = _backward(pending)
                    start = pending[0].start
                    values, end = self._nested(values, token.end)
                    yield Unit(token.level, values, start, end, joined, token.kazakh, token.plural)
                    pending, joined = [], False
                    continue
                if pending and not self.has_article:
                    yield _bare(pending, joined)
                    joined = False
                pending = []
                self.at += 1
                values, end = self._values(token)
                if values:
                    yield Unit(token.level, values, token.start, end, joined, False, token.plural)
                joined = False
            elif token.sort is Sort.ACT:
                if pending and pending[-1].sort not in (Sort.JOINT, Sort.THROUGH):
                    yield _bare(pending, joined)
                    joined = False
                pending = []
                self.at += 1
                if token.act:
                    yield NamedAct(token.act, joined)
                joined = False
            elif token.sort in (Sort.NUMBER, Sort.ORDINAL, Sort.LETTER):
                if pending and pending[-1].sort not in (Sort.JOINT, Sort.THROUGH):
                    pending = []
                pending.append(token)
                self.at += 1
            else:
                if token.sort in (Sort.JOINT, Sort.THROUGH) and pending:
                    pending.append(token)
                elif token.sort is Sort.OF and pending:
                    pass
                elif token.sort not in (Sort.OF, Sort.NESTED):
                    joined = True
                self.at += 1
        if pending:
            yield _bare(pending, joined)

    def _value_at(self, at: int) -> bool:
        if at < len(self.tokens) and self.tokens[at].sort is Sort.OF:
            return False
        return at < len(self.tokens) and self.tokens[at].sort in (
            Sort.NUMBER,
            Sort.ORDINAL,
            Sort.LETTER,
            Sort.NESTED,
        )

    def _claims_back(self, at: int) -> bool:
        """ "188 статье 2 часть": the number after this unit belongs to the unit after it."""
        after = at + 1
        while self._value_at(after):
            after += 1
        following = self.tokens[after] if after < len(self.tokens) else None
        if following is None or following.sort is not Sort.UNIT:
            return False
        return following.kazakh or following.glued or not self._value_at(after + 1)

    def _values(self, unit: Token) -> tuple[tuple[Value, ...], int]:
        """The list of numbers after a unit."""
        values: list[Value] = []
        end = unit.end
        through = False
        while self._value_at(self.at):
            token = self.tokens[self.at]
            if token.sort is Sort.NESTED and values:
                break
            if values and self._belongs_to_next():
                break
            if unit.level is Level.ARTICLE and values and values[-1].listed:
                break  # the bracket closed something: "(ст. 462, 463); 42)"
            self.at += 1
            end = token.end
            inner, end = self._inner(end)
            if through and values and token.value.isdigit():
                values[-1] = replace(values[-1], value=f"{values[-1].value}-{token.value}")
            else:
                values.append(Value(token.value, token.listed, inner))
            if (
                self.at < len(self.tokens)
                and self.tokens[self.at].sort is Sort.NESTED
                and unit.level
                in (
                    Level.ARTICLE,
                    Level.PARAGRAPH,
                )
            ):
                nested, end = self._nested((values[-1],), end)
                values[-1] = nested[0]
            if not (self._joint(self.at) and self._value_at(self.at + 1)) or self._belongs_to_next(1):
                break
            through = self.tokens[self.at].sort is Sort.THROUGH
            self.at += 1
        return tuple(values), end

    def _joint(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].sort in (Sort.JOINT, Sort.THROUGH)

    def _belongs_to_next(self, ahead: int = 0) -> bool:
        """Whether the number ahead is claimed by a unit behind it, or by an act it stands alone with."""
        after = self.at + ahead + 1
        following = self.tokens[after] if after < len(self.tokens) else None
        if following is None or following.sort is not Sort.UNIT:
            return False
        return following.kazakh or following.glued or not self._value_at(after + 1)

    def _nested(self, values: tuple[Value, ...], end: int) -> tuple[tuple[Value, ...], int]:
        """ "(1)(b)(i)" after an article's number."""
        inner: list[Unit] = []
        levels = [Level.PARAGRAPH, Level.SUBPOINT]
        while self.at < len(self.tokens) and self.tokens[self.at].sort is Sort.NESTED:
            token = self.tokens[self.at]
            self.at += 1
            end = token.end
            if inner and inner[-1].level is Level.SUBPOINT:
                last = inner[-1].values[0]
                inner[-1] = replace(inner[-1], values=(Value(f"{last.value}({token.value})", True),))
                continue
            level = Level.SUBPOINT if token.value.isalpha() or inner else levels[0]
            inner.append(Unit(level, (Value(token.value),), token.start, token.end))
        if not inner:
            return values, end
        return (*values[:-1], replace(values[-1], inner=(*values[-1].inner, *inner))), end

    def _inner(self, end: int) -> tuple[tuple[Unit, ...], int]:
        """ "(пунктом 2) части третьей)" after one article of a list."""
        opened = self.at
        if opened + 1 >= len(self.tokens) or self.tokens[opened].sort is not Sort.OPEN:
            return (), end
        if self.tokens[opened + 1].sort is not Sort.UNIT or self.tokens[opened + 1].level is Level.ARTICLE:
            return (), end
        close = opened
        while close < len(self.tokens) and self.tokens[close].sort is not Sort.CLOSE:
            close += 1
        units = [
            unit
            for unit in Reader(self.tokens[opened + 1 : close]).elements()
            if isinstance(unit, Unit) and unit.level is not Level.ARTICLE
        ]
        self.at = min(close + 1, len(self.tokens))
        return tuple(units), self.tokens[self.at - 1].end


def _bare(pending: list[Token], joined: bool) -> Unit:
    """A number with no unit: an article, if an act stands beside it."""
    return Unit(Level.ARTICLE, _backward(pending), pending[0].start, pending[-1].end, joined, bare=True)


def _backward(pending: list[Token]) -> tuple[Value, ...]:
    values: list[Value] = []
    through = False
    for token in pending:
        if token.sort in (Sort.JOINT, Sort.THROUGH):
            through = token.sort is Sort.THROUGH
        elif through and values and token.value.isdigit():
            values[-1] = replace(values[-1], value=f"{values[-1].value}-{token.value}")
        else:
            values.append(Value(token.value, token.listed))
    return tuple(values)
