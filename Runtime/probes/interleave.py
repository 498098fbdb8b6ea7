"""Races made certain: one step is stopped at every place where another could overtake it.

    for run in interleave.race(setup="a = solution.Account(100)", steps=["a.withdraw(80)"] * 2, after="a.balance"):
        exploit_if(run.after < 0, f"spent twice, stopped at line {run.line}")

Testimony: the steps run in the solution's process, the check judges what they came to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import harness
from probes import drivers
from probes.outcome import Outcome

_MOST_POINTS = 200
#: What was called by the first steps of races so far, and whether in processes.
_rehearsed: set[tuple[str, bool]] = set()


@dataclass(frozen=True)
class Run:
    """One interleaving: the first step of `order` was stopped at the `point`-th place, in this line of the solution.

    `outcomes` stand in the order of the steps; `after` is the value of the last expression (`after_outcome` tells if it
    raised). A step that did not end within about a second, waiting for a processor not counted, has the error "Stalled".
    """

    point: int
    line: int
    outcomes: list[Outcome]
    after: Any
    after_outcome: Outcome | None
    order: tuple[int, ...]

    @classmethod
    def of(cls, report: dict[str, Any]) -> Run:
        after = Outcome.of(report["after"]) if report["after"] else None
        outcomes = [Outcome.of(outcome) for outcome in report["outcomes"]]
        value = after.value if after else None
        return cls(report["point"], report["line"], outcomes, value, after, tuple(report["order"]))


def race(
    steps: Sequence[str],
    setup: str = "",
    after: str = "",
    processes: bool = False,
    both_orders: bool = True,
    twice: bool = False,
    most: int = _MOST_POINTS,
    watch: str = "",
    ages: bool = False,
    again: bool = False,
    forked: bool = False,
    tears: bool = False,
    crowded: bool = False,
    may_be_whole: bool = False,
    **values: Any,
) -> list[Run]:
    """Runs two steps once for every place at which the first can be overtaken.

    `setup` (statements) runs before each; `after` (an expression) at the end of each. The first step stops before a
    call, a store or a `with` in code of the solution, the first two times that it gets there from one caller. The
    second then runs until it ends or waits for any lock. With `processes`, each step runs in a forked process, for
    locks that hold between processes only; `setup` and `after` run in the parent, and see what the steps did to files
    and databases only. All but the first import the solution anew, as a program does that was started by itself.

    With `twice`, the second step is stopped as well, at every place of its own, and the first ends before it: that
    finds locks which are taken in two steps (looked for, then made), and drafts with one name for two files. It takes
    the square of the time; `most` bounds the number of runs, of which each other one stops both steps at places near to
    each other. After four seconds of processor time no further run is begun.

    A third step finds what two cannot: a lock that is thrown away while somebody waits for it, and a state that is
    taken back later. Where the second waits for the first, the second is stopped in turn when the first has ended, and
    the third comes in there. Where it does not wait, the third comes in at the place at which the first has changed the
    value of the expression `watch`, if that is given. The order of the steps is the given one; `twice` is not heeded.

    With `again`, three threads: the second goes through where the first stops, and the third where the first then
    comes to what it does not come to by itself. That finds a step that looks again when it was overtaken, and takes
    what it finds for granted the second time.

    With `forked`, processes have all that the solution had opened when it was imported, as those of a web server do
    that forks after it has loaded the program: a lock on an open file is then one for all of them.

    With `ages`, an hour goes by while the first of two steps is stopped, by the clocks of `time` and `datetime`; sleep
    moves these clocks, and a wait for a lock with a time limit is soon over. So a lock that is given up, or taken for
    one left behind, is found.

    With `tears`, the first of two steps is stopped in the middle of each long write to a file (of more than a page), and
    nowhere else: who reads the file meanwhile sees a part of it. Nothing is said of steps that write no such thing.

    With `crowded`, the second step may be at work for long, such as with hundreds of other things, before it counts as one
    that waits for the first.

    A race in which the first step could nowhere be stopped has tried nothing: the check is inconclusive then, unless the
    step `may_be_whole`, such as one that only reads a value, and the same steps race the other way round. So it is
    when the first step, alone, does something else when it is followed than when it is called as usual.
    """
    if len(steps) not in (2, 3):
        raise ValueError("a race has two or three steps")
    call = (
        "race(solution, _setup, _steps, _after, _watch, _values, "
        "_processes, _both_orders, _twice, _most, _rehearses, _ages, _again, _forked, _tears, _crowded)"
    )
    given = {"_setup": setup, "_steps": list(steps), "_after": after, "_watch": watch, "_values": values}
    how = {"_processes": processes, "_both_orders": both_orders, "_twice": twice, "_most": most, "_ages": ages}
    how |= {"_again": again, "_forked": forked, "_tears": tears, "_crowded": crowded}
    # Whatever the arguments are: what setups leave behind, threads above all, adds up.
    called = (steps[0].partition("(")[0], processes)
    how["_rehearses"] = called not in _rehearsed and not tears
    _rehearsed.update([called] * (not tears))
    driver = "interleave" + " clock" * ages + " interleave_torn" * tears
    if len(steps) == 3:
        driver += " interleave_again" if again else " interleave_three"
    report = drivers.run(driver, call, **given, **how)
    if not report["runs"] and not tears and not may_be_whole:
        harness.inconclusive(f"{steps[0]!r} could nowhere be stopped in the solution's code")
    if report["rehearsal"] and (reason := _difference(*report["rehearsal"])):
        harness.doubt(f"{steps[0]!r} {reason}: the program may notice that it is followed")
    return [Run.of(run) for run in report["runs"]]


def _difference(usual: list[Any], followed: list[Any]) -> str | None:
    """How the first step, alone, differs when it is followed. Of texts and lists only the kind counts."""
    if followed[0]["error"] is not None:
        return f"raises {followed[0]['error']} by itself when it is followed"
    for one, other in zip(usual, followed, strict=True):
        first, second = (found["value"] if found else None for found in (one, other))
        if type(first) is not type(second) or isinstance(first, (bool, int)) and first != second:
            return f"comes to {second!r} by itself when it is followed, and to {first!r} when not"
    return None


def swap(step: str, action: str, setup: str = "", after: str = "", processes: bool = False, **values: Any) -> list[Run]:
    """Runs `step` and, wherever it can be overtaken, an attacker's `action`: a file swapped for a link, say."""
    return race([step, action], setup, after, processes, both_orders=False, **values)


def barrage(step: str, setup: str = "", after: str = "", threads: int = 8, **values: Any) -> Run:
    """Runs the step in many threads at once, without stops; `number` is the thread's. For functional checks."""
    call = "barrage(solution, _setup, _step, _after, _values, _threads)"
    given = {"_setup": setup, "_step": step, "_after": after, "_values": values, "_threads": threads}
    return Run.of(drivers.run("interleave", call, **given))
