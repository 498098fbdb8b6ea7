"""A database that somebody else reads or writes just now: what a solution tells must be what it has stored.

told, stored = busy.call("solution.hand_out(path, 'ada')", db.path, busy.READER, after="rows(path)")
exploit_if(told.returned and stored.value == before, "a key was handed out and not marked")
"""

from __future__ import annotations

from collections.abc import Sequence

from probes import drivers
from probes.outcome import Outcome

#: A reader keeps a writer from committing; a writer keeps another one from beginning, and lets readers read.
READER = ("BEGIN", "SELECT count(*) FROM sqlite_master")
WRITER = ("BEGIN IMMEDIATE",)


def call(
    expression: str, path: str, others: Sequence[str], /, *, after: str, setup: str = "", **values: object
) -> tuple[Outcome, Outcome]:
    """Evaluates the expression while the statements `others` hold the SQLite file `path`, and `after` when all is over.

    They let it go after less than a second. Meanwhile the library waits for some hundredths of a second only, and sleep
    is short: a solution that gives up does so, one that goes on asking gets through, and one that waits longer is told
    that the database is locked.
    """
    request = "held(solution, _setup, _expression, _after, _path, _others, _values)"
    given = {"_setup": setup, "_expression": expression, "_after": after, "_path": path, "_values": values}
    told, stored = drivers.run("busy", request, _others=list(others), **given)
    return Outcome.of(told), Outcome.of(stored)
