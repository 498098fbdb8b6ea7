"""Runs a seccomp filter as the kernel would: classic BPF over `struct seccomp_data`, for any architecture."""

import struct

_INSTRUCTION = struct.Struct("<HBBI")
_DATA_BYTES = 64
_MOST_INSTRUCTIONS = 4096

#: Operation codes of <linux/bpf_common.h>, as far as seccomp allows them and filters use them.
_LOAD_WORD, _AND, _RETURN, _JUMP = 0x20, 0x54, 0x06, 0x05
_IF_EQUAL, _IF_GREATER, _IF_AT_LEAST, _IF_ANY_BIT = 0x15, 0x25, 0x35, 0x45

ALLOW, KILL_PROCESS, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050026

Program = list[tuple[int, int, int, int]]


def program(instructions: bytes) -> Program:
    """Decodes a filter, and refuses one that the kernel would refuse: jumps out of it, an end that is no return."""
    count, rest = divmod(len(instructions), _INSTRUCTION.size)
    if rest or not 0 < count <= _MOST_INSTRUCTIONS:
        raise ValueError(f"{len(instructions)} bytes are no filter")
    decoded = list(_INSTRUCTION.iter_unpack(instructions))
    for at, (code, if_true, if_false, value) in enumerate(decoded):
        if code in (_IF_EQUAL, _IF_GREATER, _IF_AT_LEAST, _IF_ANY_BIT):
            targets = [at + 1 + if_true, at + 1 + if_false]
        elif code == _JUMP:
            targets = [at + 1 + value]
        elif code in (_LOAD_WORD, _AND):
            targets = [at + 1]
            if code == _LOAD_WORD and (value % 4 or value + 4 > _DATA_BYTES):
                raise ValueError(f"instruction {at} loads from {value}")
        elif code == _RETURN:
            targets = []
        else:
            raise ValueError(f"instruction {at} has the unknown code {code:#x}")
        if any(target >= len(decoded) for target in targets):
            raise ValueError(f"instruction {at} leads out of the filter")
    return decoded


def verdict(filter: Program, architecture: int, number: int, arguments: tuple[int, ...] = ()) -> int:
    """What the filter returns for a system call."""
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<iIQ6Q", number - (1 << 32) if number >= 1 << 31 else number, architecture, 0, *padded)
    at, accumulator = 0, 0
    while True:
        code, if_true, if_false, value = filter[at]
        at += 1
        match code:
            case 0x20:
                (accumulator,) = struct.unpack_from("<I", data, value)
            case 0x54:
                accumulator &= value
            case 0x06:
                return value
            case 0x05:
                at += value
            case 0x15:
                at += if_true if accumulator == value else if_false
            case 0x25:
                at += if_true if accumulator > value else if_false
            case 0x35:
                at += if_true if accumulator >= value else if_false
            case 0x45:
                at += if_true if accumulator & value else if_false
