import math
import mmap
import struct
from itertools import accumulate


class Barographs:
    """Altitudes of gliders, read from the recorder's file through mmap.

    The running sums of a flight are kept, so that smoothing a whole curve does
    not add up the same altitudes again and again.  They are those of one place
    and length, so that a new flight (other 8 bytes) gets new ones.
    """

    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._sums = {}

    def _flight(self, glider):
        (gliders,) = struct.unpack_from("<H", self._map, 0)
        glider = self._whole(glider, 0, gliders - 1)
        return struct.unpack_from("<II", self._map, 2 + 8 * glider)

    @staticmethod
    def _whole(value, low, high):
        if not low <= value <= high or value != int(value):
            raise ValueError("outside of what there is")
        return int(value)

    def _values(self, start, count):
        return struct.unpack_from(f"<{count}H", self._map, start)

    def altitude(self, glider, second):
        start, count = self._flight(glider)
        if not 0 <= second <= count - 1:
            raise ValueError("outside of the flight")
        left = math.floor(second)
        pair = self._values(start + 2 * left, min(2, count - left))
        return float(pair[0] + (pair[-1] - pair[0]) * (second - left))

    def smooth(self, glider, second, reach):
        start, count = self._flight(glider)
        second = self._whole(second, 0, count - 1)
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("reach must be a whole number of at least 0")
        key, sums = self._sums.get(glider, (None, None))
        if key != (start, count):
            sums = list(accumulate(self._values(start, count), initial=0))
            self._sums[glider] = (start, count), sums
        first = max(0, second - reach)
        behind = min(count, second + reach + 1)
        return (sums[behind] - sums[first]) / (behind - first)

    def profile(self, glider, begin, end, step):
        start, count = self._flight(glider)
        begin = self._whole(begin, 0, count)
        end = self._whole(end, 0, count)
        if not isinstance(step, int) or step < 1:
            raise ValueError("step must be a whole number of at least 1")
        return list(self._values(start, count)[begin:end:step])
