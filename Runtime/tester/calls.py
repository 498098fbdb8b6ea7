"""Calling the solution: `attempt`, `environment`, `testify`, time limits."""

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tester import context
from tester.errors import RemoteError, SolutionGone

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Outcome:
    """What came of a call, whatever that was."""

    #: What was returned; None when it raised.
    value: Any = None
    error: RemoteError | None = None
    #: Whether the solution's process ended in the call.
    ended: bool = False

    @property
    def returned(self) -> bool:
        return self.error is None and not self.ended


def attempt(function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Outcome:
    """Calls, and never raises for what the solution does. Waits for what the call has left running."""
    try:
        outcome = Outcome(value=function(*arguments, **keywords))
    except RemoteError as error:
        outcome = Outcome(error=error)
    except SolutionGone:
        return Outcome(ended=True)
    if context.current.activity is not None:
        context.current.activity.wait()
    return outcome


class Environment(MutableMapping[str, str]):
    """The environment variables of the solution's process."""

    def __init__(self) -> None:
        self._set: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        value = _connection().request("variable", name)
        if type(value) is not str:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: str) -> None:
        _connection().request("set_variable", name, value)
        self._set[name] = value

    def __delitem__(self, name: str) -> None:
        _connection().request("set_variable", name, None)
        self._set.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """The variables that checks have set."""
        return iter(self._set)

    def __len__(self) -> int:
        return len(self._set)


def testify(*sources: str, **values: Any) -> Any:
    """Runs Python source in the solution's process, part after part, and returns what it assigns to `result`.

    `solution` and the given plain values are defined there. The check is marked as testimony.
    """
    context.current.has_testified = True
    return _connection().request("testify", list(sources), values)


def seconds(limit: float) -> Callable[[Function], Function]:
    """Changes a check's time limit: `@seconds(2)`."""

    def mark(function: Function) -> Function:
        function.seconds = limit  # type: ignore[attr-defined]
        return function

    return mark


def solution_source() -> str:
    """The text of the solution, for checks that look for constants to try."""
    return context.current.source


def sent() -> list[Any]:
    """The arguments of everything that was asked of the solution since the check began."""
    found: list[Any] = _connection().sent
    return found


def tell_from_here() -> None:
    """The evidence of the running check begins here: for a search that carries out what it found once more."""
    _connection().record.begin_again()


def _connection() -> Any:
    return context.needed(context.current.connection, "the solution")
