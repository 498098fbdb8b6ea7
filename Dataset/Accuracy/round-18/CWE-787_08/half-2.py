"""The lines of the boards in the fish auction."""
import mmap
import struct
from collections import namedtuple

Room = namedtuple("Room", "place begin size taken")


class Lines:
    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)

    def _room(self, line):
        # read anew in each call: the master moves rooms
        (count,) = struct.unpack_from("<H", self.map, 4)
        if type(line) is not int or line < 0 or line >= count:
            raise ValueError(f"no line {line!r}")
        place = 8 + 8 * line
        room = Room(place, *struct.unpack_from("<IHH", self.map, place))
        if room.begin + room.size > len(self.map) or room.taken > room.size:
            raise ValueError(f"line {line} is broken")
        return room

    def _bytes(self, room):
        return self.map[room.begin:room.begin + room.taken]

    def _write(self, room, data):
        if len(data) > room.size:
            raise ValueError(f"{len(data)} bytes do not fit into {room.size}")
        self.map[room.begin:room.begin + room.size] = data + bytes(room.size - len(data))
        struct.pack_into("<H", self.map, room.place + 6, len(data))

    def text(self, line):
        return self._bytes(self._room(line)).decode("utf-8")

    def put(self, line, text):
        self._write(self._room(line), text.encode("utf-8"))

    def insert(self, line, at, text):
        room = self._room(line)
        old = self._bytes(room).decode("utf-8")
        if type(at) is not int or not 0 <= at <= len(old):
            raise ValueError(f"no character {at!r}")
        self._write(room, (old[:at] + text + old[at:]).encode("utf-8"))

    def copy(self, source, target):
        here, there = self._room(source), self._room(target)
        if here.taken > there.size:
            raise ValueError("the text does not fit")
        # The bytes behind a text are 0, so a room goes over as it is
        # and clears what the other line has said.
        self.map.move(there.begin, here.begin, here.size)
        if there.size > here.size:
            rest = there.size - here.size
            self.map[there.begin + here.size:there.begin + there.size] = bytes(rest)
        struct.pack_into("<H", self.map, there.place + 6, here.taken)
