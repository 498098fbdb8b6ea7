import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Span:
    """A stretch of the archive; it can only be narrowed."""
    first: int
    stop: int

    @property
    def size(self):
        return self.stop - self.first

    def narrowed(self, start, length):
        low = min(self.first + start, self.stop)
        return Span(low, min(low + length, self.stop))


def _pread_exactly(fd, span):
    position = span.first
    while position < span.stop:
        piece = os.pread(fd, min(span.stop - position, 1 << 20), position)
        if not piece:
            return
        yield piece
        position += len(piece)


def read_part(folder, title, start, length):
    index = json.loads(Path(folder, "index.json").read_bytes())
    offset, size = index[title]
    if start < 0 or length < 0:
        raise ValueError(f"negative start or length: {start}, {length}")
    programme = Span(offset, offset + size)
    part = programme.narrowed(start, length)
    fd = os.open(os.path.join(folder, "archive.bin"), os.O_RDONLY)
    try:
        data = b"".join(_pread_exactly(fd, part))
    finally:
        os.close(fd)
    return data, None if part.stop >= programme.stop else part.stop - programme.first
