"""What an argument can be: the values that are usual, and the odd ones that a careless check lets through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Domain:
    """The values of one argument. The first usual one is the simplest: shrinking goes there."""

    usual: tuple[Any, ...]
    odd: tuple[Any, ...] = ()


def domain(*usual: Any, odd: Iterable[Any] = ()) -> Domain:
    """Usual values, most ordinary first, and odd ones, likeliest first; what is given twice counts once."""
    known = {spelling(value) for value in usual}
    kept = []
    for value in odd:
        if spelling(value) not in known:
            known.add(spelling(value))
            kept.append(value)
    return Domain(usual, tuple(kept))


def spelling(value: Any) -> str:
    """One text for each value: 1, True and 1.0 are three, and two NaNs are one."""
    return f"{type(value).__name__} {value!r}"
