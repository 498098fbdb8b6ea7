"""Groups that are members of each other, in rings of every kind: who walks through them may remember half of the way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

Join = tuple[str, str]
_MOST_ORDERS = 4


@dataclass(frozen=True)
class Circle:
    """Memberships of groups in groups, and one person in each of the groups, in their order."""

    joins: tuple[Join, ...]
    groups: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(f"p{number}" for number in range(len(self.groups)))

    @property
    def all_joins(self) -> tuple[Join, ...]:
        """Those of the people, too."""
        return (*zip(self.people, self.groups), *self.joins)

    def orders(self) -> list[tuple[str, ...]]:
        """In which orders they are asked for: each person comes first once, and last."""
        turned = [self.people[turn:] + self.people[:turn] for turn in range(len(self.people))]
        return [*turned, *(one[::-1] for one in turned)][: max(_MOST_ORDERS, len(turned))]


#: Numbers of groups: each pair is a member and its group.
_SHAPES = (
    ((0, 1), (1, 0)),
    ((0, 1), (1, 2), (2, 0)),
    ((0, 0), (0, 1)),
    ((0, 1), (1, 0), (1, 2), (2, 1)),
    ((0, 1), (1, 2), (2, 0), (2, 3), (3, 2)),
    ((0, 1), (1, 2), (2, 1)),
    ((0, 1), (1, 0), (1, 2)),
    ((0, 1), (0, 2), (1, 3), (2, 3), (3, 0)),
)


def each(group: str = "@r{}") -> Iterator[Circle]:
    """Rings of two and three, rings with a tail before or behind them, and two that share a group."""
    for shape in _SHAPES:
        names = {number: group.format(number) for number in sorted(set(itertools.chain(*shape)))}
        yield Circle(tuple((names[member], names[of]) for member, of in shape), tuple(names.values()))
