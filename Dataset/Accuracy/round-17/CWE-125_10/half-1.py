import itertools
import math
import mmap
import struct


class Barographs:
    """Reads the altitudes that the recorder writes, through one mapping."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._kept = {}

    def _flight(self, glider):
        """Where the present flight begins and how many altitudes it has."""
        if not isinstance(glider, int):
            raise ValueError("no such glider")
        (gliders,) = struct.unpack_from("<H", self._map, 0)
        if not 0 <= glider < gliders:
            raise ValueError("no such glider")
        return struct.unpack_from("<II", self._map, 2 + 8 * glider)

    def _read(self, start, index):
        return struct.unpack_from("<H", self._map, start + 2 * index)[0]

    def altitude(self, glider, second):
        start, count = self._flight(glider)
        if not isinstance(second, (int, float)) or not 0 <= second <= count - 1:
            raise ValueError("no such second")
        whole = math.floor(second)
        part = second - whole
        low = self._read(start, whole)
        if not part:
            return float(low)
        high = self._read(start, whole + 1)
        return float(low + (high - low) * part)

    def _sums(self, glider, start, count):
        """The sums of the first 0, 1, 2 ... altitudes, kept for wide reaches.

        A new flight, or a longer one, has other 8 bytes, so that it is read anew.
        """
        flight, sums = self._kept.get(glider, (None, None))
        if flight != (start, count):
            values = struct.unpack_from("<%dH" % count, self._map, start)
            sums = [0, *itertools.accumulate(values)]
            self._kept[glider] = (start, count), sums
        return sums

    def smooth(self, glider, second, reach):
        start, count = self._flight(glider)
        if not isinstance(second, (int, float)) or not 0 <= second <= count - 1 or second != int(second):
            raise ValueError("no such second")
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("no such reach")
        second = int(second)
        first = max(0, second - reach)
        behind = min(count, second + reach + 1)
        sums = self._sums(glider, start, count)
        return (sums[behind] - sums[first]) / (behind - first)

    def profile(self, glider, begin, end, step):
        start, count = self._flight(glider)
        for value in (begin, end, step):
            if not isinstance(value, int):
                raise ValueError("whole seconds only")
        if not 0 <= begin <= end <= count:
            raise ValueError("not within the flight")
        if step < 1:
            raise ValueError("no such step")
        return [self._read(start, i) for i in range(begin, end, step)]
