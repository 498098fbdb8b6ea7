import struct

_CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self._flats = flats
        self._size = size
        self._memory = bytearray(flats * size)

    def _block(self, flat, offset):
        if flat >= self._flats:
            raise ValueError("no such flat")
        if offset < 0:
            raise ValueError("offset must not be negative")
        start = flat * self._size
        return memoryview(self._memory)[start:start + self._size]

    def _code(self, kind):
        if kind not in _CODES:
            raise ValueError(f"no such kind: {kind!r}")
        return _CODES[kind]

    def _put(self, flat, offset, codes, numbers):
        with self._block(flat, offset) as block:
            try:
                data = struct.pack(">" + codes, *numbers)
            except (struct.error, OverflowError, TypeError) as error:
                raise ValueError("number does not fit its kind") from error
            if offset + len(data) > len(block):
                raise ValueError("does not lie within the block of the flat")
            block[offset:offset + len(data)] = data

    def write(self, flat, offset, kind, numbers):
        self._put(flat, offset, self._code(kind) * len(numbers), numbers)

    def write_mixed(self, flat, offset, pairs):
        codes = "".join(self._code(kind) for kind, _ in pairs)
        self._put(flat, offset, codes, [number for _, number in pairs])

    def reset(self, flat, offset, kind, count):
        code = self._code(kind)
        if count < 0:
            raise ValueError("count must not be negative")
        if count > self._size:
            raise ValueError("does not lie within the block of the flat")
        self._put(flat, offset, code * count, [0] * count)

    def read(self, flat, offset, kind, count):
        fmt = f">{count}{self._code(kind)}"
        with self._block(flat, offset) as block:
            if offset + struct.calcsize(fmt) > len(block):
                raise ValueError("does not lie within the block of the flat")
            return list(struct.unpack_from(fmt, block, offset))

    def image(self):
        return bytes(self._memory)
