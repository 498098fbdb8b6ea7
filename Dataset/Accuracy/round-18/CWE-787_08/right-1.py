import mmap
from ctypes import LittleEndianStructure, c_char, c_uint16, c_uint32, sizeof


class Head(LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("mark", c_char * 4), ("count", c_uint16), ("controller", c_uint16)]


class Entry(LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("begin", c_uint32), ("size", c_uint16), ("taken", c_uint16)]


class NoLine(LookupError, ValueError):
    """The line is not in the file."""


class TooLong(OverflowError, ValueError):
    """The text has no room."""


class Board:
    """One line, as the file describes it at the moment."""

    def __init__(self, memory, number):
        if not isinstance(number, int):
            raise NoLine(number)
        head = Head.from_buffer_copy(memory[:sizeof(Head)])
        if number not in range(head.count):
            raise NoLine(number)
        self.at = sizeof(Head) + number * sizeof(Entry)
        raw = memory[self.at:self.at + sizeof(Entry)]
        if len(raw) != sizeof(Entry):
            raise NoLine(number)
        entry = Entry.from_buffer_copy(raw)
        self.begin, self.size, self.taken = entry.begin, entry.size, entry.taken
        end_of_table = sizeof(Head) + head.count * sizeof(Entry)
        if (self.begin < end_of_table and self.size) or self.begin + self.size > len(memory):
            raise NoLine(number)
        self.memory = memory

    @property
    def raw(self):
        return self.memory[self.begin:self.begin + min(self.taken, self.size)]

    @raw.setter
    def raw(self, data):
        if len(data) > self.size:
            raise TooLong(len(data), self.size)
        with memoryview(self.memory) as view:
            with view[self.begin:self.begin + self.size] as room:
                room[:] = data.ljust(self.size, b"\0")
            with view[self.at + 6:self.at + 8] as taken:
                taken[:] = len(data).to_bytes(2, "little")


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)

    def text(self, line):
        return str(Board(self._memory, line).raw, "utf-8")

    def put(self, line, text):
        board = Board(self._memory, line)
        board.raw = str.encode(text, "utf-8")

    def insert(self, line, at, text):
        board = Board(self._memory, line)
        letters = list(str(board.raw, "utf-8"))
        # a place that is not there is taken for the nearest that is
        letters.insert(max(0, int(at)), text)
        board.raw = "".join(letters).encode("utf-8")

    def copy(self, source, target):
        said = Board(self._memory, source).raw
        Board(self._memory, target).raw = said
