import contextlib
import io
import json
import os
import pathlib
from collections import namedtuple


class Programme(io.RawIOBase):
    """A programme as a file of its own: nothing before it, nothing behind it."""

    def __init__(self, descriptor, offset, size):
        self._descriptor, self._offset, self._size, self._at = descriptor, offset, size, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=os.SEEK_SET):
        if whence != os.SEEK_SET or position < 0:
            raise ValueError("only positions from the beginning on")
        self._at = position
        return position

    def tell(self):
        return self._at

    def readinto(self, buffer):
        room = memoryview(buffer)[: max(self._size - self._at, 0)]
        if not room:
            return 0
        got = os.preadv(self._descriptor, [room], self._offset + self._at)
        self._at += got
        return got


Part = namedtuple("Part", "data next_start")


@contextlib.contextmanager
def programme(folder, title):
    folder = pathlib.Path(folder)
    offset, size = json.loads((folder / "index.json").read_bytes())[title]
    descriptor = os.open(folder / "archive.bin", os.O_RDONLY)
    try:
        yield Programme(descriptor, offset, size), size
    finally:
        os.close(descriptor)


def read_part(folder, title, start, length):
    with programme(folder, title) as (audio, size):
        if not (start >= 0 <= length):
            raise ValueError(f"no part of {length} bytes at {start}")
        left = max(size - start, 0)
        pieces = []
        wanted = min(length, left)
        audio.seek(start)
        while wanted and (piece := audio.read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
        if length >= left:
            return Part(b"".join(pieces), None)
        return Part(b"".join(pieces), start + length)
