import mmap
import struct

_ENTRY = struct.Struct("<II")
_SHORT = struct.Struct("<H")


def _whole(number):
    if isinstance(number, float):
        if not number.is_integer():
            raise ValueError("not a whole number")
        return int(number)
    if not isinstance(number, int):
        raise ValueError("not a number")
    return int(number)


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._sums = {}     # glider: (where its flight begins, running sums)

    def _flight(self, glider):
        glider = _whole(glider)
        if not 0 <= glider < _SHORT.unpack_from(self._map, 0)[0]:
            raise ValueError("no such glider")
        begin, count = _ENTRY.unpack_from(self._map, 2 + 8 * glider)
        return glider, begin, count

    def _at(self, begin, second):
        return _SHORT.unpack_from(self._map, begin + 2 * second)[0]

    def _running(self, glider, begin, count):
        """Sums of the first 0, 1, 2 ... altitudes. A flight only grows, so
        that known sums stay right; a new one lies at another place."""
        known, sums = self._sums.get(glider, (None, None))
        if known != begin or len(sums) - 1 > count:
            sums = [0]
            self._sums[glider] = begin, sums
        for second in range(len(sums) - 1, count):
            sums.append(sums[-1] + self._at(begin, second))
        return sums

    def altitude(self, glider, second):
        glider, begin, count = self._flight(glider)
        if not isinstance(second, (int, float)) or not 0 <= second <= count - 1:
            raise ValueError("no such second")
        low = int(second)
        value = self._at(begin, low)
        if low == second:
            return float(value)
        return value + (self._at(begin, low + 1) - value) * (second - low)

    def smooth(self, glider, second, reach):
        glider, begin, count = self._flight(glider)
        second, reach = _whole(second), _whole(reach)
        if not 0 <= second < count:
            raise ValueError("no such second")
        if reach < 0:
            raise ValueError("no such reach")
        first = max(0, second - reach)
        last = min(count - 1, second + reach)
        sums = self._running(glider, begin, count)
        return (sums[last + 1] - sums[first]) / (last + 1 - first)

    def profile(self, glider, begin, end, step):
        glider, place, count = self._flight(glider)
        begin, end, step = _whole(begin), _whole(end), _whole(step)
        if not 0 <= begin <= end <= count or step < 1:
            raise ValueError("no such profile")
        return [self._at(place, second) for second in range(begin, end, step)]
