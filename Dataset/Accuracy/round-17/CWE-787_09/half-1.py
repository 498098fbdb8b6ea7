"""The show's side of the ghost train's shared memory."""
import mmap
import operator
import struct

HEAD = 8
ENTRY = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        if self._map[:4] != b"BOO!":
            raise ValueError("this is not the memory of the train")

    def _room(self, station):
        """Where the entry and the room of a station are: entry, begin, size, waiting."""
        try:
            station = operator.index(station)
        except TypeError:
            raise ValueError("a station is a whole number") from None
        (stations,) = struct.unpack_from("<H", self._map, 4)
        if not 0 <= station < stations:
            raise ValueError("there is no such station")
        entry = HEAD + ENTRY.size * station
        begin, size, waiting = ENTRY.unpack_from(self._map, entry)
        if waiting > size:
            raise ValueError("more bytes are waiting than the room has")
        if begin + size > len(self._map):
            raise ValueError("the room is not in the memory")
        return entry, begin, size, waiting

    def _set_waiting(self, entry, waiting):
        struct.pack_into("<H", self._map, entry + 6, waiting)

    def send(self, station, data):
        entry, begin, size, waiting = self._room(station)
        try:
            view = memoryview(data)
        except TypeError:
            raise ValueError("data is a bytes-like object") from None
        if not view.c_contiguous:
            view = memoryview(view.tobytes())
        # the items of an array may have several bytes
        length = len(view) * view.itemsize
        if length > size - waiting:
            raise ValueError("that does not fit")
        self._map.seek(begin + waiting)
        self._map.write(view)
        self._set_waiting(entry, waiting + length)

    def withdraw(self, station, count):
        entry, begin, size, waiting = self._room(station)
        try:
            count = operator.index(count)
        except TypeError:
            raise ValueError("count is a whole number") from None
        if not 0 <= count <= waiting:
            raise ValueError("so many bytes are not waiting")
        end = begin + waiting
        self._map[end - count:end] = bytes(count)
        self._set_waiting(entry, waiting - count)

    def waiting(self, station):
        entry, begin, size, waiting = self._room(station)
        return self._map[begin:begin + waiting]
