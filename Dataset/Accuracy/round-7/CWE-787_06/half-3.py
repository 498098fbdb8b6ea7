import struct

_CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}
_CHUNK = 64


class Registers:
    def __init__(self, flats, size):
        self._flats = flats
        self._size = size
        self._memory = bytearray(flats * size)

    def _code(self, kind):
        try:
            return _CODES[kind]
        except (KeyError, TypeError):
            raise ValueError(f"no such kind: {kind!r}") from None

    def _place(self, flat, offset, length):
        if not 0 <= flat < self._flats:
            raise ValueError(f"no such flat: {flat}")
        if not 0 <= offset <= offset + length <= self._size:
            raise ValueError("not within the block of the flat")
        start = flat * self._size + offset
        return slice(start, start + length)

    def _store(self, flat, offset, codes, numbers):
        form = struct.Struct(">" + codes)
        place = self._place(flat, offset, form.size)
        try:
            data = form.pack(*numbers)
        except (struct.error, OverflowError) as error:
            raise ValueError(str(error)) from error
        self._memory[place] = data

    def write(self, flat, offset, kind, numbers):
        self._store(flat, offset, self._code(kind) * len(numbers), numbers)

    def write_mixed(self, flat, offset, pairs):
        codes = "".join(self._code(kind) for kind, _ in pairs)
        self._store(flat, offset, codes, [number for _, number in pairs])

    def reset(self, flat, offset, kind, count):
        if count < 0:
            raise ValueError("negative count")
        width = struct.calcsize(">" + self._code(kind))
        self._place(flat, offset, 0)
        while count > 0:
            step = min(count, _CHUNK)
            self.write(flat, offset, kind, [0] * step)
            offset += step * width
            count -= step

    def read(self, flat, offset, kind, count):
        form = struct.Struct(f">{count}{self._code(kind)}")
        return list(form.unpack(self._memory[self._place(flat, offset, form.size)]))

    def image(self):
        return bytes(self._memory)
