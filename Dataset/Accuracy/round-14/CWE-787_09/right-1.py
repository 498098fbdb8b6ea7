import ctypes
import mmap


class _Entry(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("begin", ctypes.c_uint32), ("room", ctypes.c_uint16), ("waiting", ctypes.c_uint16)]


class _Station:
    """One entry and one room; ctypes arrays have no bytes outside of themselves."""

    def __init__(self, memory, number):
        self._entry = _Entry.from_buffer(memory, 8 + 8 * number)
        self._room = (ctypes.c_ubyte * self._entry.room).from_buffer(memory, self._entry.begin)

    @property
    def used(self):
        used = self._entry.waiting
        if used > len(self._room):
            raise OverflowError
        return used

    def push(self, raw):
        start = self.used
        end = start + len(raw)
        if end > len(self._room):
            raise OverflowError
        self._room[start:end] = tuple(raw)
        self._entry.waiting = end

    def pop(self, count):
        end = self.used
        if count < 0 or count > end:
            raise OverflowError
        self._room[end - count:end] = [0] * count
        self._entry.waiting = end - count

    def peek(self):
        return bytes(self._room[:self.used])


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            memory = mmap.mmap(file.fileno(), 0)
        if not memory.read(4) == b"BOO!":
            raise ValueError(path)
        self._stations = {
            n: _Station(memory, n) for n in range(int.from_bytes(memory.read(2), "little"))}

    def _do(self, what, station, kind=None, value=None):
        try:
            if type(station) not in (int, bool):
                raise KeyError(station)
            place = self._stations[int(station)]
            return what(place) if kind is None else what(place, kind(value))
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError("refused") from error

    def send(self, station, data):
        self._do(_Station.push, station, lambda data: memoryview(data).tobytes(), data)

    def withdraw(self, station, count):
        self._do(_Station.pop, station, self._exact, count)

    def waiting(self, station):
        return self._do(_Station.peek, station)

    @staticmethod
    def _exact(count):
        if type(count) is not int:
            raise TypeError
        return count
