"""Which steps are tried, in which order: likely ones first, then sequences drawn by a fixed seed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence

from probes.machines.domains import Domain
from probes.machines.machine import Step

Operations = Mapping[str, Sequence[Domain]]

#: In a drawn sequence, so many steps of ten are wholly usual; of the arguments of the others, so many of ten are odd.
_USUAL, _ODD = 4, 4


def singles(operations: Operations) -> Iterator[Step]:
    """Every step of usual values; then those with one odd value beside usual ones, likely values first."""
    yield from _usual(operations)
    yield from _odd_ones(operations)


def between(operations: Operations) -> Iterator[list[Step]]:
    """A step with one odd value between two usual ones: each odd one once, then each between others."""
    plain = _usual(operations)
    for offset in range(len(plain)):
        for count, odd in enumerate(_odd_ones(operations, rounds=1)):
            yield [plain[(offset + count) % len(plain)], odd, plain[(2 * offset + 3 * count + 1) % len(plain)]]


def afterwards(operations: Operations, changes: Sequence[Step], following: int, seed: str) -> Iterator[list[Step]]:
    """What a change makes possible, or no longer possible: each allowed change, and steps behind it.

    In turn the others of the changes, which were allowed before and may be no more, and usual steps of any kind.
    """
    chance = random.Random(seed)
    others, plain = list(changes), _usual(operations)
    chance.shuffle(others)
    chance.shuffle(plain)
    behind = itertools.cycle((itertools.cycle(others), itertools.cycle(plain)))
    firsts = list(changes)
    chance.shuffle(firsts)
    for change in itertools.cycle(firsts):
        yield [change, *itertools.islice(next(behind), following)]


def sequences(operations: Operations, length: int, seed: str) -> Iterator[list[Step]]:
    """Without an end: sequences of two to `length` steps."""
    chance = random.Random(seed)
    names = list(operations)
    while True:
        yield [_drawn(chance, chance.choice(names), operations) for _ in range(chance.randint(2, length))]


def _plain(operations: Operations) -> dict[str, list[tuple[object, ...]]]:
    return {name: list(itertools.product(*(one.usual for one in domains))) for name, domains in operations.items()}


def _usual(operations: Operations) -> list[Step]:
    return [Step(name, arguments) for name, products in _plain(operations).items() for arguments in products]


def _odd_ones(operations: Operations, rounds: int | None = None) -> Iterator[Step]:
    return _in_turn([_with_one_odd(name, operations[name], all_[:rounds]) for name, all_ in _plain(operations).items()])


def _with_one_odd(name: str, domains: Sequence[Domain], plain: list[tuple[object, ...]]) -> Iterator[Step]:
    """Each odd value beside the first usual values of the others, then beside all other ones in turn."""
    ranked = sorted(
        ((rank, place) for place, domain in enumerate(domains) for rank in range(len(domain.odd))),
        key=lambda one: one[0],
    )
    for offset in range(len(plain)):
        for count, (rank, place) in enumerate(ranked):
            arguments = list(plain[(offset + count) % len(plain) if offset else 0])
            arguments[place] = domains[place].odd[rank]
            yield Step(name, tuple(arguments))


def _in_turn(several: list[Iterator[Step]]) -> Iterator[Step]:
    waiting = list(several)
    while waiting:
        for one in list(waiting):
            try:
                yield next(one)
            except StopIteration:
                waiting.remove(one)


def _drawn(chance: random.Random, name: str, operations: Operations) -> Step:
    usual = chance.randrange(10) < _USUAL
    arguments = []
    for domain in operations[name]:
        odd = not usual and domain.odd and chance.randrange(10) < _ODD
        arguments.append(_likely(chance, domain.odd) if odd else chance.choice(domain.usual))
    return Step(name, tuple(arguments))


def _likely(chance: random.Random, values: Sequence[object]) -> object:
    """One of the values, those that come first more often."""
    return values[int(len(values) * chance.random() ** 2)]
