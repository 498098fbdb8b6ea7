"""Landlock: a second wall around the file system, which holds even where namespaces fail."""

import ctypes
import os
import struct

from jail import linux

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_MAKE_CHAR, _MAKE_BLOCK = 1 << 6, 1 << 11
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_FIRST_ABI = (1 << 13) - 1
_BIND_AND_CONNECT_TCP = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3
_PATH_BENEATH = 1
_READING = _EXECUTE | _READ_FILE | _READ_DIR
_VALID_FOR_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV

DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


def abi() -> int:
    """The kernel's Landlock version, or a negative number where there is none."""
    result: int = linux.libc.syscall(
        ctypes.c_long(linux.LANDLOCK_CREATE_RULESET), None, ctypes.c_size_t(0), ctypes.c_uint(1)
    )
    return result


def restrict(writable: tuple[str, ...], readable: tuple[str, ...], without_tcp: bool = False) -> None:
    """Confines this process and its children for good. Does nothing on kernels without Landlock.

    Scoping (no signal to, no abstract socket of a process outside) needs ABI 6, the ban on TCP needs ABI 4.
    """
    version = abi()
    if version < 1:
        return
    handled = _FIRST_ABI
    for since, right in ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEV)):
        handled |= right if version >= since else 0
    attributes = struct.pack(
        "QQQ",
        handled,
        _BIND_AND_CONNECT_TCP if without_tcp and version >= 4 else 0,
        _ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = linux.syscall(
        linux.LANDLOCK_CREATE_RULESET, "landlock", attributes, ctypes.c_size_t(size), ctypes.c_uint(0)
    )
    try:
        for path in readable:
            _allow(ruleset, path, _READING & handled)
        for path in writable:
            _allow(ruleset, path, handled & ~(_MAKE_CHAR | _MAKE_BLOCK | _IOCTL_DEV))
        for path in DEVICES:
            _allow(ruleset, path, (_READ_FILE | _WRITE_FILE | _TRUNCATE) & handled)
        linux.syscall(linux.LANDLOCK_RESTRICT_SELF, "landlock", ctypes.c_int(ruleset), ctypes.c_uint(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= _VALID_FOR_FILES
        linux.syscall(
            linux.LANDLOCK_ADD_RULE,
            f"landlock rule for {path}",
            ctypes.c_int(ruleset),
            ctypes.c_int(_PATH_BENEATH),
            struct.pack("=Qi", rights, descriptor),
            ctypes.c_uint(0),
        )
    finally:
        os.close(descriptor)
