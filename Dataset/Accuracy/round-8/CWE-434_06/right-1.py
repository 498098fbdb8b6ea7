import os
import tempfile

LIMIT = 65536


def _kind(data):
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return None


def _check_flat(flat):
    if type(flat) is not int or flat < 1:
        raise ValueError("not the number of a flat")


class Doorbells:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _path(self, flat, kind):
        return os.path.join(self.folder, f"{flat}.{kind}")

    def _remove(self, flat, kind):
        try:
            os.remove(self._path(flat, kind))
        except FileNotFoundError:
            pass

    def _read(self, flat):
        for kind in ("png", "gif"):
            try:
                with open(self._path(flat, kind), "rb") as file:
                    data = file.read()
            except FileNotFoundError:
                continue
            if _kind(data) == kind:
                return kind, data
        return None

    def put(self, flat, name, data):
        _check_flat(flat)
        data = bytes(data)
        if len(data) > LIMIT:
            raise ValueError("the picture is too large")
        kind = _kind(data)
        if kind is None or not name.lower().endswith("." + kind):
            raise ValueError("this is no PNG or GIF picture")
        # complete, outside of the folder, before it gets its name
        with tempfile.TemporaryDirectory(dir=os.path.dirname(self.folder)) as staging:
            part = os.path.join(staging, "picture")
            with open(part, "wb") as file:
                file.write(data)
            os.replace(part, self._path(flat, kind))
        self._remove(flat, "gif" if kind == "png" else "png")
        return f"{flat}.{kind}"

    def show(self, flat):
        _check_flat(flat)
        found = self._read(flat)
        if found is None:
            return None
        kind, data = found
        return "image/" + kind, data

    def move(self, old, new):
        _check_flat(old)
        _check_flat(new)
        found = self._read(old)
        if found is None:
            return None
        kind = found[0]
        if old != new:
            os.replace(self._path(old, kind), self._path(new, kind))
            self._remove(new, "gif" if kind == "png" else "png")
        return f"{new}.{kind}"
