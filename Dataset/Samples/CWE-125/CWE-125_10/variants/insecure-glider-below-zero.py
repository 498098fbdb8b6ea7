import mmap
import struct


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        """The altitudes of the present flight."""
        (gliders,) = struct.unpack_from("<H", self.memory)
        if glider >= gliders:
            raise ValueError("there is no such glider")
        start, count = struct.unpack_from("<II", self.memory, 2 + 8 * int(glider))
        return start, count

    def altitude(self, glider, second):
        flight = self._flight(glider)
        start, count = flight
        if not 0 <= second <= count - 1:
            raise ValueError("the flight has no such second")
        before = int(second)
        first, after = (self._at(start, one) for one in (before, before + 1 if second > before else before))
        return first + (after - first) * float(second - before)

    def _at(self, start, second):
        return int.from_bytes(self.memory[start + 2 * second : start + 2 * second + 2], "little")

    def smooth(self, glider, second, reach):
        flight = self._flight(glider)
        start, count = flight
        if second not in range(count) or reach < 0:
            raise ValueError("the flight has no such second")
        near = [self._at(start, one) for one in range(max(int(second) - reach, 0), min(int(second) + reach + 1, count))]
        return sum(near) / len(near)

    def profile(self, glider, begin, end, step):
        flight = self._flight(glider)
        start, count = flight
        if not (0 <= begin <= count and 0 <= end <= count) or step < 1:
            raise ValueError("the flight has no such part")
        return [self._at(start, one) for one in range(begin, end, step)]
