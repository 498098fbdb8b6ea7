import mmap
import struct


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _flight(self, glider):
        """The altitudes of the present flight."""
        (gliders,) = struct.unpack_from("<H", self.memory)
        if not 0 <= glider <= gliders - 1:
            raise ValueError("there is no such glider")
        start, count = struct.unpack_from("<II", self.memory, 2 + int(8 * glider))
        return struct.unpack_from(f"<{count}H", self.memory, start)

    def altitude(self, glider, second):
        flight = self._flight(glider)
        if not 0 <= second <= len(flight) - 1:
            raise ValueError("the flight has no such second")
        before = int(second)
        after = min(before + 1, len(flight) - 1)
        return flight[before] + (flight[after] - flight[before]) * float(second - before)

    def smooth(self, glider, second, reach):
        flight = self._flight(glider)
        if second not in range(len(flight)) or reach < 0:
            raise ValueError("the flight has no such second")
        near = flight[max(int(second) - reach, 0) : int(second) + reach + 1]
        return sum(near) / len(near)

    def profile(self, glider, begin, end, step):
        flight = self._flight(glider)
        if not (0 <= begin <= len(flight) and 0 <= end <= len(flight)) or step < 1:
            raise ValueError("the flight has no such part")
        return list(flight[begin:end:step])
