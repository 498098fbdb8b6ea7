import mmap
import struct


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        """Where the altitudes of the present flight begin, and how many there are."""
        return struct.unpack_from("<II", self.memory, 2 + 8 * glider)

    def _at(self, start, second):
        (altitude,) = struct.unpack_from("<H", self.memory, start + 2 * second)
        return altitude

    def altitude(self, glider, second):
        start, _ = self._flight(glider)
        before = int(second)
        altitude = self._at(start, before)
        if second == before:
            return float(altitude)
        return altitude + (self._at(start, before + 1) - altitude) * (second - before)

    def smooth(self, glider, second, reach):
        start, count = self._flight(glider)
        near = [self._at(start, one) for one in range(max(second - reach, 0), min(second + reach + 1, count))]
        return sum(near) / len(near)

    def profile(self, glider, begin, end, step):
        start, _ = self._flight(glider)
        return [self._at(start, second) for second in range(begin, end, step)]
