import mmap
import operator
import struct

SLOT = struct.Struct("<IHH")


class Cues:
    """The show's side of the memory of the ghost train."""

    def __init__(self, path):
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)
        if self._memory[:4] != b"BOO!":
            raise ValueError("not the memory of the ghost train")
        self._stations = struct.unpack_from("<H", self._memory, 4)[0]

    def _index(self, value):
        try:
            return operator.index(value)
        except TypeError:
            raise ValueError(f"not a whole number: {value!r}") from None

    def _slot(self, station):
        """Where the slot of the station is, where its room begins, how large it is and how much waits."""
        station = self._index(station)
        if not 0 <= station < self._stations:
            raise ValueError("there is no such station")
        place = 8 + SLOT.size * station
        start, size, waiting = SLOT.unpack_from(self._memory, place)
        if waiting > size or start + size > len(self._memory):
            raise ValueError("the memory is damaged")
        return place, start, size, waiting

    def _set_waiting(self, place, waiting):
        struct.pack_into("<H", self._memory, place + 6, waiting)

    def send(self, station, data):
        place, start, size, waiting = self._slot(station)
        try:
            view = memoryview(data)
        except TypeError:
            raise ValueError("data has to be bytes-like") from None
        length = len(view) * view.itemsize if view.ndim else view.itemsize   # in bytes, not in items
        if length > size - waiting:
            raise ValueError("this does not fit")
        self._memory.seek(start + waiting)
        self._memory.write(view)
        self._set_waiting(place, waiting + length)

    def withdraw(self, station, count):
        place, start, size, waiting = self._slot(station)
        count = self._index(count)
        if not 0 <= count <= waiting:
            raise ValueError("not so many are waiting")
        end = start + waiting
        self._memory[end - count:end] = bytes(count)
        self._set_waiting(place, waiting - count)

    def waiting(self, station):
        place, start, size, waiting = self._slot(station)
        return self._memory[start:start + waiting]
