import ctypes
import mmap
import operator
import os


class Refused(ValueError, TypeError):
    """What cannot be done; nothing has been changed."""


class _Entry(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("begin", ctypes.c_uint32), ("room", ctypes.c_uint16), ("waits", ctypes.c_uint16)]


class _Head(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("magic", ctypes.c_char * 4), ("stations", ctypes.c_uint16), ("other", ctypes.c_uint16)]


def _number(value, low, high):
    try:
        number = operator.index(value)
    except TypeError as fault:
        raise Refused(value) from fault
    if number < low or number > high:
        raise Refused(value)
    return number


class Cues(object):
    def __init__(self, path):
        handle = os.open(path, os.O_RDWR)
        try:
            self.__map = mmap.mmap(handle, 0, mmap.MAP_SHARED)
        finally:
            os.close(handle)
        self.__head = _Head.from_buffer(self.__map)

    def __find(self, station):
        i = _number(station, 0, self.__head.stations - 1)
        entry = _Entry.from_buffer(self.__map, ctypes.sizeof(_Head) + i * ctypes.sizeof(_Entry))
        if entry.waits > entry.room:
            raise Refused("the station's process is at fault")
        room = memoryview(self.__map)[entry.begin:entry.begin + entry.room]
        if len(room) != entry.room:
            raise Refused("the room is not in the memory")
        return entry, room

    def send(self, station, data):
        try:
            copy = bytes(memoryview(data))
        except (TypeError, BufferError) as fault:
            raise Refused("not bytes-like") from fault
        entry, room = self.__find(station)
        before = entry.waits
        after = before + len(copy)
        if after > entry.room:
            raise Refused("does not fit")
        for place, value in zip(range(before, after), copy):
            room[place] = value
        entry.waits = after

    def withdraw(self, station, count):
        entry, room = self.__find(station)
        left = entry.waits
        for _ in range(_number(count, 0, left)):
            left -= 1
            room[left] = 0
        entry.waits = left

    def waiting(self, station):
        entry, room = self.__find(station)
        return room[:entry.waits].tobytes()
