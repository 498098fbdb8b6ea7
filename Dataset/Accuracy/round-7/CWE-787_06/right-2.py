import functools
import struct
from enum import Enum
from operator import index


class Kind(Enum):
    flag = "B"
    level = "h"
    count = "I"
    warmth = "f"


def refusing(method):
    """Whatever goes wrong on the way is a ValueError, and the memory is as before."""
    @functools.wraps(method)
    def call(self, *args, **kwargs):
        before = self._memory
        try:
            return method(self, *args, **kwargs)
        except (struct.error, ArithmeticError, LookupError, TypeError, AttributeError) as error:
            self._memory = before
            raise ValueError(f"{method.__name__} refused: {error}") from error
        except BaseException:
            self._memory = before
            raise
    return call


class Registers:
    __slots__ = ("_flats", "_size", "_memory")

    def __init__(self, flats, size):
        self._flats, self._size, self._memory = flats, size, bytes(flats * size)

    def _bounds(self, flat, offset, length):
        flat, offset = index(flat), index(offset)
        if flat not in range(self._flats):
            raise IndexError("flat")
        if min(offset, length) < 0 or offset + length > self._size:
            raise IndexError("offset")
        begin = flat * self._size + offset
        return begin, begin + length

    def _replace(self, flat, offset, data):
        begin, end = self._bounds(flat, offset, len(data))
        self._memory = b"%b%b%b" % (self._memory[:begin], data, self._memory[end:])

    @refusing
    def write(self, flat, offset, kind, numbers):
        numbers = list(numbers)
        self._replace(flat, offset, struct.pack(f">{len(numbers)}{Kind[kind].value}", *numbers))

    @refusing
    def write_mixed(self, flat, offset, pairs):
        kinds, numbers = zip(*pairs) if pairs else ((), ())
        form = "".join([">", *(Kind[kind].value for kind in kinds)])
        self._replace(flat, offset, struct.pack(form, *numbers))

    @refusing
    def reset(self, flat, offset, kind, count):
        length = struct.calcsize(">" + Kind[kind].value) * index(count)
        self._bounds(flat, offset, length)
        self._replace(flat, offset, b"\0" * length)

    @refusing
    def read(self, flat, offset, kind, count):
        form = ">" + Kind[kind].value
        begin, end = self._bounds(flat, offset, struct.calcsize(form) * index(count))
        return [number for number, in struct.iter_unpack(form, self._memory[begin:end])]

    def image(self):
        return self._memory
