"""What belongs to the one run that this process is for: filled in step by step, read by the check API."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tester.activity import Activity
from tester.box import Box
from tester.connection import Connection
from tester.network import Network
from tester.programs import Programs
from tester.remote import Solution


@dataclass
class Context:
    """The tester forks for every run, so one global value is one run's."""

    source: str = ""
    connection: Connection | None = None
    solution: Solution | None = None
    box: Box | None = None
    programs: Programs | None = None
    networks: dict[str, list[Network]] = field(default_factory=dict)
    #: The process of the solution, once it is known.
    solution_processes: list[int] = field(default_factory=list)
    #: What the solution has left running; None until its process is known.
    activity: Activity | None = None
    #: Why the running check could not see all that it looked at.
    doubts: list[str] = field(default_factory=list)
    #: What to look at once more when the solution is at rest: each tells what it found, or nothing.
    late_looks: list[Callable[[], str | None]] = field(default_factory=list)
    #: Words that were made up for this run → what messages call them, so that they are the same in every run.
    made_up: dict[str, str] = field(default_factory=dict)
    #: Seconds of processor time that tester and solution may take together for one check.
    cpu_seconds: float = 20.0
    #: Whether the running check has asked the solution's process to observe itself.
    has_testified: bool = False


current = Context()


def needed(value: Any, name: str) -> Any:
    """`value`, or a clear error for a check file that uses it at its top level."""
    if value is None:
        raise RuntimeError(f"{name} is not there yet while check files are loaded; use it in setup() or in a check")
    return value
