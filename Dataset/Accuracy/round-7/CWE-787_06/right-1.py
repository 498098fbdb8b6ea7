import ctypes
from contextlib import contextmanager


class _Flag(ctypes.BigEndianStructure):
    _pack_ = 1
    _fields_ = [("number", ctypes.c_uint8)]
    limits = 0, 0xFF


class _Level(ctypes.BigEndianStructure):
    _pack_ = 1
    _fields_ = [("number", ctypes.c_int16)]
    limits = -0x8000, 0x7FFF


class _Count(ctypes.BigEndianStructure):
    _pack_ = 1
    _fields_ = [("number", ctypes.c_uint32)]
    limits = 0, 0xFFFFFFFF


class _Warmth(ctypes.BigEndianStructure):
    _pack_ = 1
    _fields_ = [("number", ctypes.c_float)]
    limits = None


_KINDS = {"flag": _Flag, "level": _Level, "count": _Count, "warmth": _Warmth}
_INFINITY = float("inf")


def _type(kind):
    if type(kind) is not str or kind not in _KINDS:
        raise ValueError("no such kind")
    return _KINDS[kind]


def _encode(kind, number):
    form = _type(kind)
    if form.limits is None:
        if not isinstance(number, (int, float)):
            raise ValueError("not a number")
        try:
            number = float(number)
        except OverflowError:
            raise ValueError("number too large") from None
        cell = form(number)
        if abs(cell.number) == _INFINITY != abs(number):
            raise ValueError("number too large")
        return bytes(cell)
    low, high = form.limits
    if not isinstance(number, int) or not low <= number <= high:
        raise ValueError("number does not fit its kind")
    return bytes(form(number))


class Registers:
    def __init__(self, flats, size):
        self._size = size
        self._blocks = [bytes(size)] * flats

    @contextmanager
    def _block(self, flat):
        """A copy of a block, which takes the place of the block if nothing goes wrong."""
        if not isinstance(flat, int) or flat < 0 or flat >= len(self._blocks):
            raise ValueError("no such flat")
        draft = bytearray(self._blocks[flat])
        yield draft
        assert len(draft) == self._size
        self._blocks[flat] = bytes(draft)

    def _range(self, offset, length):
        if not isinstance(offset, int) or offset < 0 or offset > self._size - length:
            raise ValueError("outside of the block")
        return slice(offset, offset + length)

    def _length(self, kind, count):
        if not isinstance(count, int) or count < 0:
            raise ValueError("bad count")
        return ctypes.sizeof(_type(kind)) * count

    def write(self, flat, offset, kind, numbers):
        _type(kind)
        if not isinstance(numbers, (list, tuple)):
            raise ValueError("not a list")
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        try:
            pairs = [(kind, number) for kind, number in pairs]
        except TypeError:
            raise ValueError("not a list of pairs") from None
        data = b"".join(_encode(kind, number) for kind, number in pairs)
        with self._block(flat) as block:
            block[self._range(offset, len(data))] = data

    def reset(self, flat, offset, kind, count):
        length = self._length(kind, count)
        with self._block(flat) as block:
            where = self._range(offset, length)
            block[where] = bytes(length)

    def read(self, flat, offset, kind, count):
        length = self._length(kind, count)
        with self._block(flat) as block:
            piece = bytes(block[self._range(offset, length)])
        return [cell.number for cell in (_type(kind) * count).from_buffer_copy(piece)] if count else []

    def image(self):
        return b"".join(self._blocks)
