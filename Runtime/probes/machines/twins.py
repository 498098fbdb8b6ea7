"""Pairs of payloads that are different, and the same for who compares a part of them or a checksum.

Who remembers an answer by such a part gives to one what was another's.
"""

from __future__ import annotations

from collections.abc import Iterator

#: A change of these bits leaves CRC-32 as it is: the generator polynomial, first bit first, lowest bit of a byte first.
_POLYNOMIAL = (1 << 32) | 0x04C11DB7


def payloads(size: int = 64) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of `size` bytes: other order, other middle, other end, other beginning, same checksum, same cases."""
    plain = (b"key=" + bytes(range(97, 123)) * (size // 26 + 1))[:size]
    middle = size // 2
    yield plain, plain[:16] + plain[16:-16][::-1] + plain[-16:]
    yield plain, plain[:-4] + b"#" * 4
    yield plain, b"#" * 4 + plain[4:]
    yield plain, plain[:middle] + bytes(one ^ other for one, other in zip(plain[middle:], _unseen(size - middle)))
    yield plain, plain.swapcase()
    yield plain + b" ", plain + b"\n"
    yield plain[:-1] + b"\0", plain[:-1] + b"0"


def _unseen(size: int) -> bytes:
    """What can be laid over bytes without a change of their CRC-32."""
    bits = [_POLYNOMIAL >> place & 1 for place in range(32, -1, -1)]
    number = sum(bit << place for place, bit in enumerate(bits))
    return number.to_bytes(size, "little")

