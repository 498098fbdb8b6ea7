import math
import mmap
import struct


class Barographs:
    """Altitudes of gliders, read from the recorder's file through mmap."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    # -- the directory, read anew at each call --

    def _flight(self, glider):
        (gliders,) = struct.unpack_from("<H", self._map, 0)
        # written so that NaN fails as well
        if not 0 <= glider < gliders:
            raise ValueError("no such glider")
        return struct.unpack_from("<II", self._map, 2 + int(8 * glider))

    def _read(self, start, count, index):
        if not 0 <= index < count:
            raise ValueError("outside of the flight")
        return struct.unpack_from("<H", self._map, start + 2 * index)[0]

    @staticmethod
    def _whole(value, low, high):
        if not low <= value <= high or value != int(value):
            raise ValueError("not a number that is possible here")
        return int(value)

    def altitude(self, glider, second):
        start, count = self._flight(glider)
        if not 0 <= second <= count - 1:
            raise ValueError("outside of the flight")
        left = math.floor(second)
        part = second - left
        low = self._read(start, count, left)
        if not part:
            return float(low)
        return low + (self._read(start, count, left + 1) - low) * part

    def smooth(self, glider, second, reach):
        start, count = self._flight(glider)
        second = self._whole(second, 0, count - 1)
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("reach must be a whole number of at least 0")
        first = max(0, second - reach)
        last = min(count - 1, second + reach)
        values = [self._read(start, count, i) for i in range(first, last + 1)]
        return sum(values) / len(values)

    def profile(self, glider, begin, end, step):
        start, count = self._flight(glider)
        begin = self._whole(begin, 0, count)
        end = self._whole(end, 0, count)
        if not isinstance(step, int) or step < 1:
            raise ValueError("step must be a whole number of at least 1")
        return [self._read(start, count, i) for i in range(begin, end, step)]
