import mmap
import struct
from itertools import accumulate

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<II")


def _whole(value, least, most, what):
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or value < least or (most is not None and value > most):
        raise ValueError(what)
    return value


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._sums = {}         # glider -> (place of its flight, running sums)

    def _flight(self, glider):
        gliders = _COUNT.unpack_from(self._map, 0)[0]
        glider = _whole(glider, 0, gliders - 1, "no such glider")
        return (glider, *_ENTRY.unpack_from(self._map, 2 + 8 * glider))

    def _read(self, place, first, number):
        return struct.unpack_from("<%dH" % number, self._map, place + 2 * first)

    def _running(self, glider, place, count):
        """The sums of the first 0, 1, 2... altitudes. A flight only grows, and a new one has
        another place, so that those which we have can be kept as long as the place is the same."""
        known, sums = self._sums.get(glider, (None, None))
        if known != place or len(sums) > count + 1:
            sums = [0]
        have = len(sums) - 1
        if have < count:
            sums.extend(list(accumulate(self._read(place, have, count - have), initial=sums[-1]))[1:])
        self._sums[glider] = (place, sums)
        return sums

    def altitude(self, glider, second):
        glider, place, count = self._flight(glider)
        if not isinstance(second, (int, float)) or not 0 <= second <= count - 1:
            raise ValueError("no such second")
        before = int(second)
        part = second - before
        if not part:
            return float(self._read(place, before, 1)[0])
        low, high = self._read(place, before, 2)
        return low + (high - low) * part

    def smooth(self, glider, second, reach):
        glider, place, count = self._flight(glider)
        second = _whole(second, 0, count - 1, "no such second")
        reach = _whole(reach, 0, None, "no such reach")
        first = max(0, second - reach)
        end = min(count, second + reach + 1)
        sums = self._running(glider, place, count)
        return (sums[end] - sums[first]) / (end - first)

    def profile(self, glider, begin, end, step):
        glider, place, count = self._flight(glider)
        begin = _whole(begin, 0, count, "begin")
        end = _whole(end, begin, count, "end")
        step = _whole(step, 1, None, "step")
        return list(self._read(place, begin, end - begin)[::min(step, count + 1)])
