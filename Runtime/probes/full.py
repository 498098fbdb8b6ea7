"""A disk that is full: what a solution leaves behind when it cannot write all that it wants to.

    told = full.call("receiver.finish(1)", setup, most=100, path=path)
    exploit_if(box.exists("shown/a.png") and box.read("shown/a.png") != whole, "half a file is shown")
"""

from __future__ import annotations

from probes import drivers
from probes.outcome import Outcome


def call(expression: str, setup: str = "", /, *, most: int, after: str = "None", **values: object) -> tuple[Outcome, Outcome]:
    """Evaluates the expression while no file can grow beyond `most` bytes, and `after` when there is space again.

    As on a real disk, a write that goes beyond is cut: it writes what fits, and the next one raises an `OSError`. What
    is deleted or renamed is not in the way of this, and what is longer already stays as it is.
    """
    request = "filled(solution, _setup, _expression, _after, _most, _values)"
    given = {"_setup": setup, "_expression": expression, "_after": after, "_most": most, "_values": values}
    told, later = drivers.run("full", request, **given)
    return Outcome.of(told), Outcome.of(later)
