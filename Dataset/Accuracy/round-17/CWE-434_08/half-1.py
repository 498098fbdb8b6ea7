import os
import re
import secrets

LARGEST = 5_000_000
# one dot only, none of the signs that mean something to a server
PLAIN = re.compile(r"[a-z0-9_-]+\.(?:jpe?g|png)", re.IGNORECASE)
STARTS = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff",
          "png": b"\x89PNG\r\n\x1a\n"}


def _ending(name):
    ending = name.rpartition(".")[2] if "." in name else ""
    return ending if ending.lower() in STARTS else None


class _Upload:
    def __init__(self, name, ending, size):
        self.name, self.ending = name, ending
        self.data = bytearray(size)
        self.there = bytearray(size)


class Receiver:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._uploads = {}
        self._last = 0

    def begin(self, name, size):
        if not isinstance(name, str):
            raise ValueError("not a name")
        if type(size) is not int or not 1 <= size <= LARGEST:
            raise ValueError("not a size")
        ending = _ending(name)
        if ending is None:
            raise ValueError("not the name of a photograph")
        self._last += 1
        self._uploads[self._last] = _Upload(name, ending, size)
        return self._last

    def piece(self, number, start, data):
        upload = self._uploads[number]
        data = bytes(data)
        if type(start) is not int or start < 0 or start + len(data) > len(upload.data):
            raise ValueError("not within the photograph")
        upload.data[start:start + len(data)] = data
        upload.there[start:start + len(data)] = b"\1" * len(data)

    def finish(self, number):
        upload = self._uploads[number]
        if 0 in upload.there:
            return None
        if not upload.data.startswith(STARTS[upload.ending.lower()]):
            raise ValueError("not a photograph")
        name = self._put(upload)
        del self._uploads[number]
        return name

    def photos(self):
        return sorted(name for name in os.listdir(self._folder)
                      if _ending(name) and os.path.isfile(os.path.join(self._folder, name)))

    def _put(self, upload):
        name = upload.name
        if not PLAIN.fullmatch(name) or len(name) > 255:
            name = self._other(upload)
        while True:
            path = os.path.join(self._folder, name)
            try:
                file = open(path, "xb")     # never one that is there, nor a link
            except FileExistsError:
                name = self._other(upload)
                continue
            try:
                with file:
                    file.write(upload.data)
            except BaseException:
                os.unlink(path)
                raise
            return name

    @staticmethod
    def _other(upload):
        return f"photo-{secrets.token_hex(8)}.{upload.ending}"
