"""Loads a ready-made seccomp filter; `Scripts/generate-seccomp-filters` makes them."""

import ctypes
from pathlib import Path

from jail import linux

_SET_MODE_FILTER = 1
_SPECULATION_ALLOWED = 4
_INSTRUCTION_BYTES = 8


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def load_filter(with_network: bool) -> bytes:
    """The filter of this machine: with IPv4 and IPv6 sockets, or with Unix sockets only."""
    name = f"{linux.ARCHITECTURE}-{'network' if with_network else 'isolated'}.bpf"
    return (Path(__file__).parent / "filters" / name).read_bytes()


def install(instructions: bytes) -> None:
    """Confines this process and its children to the filter's system calls, for good. Needs no_new_privs."""
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    program = _Program(len(instructions) // _INSTRUCTION_BYTES, ctypes.cast(buffer, ctypes.c_void_p))
    linux.syscall(
        linux.number("seccomp"),
        "seccomp",
        ctypes.c_uint(_SET_MODE_FILTER),
        ctypes.c_uint(_SPECULATION_ALLOWED),
        ctypes.byref(program),
    )
