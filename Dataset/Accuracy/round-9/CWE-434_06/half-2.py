"""The pictures of the doorbells."""

import os
import threading

LARGEST = 65536
PNG = b"\x89PNG\r\n\x1a\n"
GIF = (b"GIF87a", b"GIF89a")
TYPES = {"png": "image/png", "gif": "image/gif"}


def _kind(data):
    if data.startswith(PNG):
        return "png"
    if data.startswith(GIF):
        return "gif"
    raise ValueError("neither PNG nor GIF")


def _number(flat):
    if type(flat) is not int or flat < 1:
        raise ValueError(f"no flat: {flat!r}")
    return flat


class Doorbells:
    # There is no flat with this number, so a new picture can be written there under a name that is
    # allowed in the folder, and then takes the place of the old one in a single step.
    DRAFT = 0

    def __init__(self, folder):
        self.folder = folder
        self.lock = threading.RLock()

    def _path(self, number, kind):
        return os.path.join(self.folder, f"{number}.{kind}")

    def _read(self, flat):
        for kind in TYPES:
            try:
                with open(self._path(flat, kind), "rb") as file:
                    data = file.read()
                if _kind(data) == kind:
                    return kind, data
            except (FileNotFoundError, ValueError):
                pass
        return None, None

    def _drop_other(self, flat, kind):
        other = self._path(flat, "gif" if kind == "png" else "png")
        if os.path.lexists(other):
            os.unlink(other)

    def put(self, flat, name, data):
        _number(flat)
        if len(data) > LARGEST:
            raise ValueError("more than 65,536 bytes")
        kind = _kind(data)
        with self.lock:
            draft = self._path(self.DRAFT, kind)
            try:
                with open(draft, "wb") as file:
                    file.write(data)
                self._drop_other(flat, kind)
                os.replace(draft, self._path(flat, kind))
            except BaseException:
                if os.path.exists(draft):
                    os.unlink(draft)
                raise
        return f"{flat}.{kind}"

    def show(self, flat):
        kind, data = self._read(_number(flat))
        if kind is None:
            return None
        return TYPES[kind], data

    def move(self, old, new):
        _number(old), _number(new)
        with self.lock:
            kind, _ = self._read(old)
            if kind is None:
                return None
            self._drop_other(new, kind)
            os.replace(self._path(old, kind), self._path(new, kind))
        return f"{new}.{kind}"
