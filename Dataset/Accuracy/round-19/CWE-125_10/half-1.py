import mmap
import struct

_HEAD = struct.Struct("<H")
_ENTRY = struct.Struct("<II")


def _whole(value):
    """The value as an int, if it is a whole number."""
    if isinstance(value, float):
        if not value.is_integer():      # NaN and infinity, too
            raise ValueError("not a whole number")
        return int(value)
    if not isinstance(value, int):
        raise ValueError("not a number")
    return int(value)


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._sums = {}     # glider: (begin of the flight, running sums)

    def _flight(self, glider):
        """Begin and number of altitudes of the present flight."""
        glider = _whole(glider)
        if not 0 <= glider < _HEAD.unpack_from(self._map, 0)[0]:
            raise ValueError("no such glider")
        begin, count = _ENTRY.unpack_from(self._map, 2 + 8 * glider)
        if begin + 2 * count > len(self._map):
            raise ValueError("flight does not lie in the file")
        return glider, begin, count

    def _read(self, begin, first, behind):
        return struct.unpack_from("<%dH" % (behind - first), self._map, begin + 2 * first)

    def altitude(self, glider, second):
        _, begin, count = self._flight(glider)
        if not isinstance(second, (int, float)):
            raise ValueError("not a number")
        if not (count and 0 <= second <= count - 1):
            raise ValueError("no such second")
        whole = int(second)
        part = second - whole
        low = self._read(begin, whole, whole + 1)[0]
        if not part:
            return float(low)
        high = self._read(begin, whole + 1, whole + 2)[0]
        return float(low + (high - low) * part)

    def _running(self, glider, begin, count):
        """Sums of the first 0, 1, 2 ... altitudes; a flight only grows, so that only new ones are added."""
        known = self._sums.get(glider)
        if known is None or known[0] != begin or len(known[1]) > count + 1:
            known = self._sums[glider] = (begin, [0])       # a new flight
        sums = known[1]
        for metres in self._read(begin, len(sums) - 1, count):
            sums.append(sums[-1] + metres)
        return sums

    def smooth(self, glider, second, reach):
        glider, begin, count = self._flight(glider)
        second = _whole(second)
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("no such reach")
        if not 0 <= second < count:
            raise ValueError("no such second")
        first = max(0, second - reach)
        behind = min(count, second + reach + 1)
        sums = self._running(glider, begin, count)
        return (sums[behind] - sums[first]) / (behind - first)

    def profile(self, glider, begin, end, step):
        _, start, count = self._flight(glider)
        begin, end, step = _whole(begin), _whole(end), _whole(step)
        if not (0 <= begin <= count and 0 <= end <= count and step >= 1):
            raise ValueError("outside of the flight")
        if begin >= end:
            return []
        return list(self._read(start, begin, end)[::step])
