import os
import struct
from contextlib import contextmanager
from functools import reduce


class Window:
    """A stretch of the tag. A window can only be cut into smaller ones."""

    def __init__(self, read, start, stop):
        self._read, self._range = read, range(start, stop)

    def __len__(self):
        return len(self._range)

    def part(self, offset, size):
        if offset < 0 or size < 0 or offset + size > len(self):
            raise ValueError(f"{size} bytes at {offset} are not within {len(self)}")
        begin = self._range.start + offset
        return Window(self._read, begin, begin + size)

    def __bytes__(self):
        data = self._read(len(self), self._range.start)
        if len(data) != len(self):
            raise ValueError("the tag ends too early")
        return data

    def records(self, layout):
        """Generates (number, window of the content) for records that stand one behind the other."""
        head = struct.Struct(layout)
        offset = 0
        while offset != len(self):
            number, size = head.unpack(bytes(self.part(offset, head.size)))
            content = self.part(offset + head.size, size)
            yield number, content
            offset += head.size + size

    def first(self, layout, wanted):
        for number, content in self.records(layout):
            if number == wanted:
                return content
        raise KeyError(wanted)


@contextmanager
def opened(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield Window(
            lambda size, offset: os.pread(descriptor, size, offset) if size else b"",
            0,
            os.fstat(descriptor).st_size,
        )
    finally:
        os.close(descriptor)


BLOCK, ENTRY = ">BH", ">BB"


def carriers(path):
    with opened(path) as tag:
        return [number for number, _ in tag.records(BLOCK)]


def read_value(path, carrier, keys):
    with opened(path) as tag:
        block = tag.first(BLOCK, carrier)
        return bytes(reduce(lambda around, key: around.first(ENTRY, key), keys, block))
