import mmap
import struct

HEADER = 8
ROW = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)

    def _room(self, station):
        return ROW.unpack_from(self.memory, HEADER + ROW.size * station)

    def _set_waiting(self, station, used):
        struct.pack_into("<H", self.memory, HEADER + ROW.size * station + 6, used)

    def send(self, station, data):
        start, _, used = self._room(station)
        self.memory[start + used : start + used + len(data)] = data
        self._set_waiting(station, used + len(data))

    def withdraw(self, station, count):
        start, _, used = self._room(station)
        self.memory[start + used - count : start + used] = bytes(count)
        self._set_waiting(station, used - count)

    def waiting(self, station):
        start, _, used = self._room(station)
        return self.memory[start : start + used]
