import ctypes
import mmap
import threading
from contextlib import contextmanager


class _Head(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("magic", ctypes.c_char * 4), ("lines", ctypes.c_uint16), ("controller", ctypes.c_uint16)]


class _Entry(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("begin", ctypes.c_uint32), ("size", ctypes.c_uint16), ("used", ctypes.c_uint16)]


class NoSuchLine(ValueError, LookupError):
    pass


class DoesNotFit(ValueError):
    pass


class _Board:
    """One line, as the file says now; lives no longer than a call."""

    def __init__(self, memory, line):
        head = _Head.from_buffer(memory)
        if not isinstance(line, int) or line not in range(head.lines):
            raise NoSuchLine(line)
        where = ctypes.sizeof(_Head) + ctypes.sizeof(_Entry) * int(line)
        if where + ctypes.sizeof(_Entry) > len(memory):
            raise NoSuchLine(line)
        self.entry = _Entry.from_buffer(memory, where)
        if self.entry.begin + self.entry.size > len(memory):
            raise NoSuchLine(line)
        self.room = (ctypes.c_ubyte * self.entry.size).from_buffer(memory, self.entry.begin)

    @property
    def text(self):
        return str(bytes(self.room[:self.entry.used]), "utf-8")

    @text.setter
    def text(self, text):
        if not isinstance(text, str):
            raise ValueError(text)
        data = bytearray(str.encode(text, "utf-8"))
        spare = len(self.room) - len(data)
        if spare < 0:
            raise DoesNotFit(text)
        self.room[:] = data + bytes(spare)
        self.entry.used = len(data)


class Lines:
    def __init__(self, path):
        with open(path, "rb+", buffering=0) as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_WRITE)
        self._turn = threading.Lock()

    @contextmanager
    def _boards(self, *lines):
        with self._turn:
            yield [_Board(self._memory, line) for line in lines]

    def text(self, line):
        with self._boards(line) as [board]:
            return board.text

    def put(self, line, text):
        with self._boards(line) as [board]:
            board.text = text

    def insert(self, line, at, text):
        with self._boards(line) as [board]:
            letters = list(board.text)
            # a number that is none of the text's counts as its beginning or its end
            at = max(0, min(at, len(letters)))
            letters[at:at] = text
            board.text = "".join(letters)

    def copy(self, source, target):
        with self._boards(source, target) as [this, other]:
            other.text = this.text
