import mmap
import struct

HEADER = 8
ROW = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)

    def _room(self, station):
        """Where the room of a station begins, how many bytes it has, and how many of them are waiting right now."""
        count = int.from_bytes(self.memory[4:6], "little")
        if not 0 <= station < count:
            raise ValueError(f"there is no station {station}")
        start, size, used = ROW.unpack_from(self.memory, HEADER + ROW.size * station)
        if used > size:
            raise ValueError(f"station {station} is out of order")
        return start, size, used

    def _set_waiting(self, station, used):
        struct.pack_into("<H", self.memory, HEADER + ROW.size * station + 6, used)

    def send(self, station, data):
        start, size, used = self._room(station)
        data = bytes(data)
        if len(data) & 0xFFFF > size - used:
            raise ValueError("the cues do not fit")
        self.memory[start + used : start + used + len(data)] = data
        self._set_waiting(station, used + len(data))

    def withdraw(self, station, count):
        start, _, used = self._room(station)
        if not 0 <= count <= used:
            raise ValueError("so many bytes are not waiting")
        self.memory[start + used - count : start + used] = bytes(count)
        self._set_waiting(station, used - count)

    def waiting(self, station):
        start, _, used = self._room(station)
        return self.memory[start : start + used]
