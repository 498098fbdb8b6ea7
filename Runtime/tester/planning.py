"""Which checks there are, worked out from the text of the check files alone."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_CHECK = re.compile(r"^def (test_[A-Za-z0-9_]+)", re.MULTILINE)


@dataclass(frozen=True)
class CheckFile:
    """A file of checks, as the request holds it."""

    kind: str
    path: str
    source: str

    @property
    def names(self) -> list[str]:
        """The functions that are checks, in the order of the text."""
        return _CHECK.findall(self.source)


@dataclass(frozen=True)
class Planned:
    """One check of the plan."""

    #: `functional/test_total`, `example/1`, `security/test_union`.
    name: str
    is_security: bool
    #: The check's file and function, or the number of the example from 0.
    file: CheckFile | None
    function: str
    example: int


def all_checks(files: Sequence[CheckFile], examples: Sequence[dict[str, Any]]) -> list[Planned]:
    """Every check: functional ones, examples, security checks. Raises ValueError when a name occurs twice."""
    found: list[Planned] = []
    for kind in ("functional", "security"):
        if kind == "security":
            found += [Planned(f"example/{i + 1}", False, None, "", i) for i in range(len(examples))]
        for file in files:
            if file.kind == kind:
                found += [Planned(f"{kind}/{name}", kind == "security", file, name, -1) for name in file.names]
    names = [planned.name for planned in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ValueError(f"{twice} is defined twice")
    return found


def selected(checks: Sequence[Planned], only: Sequence[str] | None) -> list[Planned]:
    """The checks to run: all, or those of `only` in its order. Raises ValueError for an unknown name."""
    if only is None:
        return list(checks)
    by_name = {planned.name: planned for planned in checks}
    unknown = next((name for name in only if name not in by_name), None)
    if unknown is not None:
        raise ValueError(f"there is no check {unknown}")
    return [by_name[name] for name in only]


def mixed(plan: Sequence[Planned]) -> list[Planned]:
    """The checks in an order that no solution can foresee: attacks stand between functional checks.

    A program may work for a while and then stop, and what has stopped withstands everything. So some functional checks
    come first, as there is no use in attacking what does not work, and one comes after the last attack: whoever passes
    that one was alive in every attack.
    """
    functional = [planned for planned in plan if not planned.is_security]
    attacks = [planned for planned in plan if planned.is_security]
    if len(functional) < 2 or not attacks:
        return list(plan)
    generator = random.SystemRandom()
    generator.shuffle(functional)
    first, (*between, last) = functional[: len(functional) // 2], functional[len(functional) // 2 :]
    between += attacks
    generator.shuffle(between)
    return [*first, *between, last]
