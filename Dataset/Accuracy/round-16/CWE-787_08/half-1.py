import mmap
import struct

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<IHH")
_TABLE = 8


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        # Criers type letter by letter: where the last insertion ended, so that
        # the text has not to be read from its beginning for each letter.
        self._cursor = None

    def _room(self, line):
        """Where the room of a line begins, its size, and the bytes of its text, as of now."""
        count, = _COUNT.unpack_from(self._map, 4)
        if not isinstance(line, int) or not 0 <= line < count:
            raise ValueError("no line %r" % (line,))
        return _ENTRY.unpack_from(self._map, _TABLE + _ENTRY.size * line)

    def _set_used(self, line, used):
        _COUNT.pack_into(self._map, _TABLE + _ENTRY.size * line + 6, used)

    def _fill(self, line, raw):
        begin, size, _ = self._room(line)
        if len(raw) > size:
            raise ValueError("%d bytes do not fit into %d" % (len(raw), size))
        self._map[begin:begin + size] = raw.ljust(size, b"\0")
        self._set_used(line, len(raw))
        self._cursor = None

    def _bytes(self, line):
        begin, _, used = self._room(line)
        return self._map[begin:begin + used]

    def text(self, line):
        return self._bytes(line).decode("utf-8")

    def put(self, line, text):
        self._fill(line, text.encode("utf-8"))

    def copy(self, source, target):
        self._fill(target, self._bytes(source))

    def insert(self, line, at, text):
        raw = text.encode("utf-8")
        begin, size, used = self._room(line)
        if used + len(raw) > size:
            raise ValueError("%d bytes do not fit into %d" % (used + len(raw), size))
        if self._cursor is not None and self._cursor[:3] == (line, begin, at):
            offset = self._cursor[3]
        else:
            before = self.text(line)
            if not isinstance(at, int) or not 0 <= at <= len(before):
                raise ValueError("no character %r" % (at,))
            offset = len(before[:at].encode("utf-8"))
        place = begin + offset
        moved = raw + self._map[place:begin + used]
        self._map[place:place + len(moved)] = moved
        self._set_used(line, used + len(raw))
        # the room may be elsewhere next time, so its beginning is kept, too
        self._cursor = (line, begin, at + len(text), offset + len(raw))
