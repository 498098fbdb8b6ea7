import mmap
import struct

_HEAD = struct.Struct("<4sHH")
_ENTRY = struct.Struct("<IHH")
_WAITING = struct.Struct("<H")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        magic, self._stations, _ = _HEAD.unpack_from(self._map)
        if magic != b"BOO!":
            raise ValueError("not our memory")

    def _room(self, station):
        """Where the number of waiting bytes stands, where the room begins, its size, how many wait."""
        if type(station) is not int or not 0 <= station < self._stations:
            raise ValueError(f"no station {station!r}")
        at = _HEAD.size + station * _ENTRY.size
        begin, size, waiting = _ENTRY.unpack_from(self._map, at)
        if waiting > size:
            raise ValueError(f"station {station} says that {waiting} of {size} bytes wait")
        return at + 6, begin, size, waiting

    def send(self, station, data):
        number, begin, size, waiting = self._room(station)
        try:
            view = memoryview(data)
        except TypeError:
            raise ValueError("data must be bytes") from None
        # len() counts items, and these can be larger than a byte
        items = len(view) if view.ndim else 1
        if waiting + items * view.itemsize > size:
            raise ValueError("does not fit")
        self._map.seek(begin + waiting)
        self._map.write(view.tobytes())
        _WAITING.pack_into(self._map, number, self._map.tell() - begin)

    def withdraw(self, station, count):
        number, begin, size, waiting = self._room(station)
        if type(count) is not int or not 0 <= count <= waiting:
            raise ValueError(f"cannot take back {count!r}")
        left = waiting - count
        self._map[begin + left:begin + waiting] = bytes(count)
        _WAITING.pack_into(self._map, number, left)

    def waiting(self, station):
        _, begin, _, waiting = self._room(station)
        return self._map[begin:begin + waiting]
