"""The sign that a jail stands, given when it is complete and nothing of the solution has been loaded."""

import json
import os
import resource

from jail import linux, privileges
from jail.settings import Limits

#: Where it is written. Closed before the solution is loaded, so that a solution can neither give nor take it.
DESCRIPTOR = 4
SIGN = {"standing": True}

_PR_GET_SECCOMP, _PR_CAPBSET_READ, _PR_GET_NO_NEW_PRIVS = 21, 23, 39
_FILTERED, _CAP_SYS_ADMIN = 2, 21


def declare(limits: Limits, may_have_capabilities: bool) -> None:
    """Looks once more at what the kernel says of this process, and gives the sign. Raises OSError when it is not jailed."""
    if linux.libc.prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) != _FILTERED:
        raise OSError("the system call filter does not stand")
    if linux.libc.prctl(_PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1:
        raise OSError("new privileges are not forbidden")
    if not may_have_capabilities and linux.libc.prctl(_PR_CAPBSET_READ, _CAP_SYS_ADMIN, 0, 0, 0) != 0:
        raise OSError("capabilities can be had")
    for kind, value in privileges.resource_limits(limits):
        if resource.getrlimit(kind) != (value, value):
            raise OSError(f"resource limit {kind} is {resource.getrlimit(kind)} instead of {value}")
    os.write(DESCRIPTOR, json.dumps(SIGN).encode())
    os.close(DESCRIPTOR)


def explain(error: str, *descriptors: int) -> None:
    """Says why a jail does not stand, on the first of the descriptors that takes it."""
    for descriptor in descriptors:
        try:
            os.write(descriptor, json.dumps({"setup": error}).encode())
        except OSError:
            continue
        return
