"""Just enough of the domain name system to answer the C library's resolver."""

import ipaddress
import struct
from collections.abc import Callable

A, AAAA = 1, 28
_NAME_ERROR = 3
_NOT_IMPLEMENTED = 4


def answer(question: bytes, resolve: Callable[[str, int], list[str] | None]) -> bytes | None:
    """Answers one datagram. `resolve(name, kind)` gives the addresses, or None when there is no such name.

    Returns None for what is no question.
    """
    if len(question) < 17:
        return None
    identifier, flags, count = struct.unpack_from(">HHH", question)
    if flags & 0x8000 or count != 1:
        return None
    try:
        name, end = _name(question, 12)
        kind, _ = struct.unpack_from(">HH", question, end)
    except (ValueError, struct.error, IndexError):
        return None
    asked = question[12 : end + 4]
    addresses = resolve(name, kind) if kind in (A, AAAA) else []
    code = _NAME_ERROR if addresses is None else 0
    records = [_record(address, kind) for address in addresses or [] if _matches(address, kind)]
    header = struct.pack(">HHHHHH", identifier, 0x8180 | code, 1, len(records), 0, 0)
    return header + asked + b"".join(records)


def _name(data: bytes, position: int) -> tuple[str, int]:
    labels = []
    while length := data[position]:
        if length > 63:
            raise ValueError("a compressed name in a question")
        labels.append(data[position + 1 : position + 1 + length].decode("ascii", "replace"))
        position += 1 + length
    return ".".join(labels).lower(), position + 1


def _matches(address: str, kind: int) -> bool:
    return ipaddress.ip_address(address).version == (4 if kind == A else 6)


def _record(address: str, kind: int) -> bytes:
    packed = ipaddress.ip_address(address).packed
    return struct.pack(">HHHIH", 0xC00C, kind, 1, 0, len(packed)) + packed
