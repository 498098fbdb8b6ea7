import io
import json
import pathlib


class _Programme(io.RawIOBase):
    """The bytes of one programme as a file of their own."""

    def __init__(self, archive, offset, size):
        self._archive, self._offset, self._size, self._at = archive, offset, size, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, position, whence=io.SEEK_SET):
        if whence != io.SEEK_SET or position < 0:
            raise ValueError("only positions from the beginning")
        self._at = min(position, self._size)
        return self._at

    def tell(self):
        return self._at

    def readinto(self, target):
        room = min(len(target), self._size - self._at)
        if room <= 0:
            return 0
        self._archive.seek(self._offset + self._at)
        count = self._archive.readinto(memoryview(target)[:room])
        self._at += count
        return count


def read_part(folder, title, start, length):
    base = pathlib.Path(folder)
    entry = json.loads((base / "index.json").read_bytes())[title]
    if start < 0 or length < 0:
        raise ValueError(f"no part at {start} with {length} bytes")
    with (base / "archive.bin").open("rb") as archive:
        programme = _Programme(archive, *entry)
        if programme.seek(start) >= entry[1]:
            return b"", None
        wanted = bytearray(min(length, entry[1] - start))
        filled = 0
        while filled < len(wanted):
            step = programme.readinto(memoryview(wanted)[filled:])
            if not step:
                break
            filled += step
        behind = start + len(wanted)
    return bytes(wanted[:filled]), None if behind == entry[1] else behind
