"""The lines of the boards in the fish auction."""
import mmap
import struct

ENTRY = struct.Struct("<IHH")


def _width(lead):
    """How many bytes a character has that begins with this byte."""
    if lead < 0x80:
        return 1
    if lead < 0xE0:
        return 2
    return 3 if lead < 0xF0 else 4


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)

    def _entry(self, line):
        """Where the entry of a line is, and what it says at the moment."""
        count = int.from_bytes(self._map[4:6], "little")
        if not isinstance(line, int) or not 0 <= line < count:
            raise ValueError("there is no such line")
        place = 8 + ENTRY.size * line
        begin, size, taken = ENTRY.unpack(self._map[place:place + ENTRY.size])
        if begin + size > len(self._map) or taken > size:
            raise ValueError("the entry of this line is broken")
        return place, begin, size, taken

    def _set_taken(self, place, taken):
        self._map[place + 6:place + 8] = taken.to_bytes(2, "little")

    def text(self, line):
        _, begin, _, taken = self._entry(line)
        return self._map[begin:begin + taken].decode("utf-8")

    def put(self, line, text):
        place, begin, size, _ = self._entry(line)
        data = text.encode("utf-8")
        if len(data) > size:
            raise ValueError("the text is too long")
        self._map[begin:begin + size] = data.ljust(size, b"\0")
        self._set_taken(place, len(data))

    def insert(self, line, at, text):
        place, begin, size, taken = self._entry(line)
        data = text.encode("utf-8")
        if taken + len(data) > size:
            raise ValueError("the text gets too long")
        if not isinstance(at, int) or not 0 <= at <= taken:
            raise ValueError("there is no such character")
        where = begin
        for _ in range(at):
            where += _width(self._map[where])
        tail = self._map[where:begin + taken]
        self._map[where:where + len(data) + len(tail)] = data + tail
        self._set_taken(place, taken + len(data))

    def copy(self, source, target):
        self.put(target, self.text(source))
