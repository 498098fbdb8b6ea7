"""What an expression that ran in the solution's process came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """The value, or the exception, of an expression that a driver evaluated.

    `value` is plain data, or the `repr` of anything else; `error` is the name of the exception's class, `errors` the
    names of its whole chain of classes, `message` its text.
    """

    value: Any = None
    error: str | None = None
    errors: tuple[str, ...] = field(default=())
    message: str = ""

    @property
    def returned(self) -> bool:
        return self.error is None

    @classmethod
    def of(cls, report: dict[str, Any]) -> Outcome:
        """The outcome that a driver reported with its `evaluated`."""
        return cls(report["value"], report["error"], tuple(report["errors"]), report["message"])
