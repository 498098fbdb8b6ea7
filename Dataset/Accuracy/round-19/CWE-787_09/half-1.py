import mmap
import operator
import struct

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        if self._map[:4] != b"BOO!":
            raise ValueError("not the memory of the ghost train")

    def _station(self, station):
        """Where its entry is, where its room begins, how large that is, how many bytes wait there now."""
        station = self._number(station)
        if not 0 <= station < _COUNT.unpack_from(self._map, 4)[0]:
            raise ValueError("no such station")
        entry = 8 + 8 * station
        begin, room, waiting = _ENTRY.unpack_from(self._map, entry)
        if waiting > room or begin + room > len(self._map):
            raise ValueError("more is waiting than there is room")
        return entry, begin, room, waiting

    @staticmethod
    def _number(value):
        try:
            return int(operator.index(value))
        except TypeError:
            raise ValueError("not a whole number") from None

    def _write(self, at, data):
        self._map.seek(at)
        self._map.write(data)

    def send(self, station, data):
        entry, begin, room, waiting = self._station(station)
        view = memoryview(data)
        if not view.c_contiguous:
            view = memoryview(view.tobytes())
        # Items may have several bytes; without dimensions it is a single one.
        size = view.itemsize * (len(view) if view.ndim else 1)
        if size > room - waiting:
            raise ValueError("does not fit")
        self._write(begin + waiting, view)
        self._write(entry + 6, _COUNT.pack(waiting + size))

    def withdraw(self, station, count):
        entry, begin, room, waiting = self._station(station)
        count = self._number(count)
        if not 0 <= count <= waiting:
            raise ValueError("so many are not waiting")
        self._write(begin + waiting - count, bytes(count))
        self._write(entry + 6, _COUNT.pack(waiting - count))

    def waiting(self, station):
        _, begin, _, waiting = self._station(station)
        return self._map[begin:begin + waiting]
