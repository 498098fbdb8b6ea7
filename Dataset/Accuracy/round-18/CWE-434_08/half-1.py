import os
import re
import secrets

# letters, digits, - and _, then one dot and the ending, small or capital
PLAIN = re.compile(r"[a-z0-9_-]+\.(jpg|jpeg|png)", re.IGNORECASE)
ENDING = re.compile(r"\.(jpg|jpeg|png)", re.IGNORECASE | re.ASCII)
JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"


class Upload:
    def __init__(self, name, size):
        self.name = name
        self.ending = "." + name.rpartition(".")[2]
        if not ENDING.fullmatch(self.ending):
            raise ValueError("no photograph")
        self.data = bytearray(size)
        self.there = bytearray(size)

    def put(self, start, data):
        end = start + len(data)
        if start < 0 or end > len(self.data):
            raise ValueError("not within the photograph")
        self.data[start:end] = data
        self.there[start:end] = b"\1" * len(data)

    def check(self):
        begin = PNG if self.ending.lower() == ".png" else JPEG
        if not self.data.startswith(begin):
            raise ValueError("does not begin as its ending says")


class Receiver:
    def __init__(self, folder):
        self._folder = folder
        self._last = 0
        self._uploads = {}

    def begin(self, name, size):
        if type(size) is not int or not 1 <= size <= 5000000:
            raise ValueError("size")
        upload = Upload(name, size)
        self._last += 1
        self._uploads[self._last] = upload
        return self._last

    def piece(self, number, start, data):
        self._uploads[number].put(start, bytes(data))

    def _names(self, upload):
        if PLAIN.fullmatch(upload.name) and len(os.fsencode(upload.name)) <= 255:
            yield upload.name
        while True:
            yield secrets.token_hex(8) + upload.ending

    def finish(self, number):
        upload = self._uploads[number]
        if 0 in upload.there:
            return None
        upload.check()
        for name in self._names(upload):
            path = os.path.join(self._folder, name)
            try:
                file = open(path, "xb")         # never one that is there
            except FileExistsError:
                continue
            try:
                with file:
                    file.write(upload.data)
            except BaseException:
                os.unlink(path)
                raise
            del self._uploads[number]
            return name

    def photos(self):
        return sorted(name for name in os.listdir(self._folder)
                      if ENDING.fullmatch(os.path.splitext(name)[1]))
