import mmap
import struct

_ENTRY = struct.Struct("<II")
_SHORT = struct.Struct("<H")


def _whole(number):
    if isinstance(number, float) and not number.is_integer():
        raise ValueError("not a whole number")
    return int(number)


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        """Where the altitudes of the present flight begin, and how many there are."""
        gliders, = _SHORT.unpack_from(self._map, 0)
        if not 0 <= glider < gliders:       # also stops NaN and infinity
            raise ValueError("no such glider")
        return _ENTRY.unpack_from(self._map, int(2 + glider * _ENTRY.size))

    def _at(self, begin, second):
        return _SHORT.unpack_from(self._map, begin + 2 * second)[0]

    def altitude(self, glider, second):
        begin, count = self._flight(glider)
        if not 0 <= second <= count - 1:
            raise ValueError("no such second")
        low = int(second)
        value = self._at(begin, low)
        if low == second:
            return float(value)
        return value + (self._at(begin, low + 1) - value) * (second - low)

    def smooth(self, glider, second, reach):
        begin, count = self._flight(glider)
        second, reach = _whole(second), _whole(reach)
        if not 0 <= second < count:
            raise ValueError("no such second")
        if reach < 0:
            raise ValueError("no such reach")
        first = max(0, second - reach)
        last = min(count - 1, second + reach)
        values = [self._at(begin, at) for at in range(first, last + 1)]
        return sum(values) / len(values)

    def profile(self, glider, begin, end, step):
        place, count = self._flight(glider)
        begin, end, step = _whole(begin), _whole(end), _whole(step)
        if not 0 <= begin <= end <= count or step < 1:
            raise ValueError("no such profile")
        return [self._at(place, second) for second in range(begin, end, step)]
