import logging
import mmap
import struct

log = logging.getLogger(__name__)


class Cues:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)
        (stations,) = struct.unpack_from("<H", self._memory, 4)
        # rooms never move, so they are read only once
        self._rooms = [struct.unpack_from("<IH", self._memory, 8 + 8 * i) for i in range(stations)]
        self._seen = [0] * stations

    def _room(self, station):
        if not isinstance(station, int) or not 0 <= station < len(self._rooms):
            raise ValueError(f"there is no station {station!r}")
        return self._rooms[station]

    def _count(self, station):
        """How many bytes wait now: the station's process changes this between our calls."""
        (count,) = struct.unpack_from("<H", self._memory, 8 + 8 * station + 6)
        if count != self._seen[station]:
            self._seen[station] = count
            log.debug("station %d: %d waiting", station, count)
            if count > self._rooms[station][1]:
                raise ValueError(f"station {station} claims {count} waiting bytes")
        return count

    def _set_count(self, station, count):
        struct.pack_into("<H", self._memory, 8 + 8 * station + 6, count)
        self._seen[station] = count

    def send(self, station, data):
        start, size = self._room(station)
        data = memoryview(data).tobytes()
        count = self._count(station)
        if len(data) > size - count:
            raise ValueError(f"{len(data)} bytes do not fit")
        self._memory[start + count:start + count + len(data)] = data
        self._set_count(station, count + len(data))

    def withdraw(self, station, count):
        start, size = self._room(station)
        waiting = self._count(station)
        if not isinstance(count, int) or not 0 <= count <= waiting:
            raise ValueError(f"cannot take {count!r} of {waiting} bytes back")
        self._memory[start + waiting - count:start + waiting] = bytes(count)
        self._set_count(station, waiting - count)

    def waiting(self, station):
        start, size = self._room(station)
        return self._memory[start:start + min(self._count(station), size)]
