import mmap
import struct

HEADER = 8
ENTRY = struct.Struct("<IHH")


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)

    def _entry(self, line):
        """Where the room of a line begins, its size, and how much of it is used; read anew each time."""
        count = int.from_bytes(self.map[4:6], "little")
        if not 0 <= line < count:
            raise ValueError("there is no such line")
        return ENTRY.unpack_from(self.map, HEADER + ENTRY.size * line)

    def text(self, line):
        start, _, used = self._entry(line)
        return self.map[start:start + used].decode("utf-8")

    def put(self, line, text):
        start, room, _ = self._entry(line)
        data = text.encode("utf-8")
        if len(data) > room:
            raise ValueError("the text does not fit on the line")
        self.map[start:start + room] = data.ljust(room, b"\0")
        ENTRY.pack_into(self.map, HEADER + ENTRY.size * line, start, room, len(data))

    def insert(self, line, at, text):
        old = self.text(line)
        if not 0 <= at <= len(old):
            raise ValueError("the line has no such character")
        self.put(line, old[:at] + text + old[at:])

    def copy(self, source, target):
        self.put(target, self.text(source))
