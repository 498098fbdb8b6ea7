"""Source that runs in the solution's process. It returns raw observations, and decides nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Every driver, and the part that all share."""
    return sorted(path.stem for path in _FOLDER.glob("[a-z]*.py"))


@cache
def source(name: str) -> str:
    """The text of a driver."""
    return (_FOLDER / f"{name}.py").read_text()


def run(driver: str, call: str, /, **values: Any) -> Any:
    """Runs a driver by `harness.testify` and returns what `call`, an expression in its words, came to.

    `driver` is its name, or several names with blanks between them.
    """
    from harness import testify

    parts = [source(name) for name in ("common", *driver.split())]
    return testify(*parts, f"result = {call}\n", **values)
