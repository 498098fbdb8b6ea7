"""Moves tails in the map, behind one look at where a line is and whether the sizes agree."""
import mmap
import os
import struct


class Lines:
    def __init__(self, path):
        handle = os.open(path, os.O_RDWR)
        try:
            self._memory = mmap.mmap(handle, os.fstat(handle).st_size, access=mmap.ACCESS_WRITE)
        finally:
            os.close(handle)

    def _find(self, line, size=0):
        (count,) = struct.unpack_from("<H", self._memory, 4)
        if line not in range(count):
            raise ValueError(f"line {line} of {count}")
        place = 8 + line * 8
        start, room, used = struct.unpack_from("<IHH", self._memory, place)
        if size > room:
            raise ValueError(f"{size} bytes for a room of {room}")
        return place, start, room, used

    def _write(self, line, place, data, tail):
        """Puts bytes at a place counted from the start of the room, in front of so many of the old ones."""
        entry, start, room, _ = self._find(line)
        size = place + len(data) + tail
        view = memoryview(self._memory)[start:start + room]
        try:
            if tail:
                view[place + len(data):size] = bytes(view[place:place + tail])
            view[place:place + len(data)] = data
            view[size:] = bytes(room - size)
        finally:
            view.release()
        struct.pack_into("<H", self._memory, entry + 6, size)

    def text(self, line):
        _, start, _, used = self._find(line)
        return str(self._memory[start:start + used], "utf-8")

    def put(self, line, text):
        data = text.encode()
        self._find(line, len(data))
        self._write(line, 0, data, 0)

    def insert(self, line, at, text):
        data = text.encode()
        used = self._find(line)[3]
        self._find(line, used + len(data))
        letters = self.text(line)
        if at < 0 or at > len(letters):
            raise ValueError("no such place in the line")
        place = len(letters[:at].encode())
        self._write(line, place, data, used - place)

    def copy(self, source, target):
        _, start, _, used = self._find(source)
        self._find(target, used)
        self._write(target, 0, self._memory[start:start + used], 0)
