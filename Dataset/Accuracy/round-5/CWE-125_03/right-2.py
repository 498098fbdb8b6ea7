import io
import json
import pathlib


class Window(io.RawIOBase):
    """A programme as a file of its own; nothing outside it can be read."""

    def __init__(self, raw, offset, size):
        self._raw, self._offset, self._size, self._pos = raw, offset, size, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=io.SEEK_SET):
        if whence != io.SEEK_SET or not 0 <= position <= self._size:
            raise ValueError("outside of the programme")
        self._pos = position
        return position

    def tell(self):
        return self._pos

    def readinto(self, target):
        room = min(len(target), self._size - self._pos)
        self._raw.seek(self._offset + self._pos)
        piece = self._raw.read(room)
        target[:len(piece)] = piece
        self._pos += len(piece)
        return len(piece)

    def close(self):
        if not self.closed:
            self._raw.close()
        super().close()


def read_part(folder, title, start, length):
    root = pathlib.Path(folder)
    offset, size = json.loads((root / "index.json").read_bytes())[title]
    if min(start, length) < 0:
        raise ValueError("negative start or length: %r, %r" % (start, length))
    if size <= start:
        return (b"", None)
    with Window(open(root / "archive.bin", "rb", buffering=0), offset, size) as programme:
        programme.seek(start)
        wanted = min(length, size - start)
        parts, got = [], 0
        while got < wanted:
            piece = programme.read(wanted - got)
            if not piece:
                break
            parts.append(piece)
            got += len(piece)
    following = start + wanted
    return (b"".join(parts), None if following == size else following)
