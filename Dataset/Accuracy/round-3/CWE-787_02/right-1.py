import mmap
import struct
from contextlib import contextmanager


class Memory:
    HEADER = struct.Struct(">4sH26x")
    SLOT = struct.Struct("24s")
    TRAILER = 16

    def __init__(self, view):
        self._view = view
        magic, self.count = self.HEADER.unpack_from(view, 0)
        needed = self.HEADER.size + self.count * self.SLOT.size + self.TRAILER
        if magic != b"LOCK" or len(view) < needed:
            raise ValueError("not a memory file of a locker")

    def _at(self, number):
        if type(number) is not int or number not in range(1, self.count + 1):
            raise ValueError(f"no compartment {number!r}")
        return self.HEADER.size + (number - 1) * self.SLOT.size

    def __getitem__(self, number):
        [raw] = self.SLOT.unpack_from(self._view, self._at(number))
        return raw.rstrip(b"\0").decode("utf-8", "replace")

    def __setitem__(self, number, label):
        at = self._at(number)
        raw = label.encode("utf-8")
        if len(raw) > self.SLOT.size or "\0" in label:
            raise ValueError("label does not fit")
        self.SLOT.pack_into(self._view, at, raw)

    @classmethod
    @contextmanager
    def open(cls, path, write):
        with open(path, "r+b" if write else "rb") as file:
            access = mmap.ACCESS_WRITE if write else mmap.ACCESS_READ
            with mmap.mmap(file.fileno(), 0, access=access) as view:
                yield cls(view)


def store_label(path, number, label):
    with Memory.open(path, True) as memory:
        memory[number] = label


def read_label(path, number):
    with Memory.open(path, False) as memory:
        return memory[number]
