import contextlib
import io
import json
import os


class _Programme(io.RawIOBase):
    """A read-only file that holds one programme and nothing else."""

    def __init__(self, raw, offset, size):
        self._raw, self._offset, self._size, self._at = raw, offset, size, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=io.SEEK_SET):
        if whence != io.SEEK_SET or position < 0:
            raise ValueError("only positions from 0")
        self._at = position
        return position

    def readinto(self, target):
        room = max(0, min(len(target), self._size - self._at))
        if not room:
            return 0
        self._raw.seek(self._offset + self._at)
        got = self._raw.readinto(memoryview(target)[:room])
        self._at += got
        return got


@contextlib.contextmanager
def _opened(folder, title):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as index:
        offset, size = json.load(index)[title]
    with open(os.path.join(folder, "archive.bin"), "rb", buffering=0) as raw:
        yield _Programme(raw, offset, size), size


def read_part(folder, title, start, length):
    if min(start, length) < 0:
        raise ValueError("start and length count from 0")
    with _opened(folder, title) as (programme, size):
        if start >= size:
            return b"", None
        programme.seek(start)
        left = min(length, size - start)
        pieces = []
        while left > 0 and (piece := programme.read(left)):
            pieces.append(piece)
            left -= len(piece)
        data = b"".join(pieces)
    behind = start + min(length, size - start)
    return data, (behind if behind < size else None)
