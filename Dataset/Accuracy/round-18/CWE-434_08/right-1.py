import itertools
import os
import string
import tempfile
from collections.abc import Iterator

LETTERS = frozenset(string.ascii_letters + string.digits + "-_")
KINDS = {".jpg": bytes.fromhex("FFD8FF"), ".jpeg": bytes.fromhex("FFD8FF"),
         ".png": bytes.fromhex("89504E470D0A1A0A")}


class NoPhotograph(ValueError):
    """Whatever cannot become a photograph."""


class _Parcel:
    """What has arrived so far, in a nameless temporary file; `gaps` is what is missing."""

    def __init__(self, name, size):
        dot = name.rfind(".") if isinstance(name, str) else -1
        self.stem, self.ending = name[:max(dot, 0)], name[dot:] if dot >= 0 else ""
        if not self.ending.isascii() or self.ending.lower() not in KINDS:
            raise NoPhotograph("ending")
        if type(size) is not int or size not in range(1, 5_000_001):
            raise NoPhotograph("size")
        self.size = size
        self.gaps = [(0, size)]
        self.file = tempfile.TemporaryFile()

    def put(self, start, data):
        stop = start + len(data)
        if start < 0 or stop > self.size:
            raise NoPhotograph("outside")
        self.file.seek(start)
        self.file.write(data)
        self.gaps = [gap for a, b in self.gaps
                     for gap in ((a, min(b, start)), (max(a, stop), b))
                     if gap[0] < gap[1]] if data else self.gaps

    def whole(self):
        self.file.seek(0)
        data = self.file.read(self.size)
        if not data.startswith(KINDS[self.ending.lower()]):
            raise NoPhotograph("beginning")
        return data

    def names(self) -> Iterator[str]:
        if self.stem and LETTERS.issuperset(self.stem) and len(self.stem) + len(self.ending) <= 255:
            yield self.stem + self.ending
        for n in itertools.count(1):
            yield f"photo-{n}{self.ending}"


class Receiver:
    def __init__(self, folder):
        self._dir = folder
        self._numbers = itertools.count(1)
        self._parcels = {}

    def begin(self, name, size):
        parcel = _Parcel(name, size)
        number = next(self._numbers)
        self._parcels[number] = parcel
        return number

    def piece(self, number, start, data):
        self._parcels[number].put(start, data)

    def finish(self, number):
        parcel = self._parcels[number]
        if parcel.gaps:
            return None
        data = parcel.whole()
        for name in parcel.names():
            where = os.path.join(self._dir, name)
            try:
                fd = os.open(where, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
            except FileExistsError:
                continue
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(fd, rest):]
            except BaseException:
                os.remove(where)
                raise
            finally:
                os.close(fd)
            self._parcels.pop(number).file.close()
            return name

    def photos(self):
        with os.scandir(self._dir) as entries:
            return sorted(entry.name for entry in entries
                          if any(entry.name.lower().endswith(kind) for kind in KINDS))
