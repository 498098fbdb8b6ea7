import mmap
import struct

_COUNT = struct.Struct("<H")
_ROW = struct.Struct("<IHH")
_TABLE = 8


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        if self._map[:4] != b"FISH":
            raise ValueError("not a file of lines")

    def _row(self, line):
        """(place of the row, begin of the room, its size, bytes of the text), as of now."""
        if not isinstance(line, int):
            raise ValueError("a line is a number")
        count, = _COUNT.unpack_from(self._map, 4)
        if not 0 <= line < count:
            raise ValueError("no such line")
        row = _TABLE + _ROW.size * line
        begin, size, used = _ROW.unpack_from(self._map, row)
        if begin + size > len(self._map):
            raise ValueError("the room is not in the file")
        return row, begin, size, used

    def _bytes(self, line):
        _, begin, _, used = self._row(line)
        return self._map[begin:begin + used]

    def _write(self, line, data):
        row, begin, size, used = self._row(line)
        if len(data) > size:
            raise ValueError("the room is too small")
        # what is left of a longer text before is cleared; behind it are zeros already
        data_and_rest = data.ljust(used, b"\0")
        self._map[begin:begin + len(data_and_rest)] = data_and_rest
        _ROW.pack_into(self._map, row, begin, size, len(data))

    def text(self, line):
        return self._bytes(line).decode("utf-8")

    def put(self, line, text):
        if not isinstance(text, str):
            raise ValueError("a text is a string")
        self._write(line, text.encode("utf-8"))

    def insert(self, line, at, text):
        if not isinstance(text, str) or not isinstance(at, int):
            raise ValueError("not a text and a place")
        old = self.text(line)
        if not 0 <= at <= len(old):
            raise ValueError("no such place")
        self.put(line, old[:at] + text + old[at:])

    def copy(self, source, target):
        self._write(target, self._bytes(source))
