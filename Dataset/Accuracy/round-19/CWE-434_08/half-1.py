import os
import re
import secrets
import shutil
import tempfile
import threading

LARGEST = 5000000
ENDING = re.compile(r"(.*)\.(jpg|jpeg|png)", re.ASCII | re.IGNORECASE | re.DOTALL)
STEM = re.compile(r"[A-Za-z0-9_-]{1,250}")
PHOTO = re.compile(r"[A-Za-z0-9_-]+\.(?:[Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg])")
JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"


class _Upload:
    def __init__(self, name, ending, size):
        self.name = name            # None if another one has to be chosen
        self.ending = ending
        self.data = bytearray(size)
        self.gaps = [(0, size)]

    def write(self, start, data):
        end = start + len(data)
        self.data[start:end] = data
        gaps = []
        for low, high in self.gaps:
            if low < min(high, start):
                gaps.append((low, min(high, start)))
            if max(low, end) < high:
                gaps.append((max(low, end), high))
        self.gaps = gaps


class Receiver:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._lock = threading.Lock()
        self._uploads = {}
        self._last = 0
        # Names that are taken; none of them is ever given again.
        self._taken = set(os.listdir(self._folder))

    def begin(self, name, size):
        if type(size) is not int or not 1 <= size <= LARGEST:
            raise ValueError("not a size")
        match = ENDING.fullmatch(name)
        if match is None:
            raise ValueError("not a photograph")
        stem, ending = match.groups()
        if not STEM.fullmatch(stem):
            name = None
        with self._lock:
            self._last += 1
            self._uploads[self._last] = _Upload(name, ending, size)
            return self._last

    def piece(self, number, start, data):
        data = bytes(data)
        with self._lock:
            upload = self._uploads[number]
            if start < 0 or start + len(data) > len(upload.data):
                raise ValueError("not within the photograph")
            upload.write(start, data)

    def finish(self, number):
        with self._lock:
            upload = self._uploads[number]
            if upload.gaps:
                return None
            signature = PNG if upload.ending.lower() == "png" else JPEG
            if not upload.data.startswith(signature):
                raise ValueError("not what its ending says")
            name = upload.name
            while name is None or name in self._taken:
                name = f"photo-{secrets.token_hex(8)}.{upload.ending}"
            self._store(name, upload.data)
            self._taken.add(name)
            del self._uploads[number]
            return name

    def _store(self, name, data):
        # Written elsewhere first: the folder never shows half a photograph.
        number, temporary = tempfile.mkstemp(prefix="photo-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
            os.chmod(temporary, 0o644)
            shutil.move(temporary, os.path.join(self._folder, name))
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise

    def photos(self):
        return sorted(name for name in os.listdir(self._folder) if PHOTO.fullmatch(name))
