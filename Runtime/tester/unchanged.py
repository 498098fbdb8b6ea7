"""What other processes could change about the tester, so that it can tell at its end whether one has."""

import os
import resource

_KINDS = [value for name, value in sorted(vars(resource).items()) if name.startswith("RLIMIT_")]


def condition() -> tuple[object, ...]:
    """Limits, priority, scheduling and processors of this process."""
    limits = tuple(resource.getrlimit(kind) for kind in _KINDS)
    return limits, os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0), os.sched_getaffinity(0)
