"""The system calls that Python's standard library has no name for, for x86-64 and arm64."""

import ctypes
import os
from typing import Any, NoReturn

ARCHITECTURE = os.uname().machine

#: System call numbers. Those from 424 on are the same on both architectures.
_NUMBERS: dict[str, dict[str, int]] = {
    "x86_64": {"clone": 56, "seccomp": 317, "ioprio_get": 252},
    "aarch64": {"clone": 220, "seccomp": 277, "ioprio_get": 31},
}
OPENAT2 = 437
CLOSE_RANGE = 436
LANDLOCK_CREATE_RULESET = 444
LANDLOCK_ADD_RULE = 445
LANDLOCK_RESTRICT_SELF = 446

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.mount.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p]

PR_SET_PDEATHSIG = 1
PR_CAPBSET_DROP = 24
PR_SET_SECUREBITS = 28
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_GET_TID_ADDRESS = 40
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4


def number(name: str) -> int:
    """The number of a system call on this machine."""
    try:
        return _NUMBERS[ARCHITECTURE][name]
    except KeyError:
        raise OSError(f"the sandbox supports x86_64 and aarch64, and this machine is {ARCHITECTURE}") from None


def fail(what: str) -> NoReturn:
    """Raises the error that the last call left in errno."""
    code = ctypes.get_errno()
    raise OSError(code, f"{what}: {os.strerror(code)}")


def checked(result: int, what: str) -> int:
    """Returns `result`, or raises OSError when it is negative."""
    if result < 0:
        fail(what)
    return result


def syscall(nr: int, what: str, *arguments: Any) -> int:
    """Makes a system call and raises OSError when it fails."""
    return checked(libc.syscall(ctypes.c_long(nr), *arguments), what)


def prctl(option: int, value: int, what: str) -> None:
    checked(libc.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0)), what)


def die_with_parent() -> None:
    """Has the kernel kill this process when its parent ends. A change of uid or credentials undoes it."""
    prctl(PR_SET_PDEATHSIG, 9, "parent-death signal")


def close_all_but(*kept: int) -> None:
    """Closes every descriptor of the process except those named."""
    low = 0
    for descriptor in sorted(set(kept)):
        if descriptor > low:
            syscall(CLOSE_RANGE, "close_range", ctypes.c_uint(low), ctypes.c_uint(descriptor - 1), ctypes.c_uint(0))
        low = descriptor + 1
    syscall(CLOSE_RANGE, "close_range", ctypes.c_uint(low), ctypes.c_uint(0xFFFFFFFF), ctypes.c_uint(0))


def write_file(path: str, data: bytes) -> None:
    """Writes a file of /proc in one call, as the kernel demands."""
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)
