"""A folder as Windows has it: small and capital letters are the same, and dots and blanks at the end of a name are nothing.

    folded.call("[solution.store(folder, name, b'x') for name in ('a.ini', 'A.INI')]", folder=box.path("up"))

Testimony: the functions that open, look for and name files are replaced in the solution's process, for this folder. What
lies there afterwards is evidence.
"""

from __future__ import annotations

from probes import drivers
from probes.outcome import Outcome


def call(expression: str, setup: str = "", /, *, folder: str, after: str = "None", **values: object) -> tuple[Outcome, Outcome]:
    """Evaluates the expression while the folder takes names as Windows does, and `after` as usual.

    Whoever opens `A.INI` where `a.ini` lies gets that file: with `x` it is there already, with `w` it is emptied. A
    rename to a name that is there is refused, `os.replace` replaces it.
    """
    request = "folded(solution, _setup, _expression, _after, folder, _values)"
    given = {"_setup": setup, "_expression": expression, "_after": after, "_values": {"folder": folder, **values}}
    told, later = drivers.run("folded", request, folder=folder, **given)
    return Outcome.of(told), Outcome.of(later)
