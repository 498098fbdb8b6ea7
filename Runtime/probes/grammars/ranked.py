"""Combines the parts of payloads, those with few unusual parts first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Part = TypeVar("Part")

#: The choices for one part, in tiers: a choice of the first tier is usual, one of the second unusual, and so on.
Tiers = Sequence[Sequence[Part]]


def ranked(*parts: Tiers[str]) -> Iterator[tuple[str, ...]]:
    """Every combination of one choice for each part, in order of how unusual it is in all.

    Its rank is the sum of its tiers, so every single unusual choice comes before any two of them together.

        list(ranked((["a"], ["b"]), (["1"], ["2"])))  ->  a1, b1, a2, b2
    """
    last = sum(len(tiers) - 1 for tiers in parts)
    for rank in range(last + 1):
        yield from _of_rank(parts, rank)


def _of_rank(parts: Sequence[Tiers[str]], rank: int) -> Iterator[tuple[str, ...]]:
    if not parts:
        if rank == 0:
            yield ()
        return
    *before, tiers = parts
    for tier in range(min(rank, len(tiers) - 1) + 1):
        for head in _of_rank(before, rank - tier):
            for choice in tiers[tier]:
                yield (*head, choice)


def in_turn(*streams: Iterable[Part]) -> Iterator[Part]:
    """One of each stream after the other, until all are used up: no stream has to wait for the end of another."""
    waiting = [iter(stream) for stream in streams]
    while waiting:
        for stream in list(waiting):
            try:
                yield next(stream)
            except StopIteration:
                waiting.remove(stream)
