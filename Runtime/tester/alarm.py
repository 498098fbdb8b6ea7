"""Limits of a check, inside the tester."""

import signal
import time
from typing import Any

from jail import effort
from jail.settings import SLOWEST
from tester import context
from tester.outcomes import CheckTimeout

#: Seconds between two looks. After a limit has struck the signal comes again, in case a check's own `except` caught it.
_SECONDS_BETWEEN = 0.25


class alarm:
    """Raises CheckTimeout in the block when it is idle for longer than `limit` seconds, or computes for too long.

    Idle is what the run could not use: time in which tester and solution neither computed nor waited for a processor.
    How long both may compute together is the run's `cpuSeconds`. However slow the machine, there is a last bound.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._computing_limit = context.current.cpu_seconds

    def __enter__(self) -> None:
        self._last = self._started = time.monotonic()
        self._idle = self._computed = 0.0
        #: The first look is taken late, so that a short check pays nothing for it; what was before counts as idle.
        self._seen: tuple[effort.Look, float] | None = None
        signal.signal(signal.SIGALRM, self._on_alarm)
        signal.setitimer(signal.ITIMER_REAL, min(_SECONDS_BETWEEN, self._limit), _SECONDS_BETWEEN)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _on_alarm(self, *_: Any) -> None:
        now, own = time.monotonic(), time.process_time()
        seen = effort.look([*context.current.solution_processes])
        seen.waited |= effort.look_at_this().waited
        passed = now - self._last
        if self._seen is None:
            # All that both have waited so far, also before this block: to look at its start would cost every check.
            active, computed = sum(seen.waited.values()), 0.0
        else:
            before, own_before = self._seen
            computed = max(0.0, seen.computed - before.computed) + own - own_before
            active = computed + seen.waited_since(before)
        self._last, self._seen = now, (seen, own)
        self._computed += computed
        self._idle += 0.0 if seen.is_active else max(0.0, passed - active)
        if self._computed >= self._computing_limit:
            raise CheckTimeout("cpu", f"processor time limit of {self._computing_limit:g} s")
        if self._idle >= self._limit:
            raise CheckTimeout("check", f"took longer than {self._limit:g} s")
        longest = self._limit + SLOWEST * self._computing_limit
        if now - self._started >= longest:
            raise CheckTimeout("check", f"took longer than {longest:g} s, though it could have computed")
