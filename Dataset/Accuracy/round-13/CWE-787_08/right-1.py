"""Lines, with ctypes structures that lie directly on the mapped file."""
import ctypes
import mmap
from pathlib import Path


class _Head(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("magic", ctypes.c_char * 4), ("count", ctypes.c_uint16), ("other", ctypes.c_uint16)]


class _Entry(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("start", ctypes.c_uint32), ("size", ctypes.c_uint16), ("used", ctypes.c_uint16)]


class NoRoom(ValueError):
    pass


class _Board:
    def __init__(self, map_, number):
        if number not in range(_Head.from_buffer(map_).count):
            raise NoRoom("no such line")
        self._entry = _Entry.from_buffer(map_, ctypes.sizeof(_Head) + number * ctypes.sizeof(_Entry))
        if self._entry.start + self._entry.size > len(map_):
            raise NoRoom("the room is not in the file")
        kind = ctypes.c_ubyte * self._entry.size
        self._room = kind.from_buffer(map_, self._entry.start)

    @property
    def said(self):
        return str(bytes(self._room[:self._entry.used]), "utf-8")

    @said.setter
    def said(self, text):
        raw = text.encode()
        if len(raw) > len(self._room):
            raise NoRoom("text too long")
        ctypes.memset(self._room, 0, len(self._room))
        self._room[:len(raw)] = raw
        self._entry.used = len(raw)


class Lines:
    def __init__(self, path):
        with Path(path).open("rb+") as file:
            self._map = mmap.mmap(file.fileno(), 0)

    def text(self, line):
        return _Board(self._map, line).said

    def put(self, line, text):
        _Board(self._map, line).said = text

    def insert(self, line, at, text):
        board = _Board(self._map, line)
        letters = list(board.said)
        letters[at:at] = text              # as slices do with any `at`
        board.said = "".join(letters)

    def copy(self, source, target):
        _Board(self._map, target).said = _Board(self._map, source).said
