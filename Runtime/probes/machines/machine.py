"""A solution beside a reference model of it.

A machine is a class of a check. Its operations are methods: each makes the solution do something and notes in the model
what that may change. `wrong` compares the two in the direction that matters: what the solution has allowed or shown and
the model forbids. What the solution refuses, though it might have allowed it, is left to the functional checks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from probes.machines.domains import Domain

_LONGEST = 60


class Machine:
    """One solution, fresh, and the model of what it may do. `start` makes both; `variant` is one of `variants`."""

    #: Method → the domains of its arguments.
    operations: ClassVar[Mapping[str, Sequence[Domain]]] = {}
    #: Different ways to begin, tried in turn.
    variants: ClassVar[Sequence[Any]] = (None,)
    #: False: `wrong` looks only when a sequence is over, because whatever goes wrong stays to be seen.
    looks_at_each_step: ClassVar[bool] = True
    #: What the model says now. A step that changes it is followed by a fresh start, until sequences have their turn.
    model: Any = None

    def start(self, variant: Any) -> None:
        """Makes the solution's object and the model."""

    def wrong(self) -> str:
        """What the solution shows now that the model forbids; empty if there is nothing."""
        return ""


@dataclass(frozen=True)
class Step:
    """One operation with its arguments."""

    name: str
    arguments: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.name}({', '.join(shortened(argument) for argument in self.arguments)})"


@dataclass(frozen=True)
class Finding:
    """The steps after which a solution had allowed what the model forbids, and what that was."""

    steps: tuple[Step, ...]
    effect: str
    variant: Any = None

    def __str__(self) -> str:
        return f"{'; '.join(map(str, self.steps)) or 'the beginning'}: {self.effect}"


def shortened(value: Any) -> str:
    """The value as a program has it, cut in the middle where it is long."""
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 4 :]}"
