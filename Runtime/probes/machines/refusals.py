"""What was refused leaves no trace: not in what is told, and neither in what is taken afterwards.

    ledger = refusals.Ledger(solution.Ramp)
    outcome = ledger.call("receive", message)
    exploit_if(ledger.trace, ledger.trace)

A call that is refused, after others were, is made once more on a fresh object to which nothing was said but what was taken
before. If that one takes it, the first object refused it only for the sake of what it had refused: a name, a place or a
weight was set aside for that, a failure was counted, a remembered answer is given again.

Nothing is said of calls that a fresh object refuses as well, so that no model of what is right is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from harness import attempt


class Ledger:
    """An object, what it has taken so far, and in `trace` why a refusal has left one; empty while none has."""

    def __init__(self, make: Callable[[], Any], most: int = 40) -> None:
        """`most`: how often a fresh object is asked, which costs as many calls as were taken."""
        self.subject = make()
        self.trace = ""
        self._make, self._most = make, most
        self._taken: list[tuple[str, tuple[Any, ...]]] = []
        self._refused: list[str] = []

    def call(self, name: str, *arguments: Any, asks: bool = True) -> Any:
        """Makes the call, and returns its outcome; a fresh object is asked only where one `asks` for it."""
        outcome = attempt(getattr(self.subject, name), *arguments)
        if outcome.returned:
            self._taken.append((name, arguments))
            return outcome
        if asks and self._refused and self._most > 0 and not outcome.ended:
            self._most -= 1
            if self._taken_by_a_fresh_one(name, arguments):
                shown = ", ".join(f"{argument!r:.120}" for argument in arguments)
                self.trace = self.trace or f"{name}({shown}) is refused after {self._refused[-1]} was, and taken where that had not come"
        self._refused.append(f"{name}({', '.join(f'{argument!r:.120}' for argument in arguments)})")
        return outcome

    def _taken_by_a_fresh_one(self, name: str, arguments: tuple[Any, ...]) -> bool:
        fresh = self._make()
        for before, values in self._taken:
            if not attempt(getattr(fresh, before), *values).returned:
                return False
        return bool(attempt(getattr(fresh, name), *arguments).returned)
