import mmap
import struct


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)

    def _entry(self, line):
        return struct.unpack_from("<IHH", self.map, 8 + 8 * line)

    def text(self, line):
        start, room, used = self._entry(line)
        return self.map[start:start + used].decode()

    def put(self, line, text):
        data = text.encode()
        start, room, used = self._entry(line)
        self.map[start:start + len(data)] = data
        if len(data) < room:
            self.map[start + len(data):start + room] = bytes(room - len(data))
        struct.pack_into("<H", self.map, 8 + 8 * line + 6, len(data))

    def insert(self, line, at, text):
        data = text.encode()
        start, room, used = self._entry(line)
        place = len(self.text(line)[:at].encode())
        self.map.move(start + place + len(data), start + place, used - place)
        self.map[start + place:start + place + len(data)] = data
        struct.pack_into("<H", self.map, 8 + 8 * line + 6, used + len(data))

    def copy(self, source, target):
        self.put(target, self.text(source))
