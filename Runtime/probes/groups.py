"""Folders and files that belong to a group of other people: who takes them over gives them to a group of its own.

kept = groups.kept("solution.set_up(root)", [f"{root}/staff"], root=root)
exploit_if(kept, f"{kept} still belong to the group that they had")
open_to = groups.admitted("solution.set_up(root)", [f"{root}/staff"], root=root)    # a mode that came before the new group
born = groups.inherited("solution.set_up(root)", root, [f"{root}/staff"], root=root)        # where root hands on its group

Testimony: in the box there is one group only, so another one is made up in the solution's process.
"""

from __future__ import annotations

from collections.abc import Sequence

from probes import drivers
from probes.outcome import Outcome


def kept(expression: str, paths: Sequence[str], /, *, setup: str = "", **values: object) -> list[str]:
    """Those of these paths that are still what was there before, and that were given to no group meanwhile.

    To the solution, `os` tells that the account's group is another one than that of all that is there; a path that is
    given to a group has it from then on. Nothing, if the expression raises.
    """
    told, still, _ = _run(expression, paths, setup, values)
    return still if Outcome.of(told).returned else []


def admitted(expression: str, paths: Sequence[str], /, *, setup: str = "", **values: object) -> list[str]:
    """Paths with the modes that the expression gave to them while they belonged to the group that they had before, where
    such a mode let that group do what it could not do: for a moment, or for good. Also if the expression raises."""
    return _run(expression, paths, setup, values)[2]


def inherited(
    expression: str, folder: str, paths: Sequence[str], /, *, setup: str = "", **values: object
) -> list[str]:
    """Those of these paths, with their modes, that were made by the expression and have the group of another account in
    the end, because the `folder`, which was there, hands on its group (a set-group-ID bit). Nothing, if it raises.
    """
    told, found, _ = _run(expression, [folder], setup, values, paths)
    return found if Outcome.of(told).returned else []


def _run(
    expression: str, paths: Sequence[str], setup: str, values: dict[str, object], born: Sequence[str] = ()
) -> tuple:
    request = "in_another_group(solution, _setup, _expression, _paths, _values, _born)"
    given = {"_setup": setup, "_expression": expression, "_paths": list(paths), "_values": values}
    return drivers.run("groups", request, **given, _born=list(born))
