"""Who a process is while it drops, or takes, privilege: recorded by fakes that follow the kernel's rules.

    trace = privilege.record("solution.run_as('guest', job)", setup="def job(): observe('job')", users={"guest": 1000})
    ids = trace.at("job")
    exploit_if(ids and ids.privileged, f"the job ran with {ids}")

Testimony: the fakes stand in the solution's process. No identity really changes, and no program is really started.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from probes import drivers
from probes.outcome import Outcome
from tester.texts import text_of


@dataclass(frozen=True)
class Ids:
    """Real, effective and saved user and group, and the supplementary groups."""

    ruid: int
    euid: int
    suid: int
    rgid: int
    egid: int
    sgid: int
    groups: tuple[int, ...]

    @property
    def uids(self) -> tuple[int, int, int]:
        return self.ruid, self.euid, self.suid

    @property
    def gids(self) -> tuple[int, int, int]:
        return self.rgid, self.egid, self.sgid

    @property
    def privileged(self) -> bool:
        """Is the process root, can it become root again, or is it still in root's group?"""
        return 0 in self.uids or 0 in self.gids or 0 in self.groups

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> Ids:
        return cls(*(*report["uids"], *report["gids"]), groups=tuple(report["groups"]))


@dataclass(frozen=True)
class PrivilegeCall:
    """A call that changes, or was to change, the identity; `error` is the name of the exception it raised, or None."""

    name: str
    args: tuple[Any, ...]
    error: str | None


@dataclass(frozen=True)
class Spawn:
    """A program that would have been started, and who it would be."""

    argv: list[str]
    ids: Ids


@dataclass(frozen=True)
class Trace:
    """What happened: the calls in order, the identities at the places that were observed, and at the end."""

    outcome: Outcome
    calls: list[PrivilegeCall]
    seen: list[tuple[str, Ids]]
    end: Ids
    spawned: list[Spawn]

    @property
    def names(self) -> list[str]:
        return [call.name for call in self.calls]

    def at(self, label: str) -> Ids | None:
        """Who the process was when `observe(label)` ran first; None if it never did."""
        return next((ids for name, ids in self.seen if name == label), None)


def record(
    expression: str,
    setup: str = "",
    uid: int = 0,
    gid: int = 0,
    groups: Iterable[int] = (0,),
    users: Mapping[str, int | tuple[int, int]] | None = None,
    group_names: Mapping[str, int | tuple[int, list[str]]] | None = None,
    failing: Mapping[str, str] | None = None,
    **values: Any,
) -> Trace:
    """Evaluates the expression as the process of user `uid` would, and records what became of its identity.

    `users`: name → uid, or (uid, gid); the gid is the uid if not given. `group_names`: name → gid, or (gid, members);
    every user has a group of its name. root is always there. `failing`: name of a function of `os` → name of the
    builtin exception that it raises. `setup` and the expression may call `observe(label)`.
    """
    people: dict[str, tuple[int, int]] = {"root": (0, 0)} | {
        name: value if isinstance(value, tuple) else (value, value) for name, value in (users or {}).items()
    }
    teams: dict[str, tuple[int, list[str]]] = {name: (number[1], []) for name, number in people.items()} | {
        name: value if isinstance(value, tuple) else (value, []) for name, value in (group_names or {}).items()
    }
    report = drivers.run(
        "privilege",
        "record(solution, _setup, _expression, _uid, _gid, _groups, _users, _group_names, _failing, _values)",
        _setup=setup,
        _expression=expression,
        _uid=uid,
        _gid=gid,
        _groups=list(groups),
        _users=people,
        _group_names=teams,
        _failing=dict(failing or {}),
        _values=values,
    )
    return Trace(
        Outcome.of(report["outcome"]),
        [PrivilegeCall(call["name"], tuple(call["args"]), call["error"]) for call in report["calls"]],
        [(label, Ids.of(ids)) for label, ids in report["seen"]],
        Ids.of(report["end"]),
        [Spawn([text_of(part) for part in one["argv"]], Ids.of(one["ids"])) for one in report["spawned"]],
    )
