import mmap
import operator
import struct

HEADER = 8
ROW = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)

    def _place(self, station):
        """Where the row of a station is, for whatever is a number."""
        number = operator.index(station)
        if not 0 <= number < int.from_bytes(self.memory[4:6], "little"):
            raise ValueError("there is no such station")
        return HEADER + ROW.size * number

    def _room(self, station):
        """Where the room of a station begins, how many bytes it has, and how many of them are waiting right now."""
        start, size, used = ROW.unpack_from(self.memory, self._place(station))
        if used > size:
            raise ValueError("this station is out of order")
        return start, size, used

    def _set_waiting(self, station, used):
        struct.pack_into("<H", self.memory, self._place(station) + 6, used)

    def send(self, station, data):
        start, size, used = self._room(station)
        data = bytes(data)
        if len(data) > size - used:
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
