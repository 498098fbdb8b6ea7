"""Reasons for which a check could not see all that it looked at.

A check that has found nothing, and could not see everything, has proved nothing: it is inconclusive.
"""

from collections.abc import Callable

from tester import context


def doubt(reason: str) -> None:
    """Notes a reason. A security check that would have passed is inconclusive then; one that saw an effect has seen it."""
    if reason not in context.current.doubts:
        context.current.doubts.append(reason)


def look_later(look: Callable[[], str | None]) -> None:
    """Has a look repeated when the solution is at rest: after the check, and at the end of the run.

    It tells what it found, which is an exploit, or None.
    """
    context.current.late_looks.append(look)
