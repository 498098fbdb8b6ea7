"""Another time: what a solution does when its clock shows a given moment, and whether chance is only the time.

first = clock.at(1_900_000_000, "solution.new_password()").value
exploit_if(first == clock.at(1_900_000_000, "solution.new_password()").value, f"who knows the time knows {first}")
"""

from __future__ import annotations

from typing import Any

from probes import drivers
from probes.outcome import Outcome


def at(moment: float, expression: str, setup: str = "", **values: Any) -> Outcome:
    """Evaluates the expression in the solution's process while its clocks go on from `moment`, seconds since 1970.

    The functions of `time` and the classes of `datetime` are exchanged meanwhile, also where packages and the solution
    have imported them by name; each look advances the clock by the same small step, so that the same moment is the
    same in every call. Files, threads, and what keeps a function in a place of its own go by real time.
    """
    call = "at(solution, _setup, _expression, _moment, _values)"
    report = drivers.run("clock", call, _setup=setup, _expression=expression, _moment=moment, _values=values)
    return Outcome.of(report)
