import io
import json
import pathlib


class Window(io.RawIOBase):
    """A read-only stream that shows nothing but one programme of the archive."""

    def __init__(self, path, offset, size):
        self._file = open(path, "rb", buffering=0)
        self._offset = offset
        self._size = size
        self._at = 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=io.SEEK_SET):
        if whence != io.SEEK_SET or position < 0:
            raise ValueError("bad position")
        self._at = position
        return position

    def readinto(self, buffer):
        count = max(0, min(len(buffer), self._size - self._at))
        if count == 0:
            return 0
        self._file.seek(self._offset + self._at)
        got = self._file.readinto(memoryview(buffer)[:count])
        self._at += got
        return got

    def close(self):
        self._file.close()
        super().close()


def read_part(folder, title, start, length):
    folder = pathlib.Path(folder)
    offset, size = json.loads((folder / "index.json").read_text("utf-8"))[title]
    if start < 0:
        raise ValueError("start is negative")
    if length < 0:
        raise ValueError("length is negative")
    left = size - start
    if left <= 0:
        return b"", None
    wanted = min(length, left)
    data = bytearray()
    with Window(folder / "archive.bin", offset, size) as window:
        window.seek(start)
        while len(data) < wanted:
            piece = window.read(wanted - len(data))
            if not piece:
                break
            data += piece
    return bytes(data), start + wanted if wanted < left else None
