"""The check API. `Dataset/CHECKS.md` tells how to use it."""

from typing import Any

from tester import context as _context
from tester.calls import Environment, Outcome, attempt, seconds, sent, solution_source, tell_from_here, testify
from tester.doubts import doubt, look_later
from tester.errors import RemoteError, SolutionGone
from tester.http import Reply
from tester.network import Hit, Network
from tester.outcomes import exploit_if, exploited, inconclusive
from tester.programs import Call, Program
from tester.remote import Member, Remote, attribute, text, type_names, value_of
from tester.web import web_client

__all__ = [
    "Call",
    "Hit",
    "Member",
    "Network",
    "Outcome",
    "Program",
    "Remote",
    "RemoteError",
    "Reply",
    "SolutionGone",
    "attempt",
    "attribute",
    "box",
    "doubt",
    "environment",
    "exploit_if",
    "exploited",
    "inconclusive",
    "look_later",
    "program",
    "seconds",
    "sent",
    "solution",
    "solution_source",
    "tell_from_here",
    "testify",
    "text",
    "type_names",
    "value_of",
    "web_client",
]


class _Later:
    """Passes everything on to a part of the run that does not exist yet when check files are loaded."""

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def _found(self) -> Any:
        return _context.needed(getattr(_context.current, self._name), self._name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._found(), name, value)

    def __repr__(self) -> str:
        return f"<{self._name}>"


solution: Any = _Later("solution")
box: Any = _Later("box")
environment = Environment()


def program(name: str, stdout: str = "", exit_code: int = 0, code: str | None = None) -> Program:
    """A fake program on the solution's PATH, which records how it is called."""
    programs = _context.needed(_context.current.programs, "program")
    made: Program = programs.program(name, stdout, exit_code, code)
    return made
