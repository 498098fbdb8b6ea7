"""lines.py: what the boards over the stands say."""
import mmap
import os
from collections import namedtuple
from struct import pack_into, unpack_from

Room = namedtuple("Room", "entry start size used")


class Lines:
    def __init__(self, path):
        fd = os.open(path, os.O_RDWR)
        try:
            self._hall = mmap.mmap(fd, 0, access=mmap.ACCESS_WRITE)
        finally:
            os.close(fd)

    def text(self, line):
        return self._said(self._room(line)).decode("utf-8")

    def put(self, line, text):
        self._say(self._room(line), text.encode("utf-8"))

    def copy(self, source, target):
        said = self._said(self._room(source))
        self._say(self._room(target), said)

    def insert(self, line, at, text):
        room = self._room(line)
        said = self._said(room).decode("utf-8")
        if not 0 <= at <= len(said):
            raise ValueError("no such character")
        more = text.encode("utf-8")
        n = len(more)
        if n > self._free(room):
            raise ValueError("the room is too small")
        cut = room.start + len(said[:at].encode("utf-8"))
        tail = room.start + room.used - cut
        self._hall.move(cut + n, cut, tail)
        self._hall[cut:cut + n] = more
        pack_into("<H", self._hall, room.entry + 6, room.used + n)

    # ------------------------------------------------------------------

    def _room(self, line):
        """The room as the file has it now; the master may have moved it."""
        (count,) = unpack_from("<H", self._hall, 4)
        if line < 0 or line >= count:
            raise ValueError("no such line")
        entry = 8 + 8 * line
        return Room(entry, *unpack_from("<IHH", self._hall, entry))

    def _said(self, room):
        return self._hall[room.start:room.start + room.used]

    def _free(self, room):
        """How many bytes of a room are free: those behind its text are 0."""
        whole = self._hall[room.start:room.start + room.size]
        return room.size - len(whole.rstrip(b"\0"))

    def _say(self, room, data):
        if len(data) > room.size:
            raise ValueError("the room is too small")
        rest = bytes(room.size - len(data))
        self._hall[room.start:room.start + room.size] = data + rest
        pack_into("<H", self._hall, room.entry + 6, len(data))
