import os
import re

SIGNATURES = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
MOST = 5_000_000


class Upload:
    def __init__(self, name, size):
        if not isinstance(name, str) or not name.isascii() or not name.isprintable() or "/" in name or name.count(".") > 1:
            raise ValueError("what a strange name")
        match = re.fullmatch(r"(.+)\.(jpg|jpeg|png)", name, re.ASCII | re.IGNORECASE | re.DOTALL)
        if not match or not 1 <= size <= MOST:
            raise ValueError(f"not a photograph: {name!r}")
        self.stem = re.sub(r"[^A-Za-z0-9_-]", "_", match[1])[:100]
        self.ending = match[2]
        self.data = bytearray(size)
        self.arrived = bytearray(size)

    def add(self, start, data):
        end = start + len(data)
        if not 0 <= start <= end <= len(self.data):
            raise ValueError("the piece does not lie within the photograph")
        self.data[start:end] = data
        self.arrived[start:end] = b"\1" * len(data)

    def names(self):
        yield f"{self.stem}.{self.ending}"
        number = 2
        while True:
            yield f"{self.stem}-{number}.{self.ending}"
            number += 1


class Receiver:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._uploads = {}
        self._last = 0

    def begin(self, name, size):
        upload = Upload(name, size)
        self._last += 1
        self._uploads[self._last] = upload
        return self._last

    def piece(self, number, start, data):
        self._uploads[number].add(start, data)

    def finish(self, number):
        upload = self._uploads[number]
        if 0 in upload.arrived:
            return None
        if not upload.data.startswith(SIGNATURES[upload.ending.lower()]):
            raise ValueError("this is no photograph of its kind")
        del self._uploads[number]
        for name in upload.names():
            try:
                file = open(os.path.join(self._folder, name), "xb")
            except FileExistsError:
                continue
            try:
                with file:
                    file.write(upload.data)
            except OSError:
                os.unlink(os.path.join(self._folder, name))
                raise
            return name

    def photos(self):
        names = os.listdir(self._folder)
        return sorted(name for name in names if name.lower().endswith((".jpg", ".jpeg", ".png")))
