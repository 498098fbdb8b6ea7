import mmap
import struct

STATION = struct.Struct("<IHH")


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)

    def _station(self, station):
        """Where the station's entry is, where its room begins, its size, and how many wait."""
        (stations,) = struct.unpack_from("<H", self._memory, 4)
        if not isinstance(station, int) or not 0 <= station < stations:
            raise ValueError(f"there is no station {station!r}")
        entry = 8 + STATION.size * station
        start, size, waiting = STATION.unpack_from(self._memory, entry)
        if waiting > size:
            raise ValueError(f"station {station} says that {waiting} bytes wait in {size}")
        return entry, start, size, waiting

    def _set_waiting(self, entry, waiting):
        struct.pack_into("<H", self._memory, entry + 6, waiting)

    def send(self, station, data):
        entry, start, size, waiting = self._station(station)
        with memoryview(data) as view:
            if not view.c_contiguous:
                return self.send(station, view.tobytes())
            length = len(view) * view.itemsize  # the items may have several bytes
            if waiting + length > size:
                raise ValueError(f"{length} bytes do not fit")
            self._memory.seek(start + waiting)
            self._memory.write(view)
        self._set_waiting(entry, waiting + length)

    def withdraw(self, station, count):
        entry, start, size, waiting = self._station(station)
        if not isinstance(count, int) or not 0 <= count <= waiting:
            raise ValueError(f"cannot take {count!r} of {waiting} bytes back")
        end = start + waiting
        self._memory[end - count:end] = bytes(count)
        self._set_waiting(entry, waiting - count)

    def waiting(self, station):
        entry, start, size, waiting = self._station(station)
        return self._memory[start:start + waiting]
