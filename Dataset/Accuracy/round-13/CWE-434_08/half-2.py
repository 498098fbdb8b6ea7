"""Receiver for photographs that arrive in pieces."""
import itertools
import os
import string
from bisect import insort

LIMIT = 5_000_000
LETTERS = frozenset(string.ascii_letters + string.digits + "-_")
STARTS = {
    ".jpg": bytes.fromhex("FF D8 FF"),
    ".jpeg": bytes.fromhex("FF D8 FF"),
    ".png": bytes.fromhex("89 50 4E 47 0D 0A 1A 0A"),
}


def split_name(name):
    """(stem, ending), where the ending is that of a photograph."""
    if not isinstance(name, str):
        raise ValueError("a name is a text")
    stem, dot, last = name.rpartition(".")
    ending = dot + last
    if not ending.isascii() or ending.lower() not in STARTS:
        raise ValueError("neither JPEG nor PNG")
    return stem, ending


def is_plain(stem):
    return 0 < len(stem) <= 250 and LETTERS.issuperset(stem)


class Upload:
    def __init__(self, stem, ending, size):
        self.stem, self.ending, self.size = stem, ending, size
        self.content = bytearray(size)
        self.spans = []                     # disjoint, sorted (start, end)

    def add(self, start, data):
        end = start + len(data)
        self.content[start:end] = data
        if start == end:
            return
        kept = []
        for a, b in self.spans:
            if b < start or end < a:
                kept.append((a, b))
            else:
                start, end = min(a, start), max(b, end)
        insort(kept, (start, end))
        self.spans = kept

    def whole(self):
        return self.spans == [(0, self.size)]


class Receiver:
    def __init__(self, folder):
        self._folder = folder
        self._numbers = itertools.count(1)
        self._open = {}

    def begin(self, name, size):
        stem, ending = split_name(name)
        if isinstance(size, bool) or not isinstance(size, int) or not 0 < size <= LIMIT:
            raise ValueError("size")
        number = next(self._numbers)
        self._open[number] = Upload(stem, ending, size)
        return number

    def piece(self, number, start, data):
        upload = self._open[number]
        data = bytes(data)
        if isinstance(start, bool) or not isinstance(start, int):
            raise ValueError("start")
        if start < 0 or start + len(data) > upload.size:
            raise ValueError("not within the photograph")
        upload.add(start, data)

    def _names(self, upload):
        """Names to try, the best first."""
        if is_plain(upload.stem):
            yield upload.stem + upload.ending
        base = "".join(c for c in upload.stem if c in LETTERS)[:60] or "photo"
        for i in itertools.count(1):
            yield f"{base}-{i}{upload.ending}"

    def finish(self, number):
        upload = self._open[number]
        if not upload.whole():
            return None
        # The check is made last, on what is written: later pieces may have changed it.
        if not upload.content.startswith(STARTS[upload.ending.lower()]):
            raise ValueError("does not begin as its ending says")
        for name in self._names(upload):
            try:
                file = open(os.path.join(self._folder, name), "xb")
            except FileExistsError:
                continue
            with file:
                file.write(upload.content)
            del self._open[number]
            return name

    def photos(self):
        found = []
        for name in os.listdir(self._folder):
            try:
                split_name(name)
            except ValueError:
                continue
            if os.path.isfile(os.path.join(self._folder, name)):
                found.append(name)
        return sorted(found)
