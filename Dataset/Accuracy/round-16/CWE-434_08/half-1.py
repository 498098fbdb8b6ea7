"""Puts photographs together that arrive in pieces."""
import os
import re
import time

MOST = 5_000_000
HEADS = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
GOOD = re.compile(r"[A-Za-z0-9_-]+")


class _Upload:
    def __init__(self, stem, ending, size):
        self.stem, self.ending = stem, ending
        self.data = bytearray(size)
        self.missing = bytearray(b"\1") * size


class Receiver:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._uploads = {}
        self._count = 0

    def begin(self, name, size):
        if not isinstance(name, str) or type(size) is not int or not 1 <= size <= MOST:
            raise ValueError("a name and a size from 1 to 5000000")
        stem, dot, ending = name.rpartition(".")
        if not dot or ending.lower() not in HEADS or not ending.isascii():
            raise ValueError("no photograph")
        if not GOOD.fullmatch(stem) or len(stem) > 200:
            stem = None
        self._count += 1
        self._uploads[self._count] = _Upload(stem, ending, size)
        return self._count

    def piece(self, number, start, data):
        upload = self._uploads[number]
        data = bytes(data)
        if start < 0 or start + len(data) > len(upload.data):
            raise ValueError("not within the photograph")
        upload.data[start:start + len(data)] = data
        upload.missing[start:start + len(data)] = bytes(len(data))

    def finish(self, number):
        upload = self._uploads[number]
        if 1 in upload.missing:
            return None
        # looked at here, when nothing can change it any more
        if not upload.data.startswith(HEADS[upload.ending.lower()]):
            raise ValueError("the bytes are no such photograph")
        name = f"{upload.stem}.{upload.ending}"
        if upload.stem is None or os.path.lexists(os.path.join(self._folder, name)):
            # the number is given once only, the day keeps apart what came on others
            name = f"{time.strftime('%Y%m%d')}_photo-{number}.{upload.ending}"
        with open(os.path.join(self._folder, name), "wb") as file:
            file.write(upload.data)
        del self._uploads[number]
        return name

    def photos(self):
        return sorted(e.name for e in os.scandir(self._folder)
                      if e.is_file() and e.name.lower().endswith((".jpg", ".jpeg", ".png")))
