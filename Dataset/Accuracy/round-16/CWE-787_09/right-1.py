import ctypes
import mmap
import os
from array import array


class CueError(ValueError, TypeError):
    """Something that there is not, or that does not fit."""


class Slot(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("begin", ctypes.c_uint32), ("size", ctypes.c_uint16), ("waits", ctypes.c_uint16)]


class Head(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("mark", ctypes.c_char * 4), ("stations", ctypes.c_uint16), ("other", ctypes.c_uint16)]


class Room:
    """A window on the room of one station: nothing outside it can be reached through it."""

    def __init__(self, slot, memory):
        self.slot = slot
        self.window = memory[slot.begin:slot.begin + slot.size]
        self.filled = int(slot.waits)
        if self.filled > len(self.window):
            raise CueError("more is said to be waiting than there is room")

    def append(self, octets):
        if len(octets) > len(self.window) - self.filled:
            raise CueError("does not fit")
        for offset, octet in enumerate(octets, self.filled):
            self.window[offset] = octet
        self.slot.waits = self.filled + len(octets)

    def drop(self, count):
        if count not in range(self.filled + 1):
            raise CueError("not so many are waiting")
        for offset in range(self.filled - count, self.filled):
            self.window[offset] = 0
        self.slot.waits = self.filled - count


class Cues:
    def __init__(self, path):
        handle = os.open(path, os.O_RDWR)
        try:
            self._map = mmap.mmap(handle, 0, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE)
        finally:
            os.close(handle)
        self._memory = memoryview(self._map)
        head = Head.from_buffer(self._map)
        if head.mark != b"BOO!":
            raise CueError("another kind of file")
        self._slots = (Slot * head.stations).from_buffer(self._map, ctypes.sizeof(Head))

    @staticmethod
    def _int(value):
        if not isinstance(value, int):
            raise CueError("a whole number is needed")
        return int.__index__(value)

    def _room(self, station):
        station = self._int(station)
        if station not in range(len(self._slots)):
            raise CueError("no such station")
        return Room(self._slots[station], self._memory)

    def send(self, station, data):
        room = self._room(station)
        try:
            octets = array("B", memoryview(data).tobytes())
        except (TypeError, ValueError) as error:
            raise CueError("bytes are needed") from error
        room.append(octets)

    def withdraw(self, station, count):
        self._room(station).drop(self._int(count))

    def waiting(self, station):
        room = self._room(station)
        return bytes(room.window[:room.filled])
