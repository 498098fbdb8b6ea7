"""Altitudes of gliders, read from the recorder's file."""
import mmap
import struct

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<II")

# Seconds come from sliders in web pages and are sums of tenths of a second
TOLERANCE = 1e-9


def _whole(number, what):
    """The number as an int, if it is a whole one."""
    if not isinstance(number, (int, float)) or number - number != 0 or number != int(number):
        raise ValueError(f"{what} is not a whole number")
    return int(number)


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        glider = _whole(glider, "glider")
        (gliders,) = _COUNT.unpack_from(self._map, 0)
        if not 0 <= glider < gliders:
            raise ValueError("no such glider")
        place = _COUNT.size + _ENTRY.size * glider
        if place + _ENTRY.size > len(self._map):
            raise ValueError("no such glider")
        start, count = _ENTRY.unpack_from(self._map, place)
        if start + 2 * count > len(self._map):
            raise ValueError("the flight is not in the file")
        return start, count

    def _read(self, start, index):
        return int.from_bytes(self._map[start + 2 * index:start + 2 * index + 2], "little")

    def altitude(self, glider, second):
        start, count = self._flight(glider)
        if count == 0:
            raise ValueError("no altitudes yet")
        last = count - 1
        if not -TOLERANCE <= second <= last + TOLERANCE:
            raise ValueError("second outside of the flight")
        second = max(second, 0)
        before = int(second)
        part = second - before
        low = self._read(start, before)
        if not part:
            return float(low)
        high = self._read(start, before + 1)
        return float(low + (high - low) * part)

    def smooth(self, glider, second, reach):
        start, count = self._flight(glider)
        second = _whole(second, "second")
        if not 0 <= second < count:
            raise ValueError("second outside of the flight")
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("reach is an int of at least 0")
        first, behind = max(0, second - reach), min(count, second + reach + 1)
        return sum(self._read(start, i) for i in range(first, behind)) / (behind - first)

    def profile(self, glider, begin, end, step):
        start, count = self._flight(glider)
        begin, end, step = _whole(begin, "begin"), _whole(end, "end"), _whole(step, "step")
        if not 0 <= begin <= end <= count:
            raise ValueError("begin and end do not lie in the flight")
        if step < 1:
            raise ValueError("step is at least 1")
        return [self._read(start, i) for i in range(begin, end, step)]
