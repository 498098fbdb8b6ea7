"""Source that runs in the solution's process. It returns raw observations, and decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def source(*names: str) -> str:
    """The text of the drivers of these names, in one piece, after the one that all share."""
    return "\n\n".join((_FOLDER / f"{name}.py").read_text() for name in ("common", *names))


def run(driver: str, call: str, /, **values: Any) -> Any:
    """Runs a driver by `harness.testify` and returns what `call`, an expression in its words, came to.

    `driver` is its name, or several names with blanks between them.
    """
    from harness import testify

    return testify(f"{source(*driver.split())}\n\nresult = {call}\n", **values)
