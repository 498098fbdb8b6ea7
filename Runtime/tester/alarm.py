"""Time limits inside the tester."""

import signal

from tester.outcomes import CheckTimeout

#: The signal comes again, in case a check's own `except` has caught the first.
_SECONDS_BETWEEN = 0.2


class alarm:
    """Raises CheckTimeout in the block when it takes longer than `limit` seconds."""

    def __init__(self, limit: float) -> None:
        self._limit = limit

    def __enter__(self) -> None:
        signal.signal(signal.SIGALRM, _on_alarm)
        signal.setitimer(signal.ITIMER_REAL, self._limit, _SECONDS_BETWEEN)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _on_alarm(*_: object) -> None:
    raise CheckTimeout
