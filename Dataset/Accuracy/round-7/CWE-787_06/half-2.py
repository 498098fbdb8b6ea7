import math
import struct

_KINDS = {
    "flag": (struct.Struct(">B"), 0, 2**8 - 1),
    "level": (struct.Struct(">h"), -(2**15), 2**15 - 1),
    "count": (struct.Struct(">I"), 0, 2**32 - 1),
    "warmth": (struct.Struct(">f"), None, None),
}
_FLOAT_END = 2.0**128


def _kind(kind):
    if not isinstance(kind, str) or kind not in _KINDS:
        raise ValueError(f"no such kind: {kind!r}")
    return _KINDS[kind]


def _check_number(kind, number):
    _, low, high = _kind(kind)
    if low is not None:
        if not isinstance(number, int) or not low <= number <= high:
            raise ValueError(f"{number!r} is no {kind}")
        return
    if not isinstance(number, (int, float)):
        raise ValueError(f"{number!r} is no number")
    if isinstance(number, float) and not math.isfinite(number):
        return
    if not -_FLOAT_END < number < _FLOAT_END:
        raise ValueError(f"{number!r} is too large")


class Registers:
    def __init__(self, flats, size):
        self._flats, self._size = flats, size
        self._memory = bytearray(flats * size)

    def _start(self, flat, offset, length):
        if not 0 <= flat < self._flats:
            raise ValueError("no such flat")
        if offset < 0 or offset + length > self._size:
            raise ValueError("outside of the block")
        return flat * self._size + offset

    def write(self, flat, offset, kind, numbers):
        _kind(kind)
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        for kind, number in pairs:
            _check_number(kind, number)
        length = sum(_kind(kind)[0].size for kind, _ in pairs)
        position = self._start(flat, offset, length)
        for kind, number in pairs:
            form = _KINDS[kind][0]
            form.pack_into(self._memory, position, number)
            position += form.size

    def reset(self, flat, offset, kind, count):
        form = _kind(kind)[0]
        if count < 0:
            raise ValueError("negative count")
        length = form.size * count
        start = self._start(flat, offset, length)
        self._memory[start:start + length] = bytes(length)

    def read(self, flat, offset, kind, count):
        form = _kind(kind)[0]
        start = self._start(flat, offset, form.size * count)
        piece = self._memory[start:start + form.size * count]
        return [number for (number,) in form.iter_unpack(piece)]

    def image(self):
        return bytes(self._memory)
