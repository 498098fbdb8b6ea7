import mmap
from collections import namedtuple

Room = namedtuple("Room", "begin size used used_at")


class Lines:
    def __init__(self, path):
        self._file = open(path, "r+b")
        self._mem = mmap.mmap(self._file.fileno(), 0)

    def _number(self, at, length):
        return int.from_bytes(self._mem[at:at + length], "little")

    def _room(self, line):
        # read at each call: the master changes this while we run
        if type(line) is not int or line < 0 or line >= self._number(4, 2):
            raise ValueError(f"there is no line {line!r}")
        entry = 8 + 8 * line
        return Room(self._number(entry, 4), self._number(entry + 4, 2), self._number(entry + 6, 2), entry + 6)

    def _say(self, room, length):
        self._mem[room.used_at:room.used_at + 2] = length.to_bytes(2, "little")

    def _write(self, room, text):
        data = text.encode()
        if len(data) > room.size:
            raise ValueError("the text is too long for this board")
        self._mem[room.begin:room.begin + room.size] = data + bytes(room.size - len(data))
        self._say(room, len(data))

    def text(self, line):
        room = self._room(line)
        return self._mem[room.begin:room.begin + room.used].decode()

    def put(self, line, text):
        self._write(self._room(line), text)

    def insert(self, line, at, text):
        old = self.text(line)
        if type(at) is not int or at < 0 or at > len(old):
            raise ValueError(f"there is no character {at!r}")
        self._write(self._room(line), old[:at] + text + old[at:])

    def copy(self, source, target):
        here, there = self._room(source), self._room(target)
        if here.used > there.size:
            raise ValueError("the text is too long for this board")
        # The room goes over as it is, with the zeros behind the text; what a
        # larger one has behind these is cleared.
        self._mem.move(there.begin, here.begin, here.size)
        if there.size > here.size:
            self._mem[there.begin + here.size:there.begin + there.size] = bytes(there.size - here.size)
        self._say(there, here.used)
