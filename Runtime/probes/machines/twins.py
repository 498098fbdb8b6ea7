"""Pairs of payloads that are different, and the same for who compares a part of them or a checksum.

Who remembers an answer by such a part gives to one what was another's.
"""

from __future__ import annotations

import binascii
import zlib
from collections import Counter
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



def continued(first: str, second: str) -> Iterator[tuple[str, str]]:
    """Pairs of texts that begin with these two, go on with plain letters, and are alike: by beginning and end, by size,
    by letters whatever their order (so by sum and parity), by CRC-32 and CRC-16, by Adler-32.

    The two must be ASCII, and what follows them plain text; each ends with a line break.
    """
    yield first + "n" * 200 + "\n", second + "n" * (200 + len(first) - len(second)) + "\n"
    more, less = Counter(first), Counter(second)
    mixed = first + _letters(less - more) + "m" * 200 + "\n", second + _letters(more - less) + "m" * 200 + "\n"
    # Signs that would mean something stay away: then the sums differ, and Adler-32 is left to the next pair.
    if len(mixed[0]) == len(mixed[1]) and sum(map(ord, mixed[0])) == sum(map(ord, mixed[1])):
        yield mixed
        if (last := _same_weights(*mixed)) is not None:
            yield mixed[0], last
    size = max(len(first), len(second)) + 1
    one, other = (text + "l" * (size - len(text)) + "p" * 120 + "\n" for text in (first, second))
    yield one, _same_remainders(one, other, len(other) - 121)


def _letters(counted: Counter[str]) -> str:
    return "".join(sign for sign in counted.elements() if sign.isalnum() or sign in "_. ")


def _same_weights(first: str, second: str) -> str | None:
    """The second text with another end, so that its Adler-32 is that of the first; its sum is already."""
    data = bytearray(second.encode())
    wanted, size = zlib.adler32(first.encode()) >> 16, len(data)
    off = (wanted - (zlib.adler32(bytes(data)) >> 16)) % 65521
    off -= 65521 * (off > 32760)
    # One letter more at an earlier place and one less at a later one weighs by the distance of both.
    for place in range(size - 200, size - 101):
        step = min(abs(off), 100)
        if step == 0:
            break
        times = min(abs(off) // step, 5)
        sign = 1 if off > 0 else -1
        data[place] += sign * times
        data[place + step] -= sign * times
        off -= sign * times * step
    done = data.decode()
    return done if zlib.adler32(data) == zlib.adler32(first.encode()) else None


def _same_remainders(first: str, second: str, place: int) -> str:
    """The second text with some of its letters `p` from this place on made `q`, so that both CRCs are those of the first."""

    def both(data: bytes) -> int:
        return zlib.crc32(data) << 16 | binascii.crc_hqx(data, 0)

    data = bytearray(second.encode())
    start = both(data)
    rows: dict[int, tuple[int, int]] = {}
    for number in range(120):
        data[place + number] ^= 1
        change, used = both(data) ^ start, 1 << number
        data[place + number] ^= 1
        while change and change.bit_length() in rows:
            row = rows[change.bit_length()]
            change, used = change ^ row[0], used ^ row[1]
        if change:
            rows[change.bit_length()] = change, used
    left, used = both(first.encode()) ^ start, 0
    while left:
        row = rows[left.bit_length()]
        left, used = left ^ row[0], used ^ row[1]
    for number in range(120):
        data[place + number] ^= used >> number & 1
    return data.decode()
