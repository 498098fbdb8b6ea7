"""Receiver for photographs that arrive in pieces."""
import os
import re
import secrets

MAX_SIZE = 5_000_000
MAX_NAME = 255

# A name that may be kept as it is; all others get one of ours.
PLAIN = re.compile(r"[a-z0-9_-]+\.(?:jpe?g|png)", re.IGNORECASE)
ENDING = re.compile(r"\.(jpg|jpeg|png)\Z", re.IGNORECASE)

MAGIC = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}


class _Upload:
    def __init__(self, name, size):
        self.name = name
        self.ending = ENDING.search(name)[1]
        self.data = bytearray(size)
        self.there = bytearray(size)            # 1 for each byte that has arrived

    def put(self, start, data):
        self.data[start:start + len(data)] = data
        self.there[start:start + len(data)] = b"\1" * len(data)

    @property
    def complete(self):
        return 0 not in self.there

    @property
    def genuine(self):
        return self.data.startswith(MAGIC[self.ending.lower()])


class Receiver:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._count = 0
        self._uploads = {}

    def begin(self, name, size):
        if not isinstance(name, str) or not ENDING.search(name):
            raise ValueError("not the name of a photograph")
        if type(size) is not int or not 1 <= size <= MAX_SIZE:
            raise ValueError("a size is 1 to 5000000 bytes")
        self._count += 1
        self._uploads[self._count] = _Upload(name, size)
        return self._count

    def piece(self, number, start, data):
        upload = self._uploads[number]
        data = bytes(data)
        if type(start) is not int or start < 0 or start + len(data) > len(upload.data):
            raise ValueError("not within the photograph")
        upload.put(start, data)

    def _create(self, upload):
        """A new file, never one that is there already."""
        plain = PLAIN.fullmatch(upload.name) and len(upload.name) <= MAX_NAME
        name = upload.name if plain else None
        while True:
            if name is None:
                name = f"photo-{secrets.token_hex(8)}.{upload.ending}"
            try:
                return name, open(os.path.join(self._folder, name), "xb")
            except FileExistsError:
                name = None

    def finish(self, number):
        upload = self._uploads[number]
        if not upload.complete:
            return None
        if not upload.genuine:
            del self._uploads[number]
            raise ValueError("not a photograph of this kind")
        name, file = self._create(upload)
        try:
            with file:
                file.write(upload.data)
        except BaseException:
            os.unlink(file.name)
            raise
        del self._uploads[number]
        return name

    def photos(self):
        return sorted(entry.name for entry in os.scandir(self._folder)
                      if entry.is_file() and ENDING.search(entry.name))
