"""The lines of text over the stands of the auction hall."""
import mmap
import struct

_COUNT = struct.Struct("<H")
_ENTRY = struct.Struct("<IHH")
_USED = struct.Struct("<H")
_FIRST = 8


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        if self._map[:4] != b"FISH":
            raise ValueError("not a file of lines")

    def text(self, line):
        start, _, used = self._entry(line)
        return self._map[start:start + used].decode("utf-8")

    def put(self, line, text):
        start, size, _ = self._entry(line)
        data = text.encode("utf-8")
        if len(data) > size:
            raise ValueError("the text is too long for its room")
        self._map[start:start + size] = data.ljust(size, b"\0")
        self._set_used(line, len(data))

    def insert(self, line, at, text):
        start, size, used = self._entry(line)
        data = text.encode("utf-8")
        if used + len(data) > size:
            raise ValueError("the text is too long for its room")
        place = self._place(start, size, at)
        end = start + used
        # shift the tail, then fill the gap
        self._map[place + len(data):end + len(data)] = self._map[place:end]
        self._map[place:place + len(data)] = data
        self._set_used(line, used + len(data))

    def copy(self, source, target):
        self.put(target, self.text(source))

    # -- the index is read anew for every call: the master may change it --

    def _entry(self, line):
        count, = _COUNT.unpack_from(self._map, 4)
        if not 0 <= line < count:
            raise ValueError(f"there is no line {line}")
        start, size, used = _ENTRY.unpack_from(self._map, _FIRST + _ENTRY.size * line)
        if start + size > len(self._map) or used > size:
            raise ValueError(f"the room of line {line} is broken")
        return start, size, used

    def _set_used(self, line, used):
        _USED.pack_into(self._map, _FIRST + _ENTRY.size * line + 6, used)

    def _place(self, start, size, at):
        """Where in the file character number `at` of a room begins."""
        if at < 0:
            raise ValueError("characters are counted from 0")
        seen = 0
        for place in range(start, start + size):
            if self._map[place] & 0xC0 == 0x80:     # inside of a character
                continue
            if seen == at:
                return place
            seen += 1
        if seen == at:
            return start + size
        raise ValueError(f"there is no character {at}")
