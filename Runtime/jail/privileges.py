"""Gives up what the solution must not have: capabilities, the ways to regain them, and resources without bound."""

import resource
import struct

from jail import linux
from jail.settings import Limits

# no root, no setuid fixup, no keep-caps, and each of them locked
_SECUREBITS = 0x2F
_CAPABILITY_VERSION_3 = 0x20080522


def resource_limits(limits: Limits) -> tuple[tuple[int, int], ...]:
    """(kind, value) of every limit that a solution's process has."""
    return (
        (resource.RLIMIT_CPU, limits.whole_cpu_seconds),
        (resource.RLIMIT_AS, limits.address_space_mib << 20),
        (resource.RLIMIT_DATA, limits.memory_mib << 20),
        (resource.RLIMIT_FSIZE, limits.disk_mib << 20),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_CORE, 1),  # 0 would still feed a core-dump pipe
        (resource.RLIMIT_MEMLOCK, 65536),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_STACK, 8 << 20),
        (resource.RLIMIT_SIGPENDING, 256),
        (resource.RLIMIT_NICE, 0),
        (resource.RLIMIT_RTPRIO, 0),
    )


def limit_resources(limits: Limits) -> None:
    """Sets soft and hard limits alike: pid 1 ignores SIGXCPU, so only the hard limit would stop it."""
    for kind, value in resource_limits(limits):
        resource.setrlimit(kind, (value, value))


def drop_capabilities() -> None:
    """Empties every capability set and locks the securebits. Needs the capabilities that it drops, so it comes late."""
    for capability in range(64):
        if linux.libc.prctl(linux.PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    linux.prctl(linux.PR_CAP_AMBIENT, linux.PR_CAP_AMBIENT_CLEAR_ALL, "ambient capabilities")
    linux.prctl(linux.PR_SET_SECUREBITS, _SECUREBITS, "securebits")
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    linux.checked(linux.libc.capset(header, bytes(24)), "capset")


def forbid_new_privileges() -> None:
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1, "no_new_privs")
