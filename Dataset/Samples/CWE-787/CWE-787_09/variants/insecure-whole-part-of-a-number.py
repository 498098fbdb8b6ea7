import mmap
import struct


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)
        magic, self.count = struct.unpack_from("<4sH", self.map)
        if magic != b"BOO!":
            raise ValueError("this is no ghost train")

    def _room(self, station):
        station = self._whole(station)
        if station < 0 or station >= self.count:
            raise ValueError(f"no station {station}")
        entry = 8 + 8 * station
        begin, size, waiting = struct.unpack_from("<IHH", self.map, entry)
        if waiting > size:
            raise ValueError(f"station {station} says that {waiting} of {size} bytes are waiting")
        return entry, begin, size, waiting

    @staticmethod
    def _whole(value):
        """A plain int, whatever kind of number comes in; NaN, None or a list are refused."""
        try:
            return int(value)
        except (TypeError, OverflowError) as error:
            raise ValueError("not a number") from error

    def send(self, station, data):
        entry, begin, size, waiting = self._room(station)
        try:
            data = memoryview(data).tobytes()       # bytes, whatever the items were
        except TypeError as error:
            raise ValueError("not bytes") from error
        end = waiting + len(data)
        if end > size:
            raise ValueError("no room for this")
        self.map[begin + waiting:begin + end] = data
        struct.pack_into("<H", self.map, entry + 6, end)

    def withdraw(self, station, count):
        entry, begin, size, waiting = self._room(station)
        count = self._whole(count)
        if count < 0 or count > waiting:
            raise ValueError("not so many are waiting")
        rest = waiting - count
        self.map[begin + rest:begin + waiting] = b"\0" * count
        struct.pack_into("<H", self.map, entry + 6, rest)

    def waiting(self, station):
        entry, begin, size, waiting = self._room(station)
        return self.map[begin:begin + waiting]
