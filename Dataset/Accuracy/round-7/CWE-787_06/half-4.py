import struct
from itertools import chain

_CODES = {"flag": ">B", "level": ">h", "count": ">I", "warmth": ">f"}


def _encode(kind, number):
    if kind not in _CODES:
        raise ValueError(f"no such kind: {kind!r}")
    try:
        return struct.pack(_CODES[kind], number)
    except (struct.error, OverflowError, TypeError) as error:
        raise ValueError(f"{number!r} does not fit a {kind}") from error


class Registers:
    def __init__(self, flats, size):
        self._size = size
        self._memory = bytearray(flats * size)

    def _span(self, flat, offset, length):
        base = flat * self._size
        if flat < 0 or base > len(self._memory):
            raise ValueError("no such flat")
        if offset < 0 or length < 0 or offset + length > self._size:
            raise ValueError("does not lie within the block")
        return slice(base + offset, base + offset + length)

    def _store(self, flat, offset, data):
        self._memory[self._span(flat, offset, len(data))] = data

    def write(self, flat, offset, kind, numbers):
        _encode(kind, 0)
        self._store(flat, offset, b"".join(_encode(kind, n) for n in numbers))

    def write_mixed(self, flat, offset, pairs):
        self._store(flat, offset, bytes(chain.from_iterable(_encode(k, n) for k, n in pairs)))

    def reset(self, flat, offset, kind, count):
        length = len(_encode(kind, 0)) * count
        span = self._span(flat, offset, length)
        self._memory[span] = bytes(length)

    def read(self, flat, offset, kind, count):
        width = len(_encode(kind, 0))
        piece = self._memory[self._span(flat, offset, width * count)]
        return [n for (n,) in struct.iter_unpack(_CODES[kind], piece)]

    def image(self):
        return bytes(self._memory)
