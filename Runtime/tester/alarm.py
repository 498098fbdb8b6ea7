"""Time limits inside the tester."""

import os
import signal
import time

from jail import patience
from tester import context
from tester.outcomes import CheckTimeout

#: The signal comes again, in case a check's own `except` has caught the first.
_SECONDS_BETWEEN = 0.2


class alarm:
    """Raises CheckTimeout in the block when it takes longer than `limit` seconds in which it could have run."""

    def __init__(self, limit: float) -> None:
        self._limit = limit

    def __enter__(self) -> None:
        self._started = time.monotonic()
        signal.signal(signal.SIGALRM, self._on_alarm)
        signal.setitimer(signal.ITIMER_REAL, self._limit, _SECONDS_BETWEEN)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _on_alarm(self, *_: object) -> None:
        # All that the run has waited so far, also before this block: to ask at its start, too, would cost every check.
        waited = patience.waited([os.getpid(), *context.current.solution_processes])
        extension = patience.extension(self._limit, waited)
        left = self._started + self._limit + extension - time.monotonic()
        if left <= 0:
            raise CheckTimeout
        signal.setitimer(signal.ITIMER_REAL, left, _SECONDS_BETWEEN)
