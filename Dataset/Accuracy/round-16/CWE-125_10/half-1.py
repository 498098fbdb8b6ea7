import math
import mmap
import struct

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<II")


def _whole(value, least, most, what):
    """A whole number from least to most, or a ValueError."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or value < least or (most is not None and value > most):
        raise ValueError(what)
    return value


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        """Where the present flight of a glider begins, and its length; read anew at each call."""
        gliders = _COUNT.unpack_from(self._map, 0)[0]
        glider = _whole(glider, 0, gliders - 1, "no such glider")
        begin, count = _ENTRY.unpack_from(self._map, 2 + 8 * glider)
        return begin, count

    def _read(self, begin, first, number):
        return struct.unpack_from("<%dH" % number, self._map, begin + 2 * first)

    def altitude(self, glider, second):
        begin, count = self._flight(glider)
        if not isinstance(second, (int, float)) or not count:
            raise ValueError("no such second")
        last = count - 1
        # Seconds come out of divisions of milliseconds and the like: forgive rounding at the end.
        if not (0 <= second <= last or _same(second, last)):
            raise ValueError("no such second")
        before = int(second)
        part = second - before
        if not part:
            return float(self._read(begin, before, 1)[0])
        low, high = self._read(begin, before, 2)
        return low + (high - low) * part

    def smooth(self, glider, second, reach):
        begin, count = self._flight(glider)
        second = _whole(second, 0, count - 1, "no such second")
        reach = _whole(reach, 0, None, "no such reach")
        first = max(0, second - reach)
        end = min(count, second + reach + 1)
        return sum(self._read(begin, first, end - first)) / (end - first)

    def profile(self, glider, begin, end, step):
        place, count = self._flight(glider)
        begin = _whole(begin, 0, count, "begin")
        end = _whole(end, begin, count, "end")
        step = _whole(step, 1, None, "step")
        return list(self._read(place, begin, end - begin)[::min(step, count + 1)])


def _same(second, last):
    try:
        return math.isclose(second, last)
    except OverflowError:
        return False
