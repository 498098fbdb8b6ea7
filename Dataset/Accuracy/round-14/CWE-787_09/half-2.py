import mmap
import operator
import struct


def _whole(value, what):
    try:
        return operator.index(value)
    except TypeError:
        raise ValueError(f"{what} must be a whole number") from None


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)
        if self._memory[:4] != b"BOO!":
            raise ValueError("not the ghost train")
        self._count, = struct.unpack_from("<H", self._memory, 4)

    def _entry(self, station):
        index = _whole(station, "station")
        if not 0 <= index < self._count:
            raise ValueError("there is no such station")
        return 8 + 8 * index

    def _state(self, station):
        begin, room, waiting = struct.unpack_from("<IHH", self._memory, self._entry(station))
        if waiting > room:
            raise ValueError("more bytes waiting than the room has")
        return begin, room, waiting

    def _set_waiting(self, station, waiting):
        struct.pack_into("<H", self._memory, self._entry(station) + 6, waiting)

    def send(self, station, data):
        begin, room, waiting = self._state(station)
        try:
            data = memoryview(data).tobytes()
        except TypeError:
            raise ValueError("data must be a bytes-like object") from None
        if len(data) > room - waiting:
            raise ValueError("no room for this")
        self._memory[begin + waiting:begin + waiting + len(data)] = data
        self._set_waiting(station, waiting + len(data))

    def withdraw(self, station, count):
        begin, _, waiting = self._state(station)
        count = _whole(count, "count")
        if not 0 <= count <= waiting:
            raise ValueError("not so many bytes are waiting")
        self._memory[begin + waiting - count:begin + waiting] = bytes(count)
        self._set_waiting(station, waiting - count)

    def waiting(self, station):
        begin, _, waiting = self._state(station)
        return self._memory[begin:begin + waiting]
