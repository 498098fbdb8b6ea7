import glob
import os

TYPES = {".png": "image/png", ".gif": "image/gif"}


class Doorbells:
    def __init__(self, folder):
        self.folder = folder

    def _find(self, flat):
        found = glob.glob(os.path.join(glob.escape(self.folder), f"{flat}.*"))
        return found[0] if found else None

    def put(self, flat, name, data):
        if len(data) > 65536:
            raise ValueError("The picture is too large")
        old = self._find(flat)
        if old:
            os.remove(old)
        stored = f"{flat}{os.path.splitext(name)[1].lower()}"
        with open(os.path.join(self.folder, stored), "wb") as file:
            file.write(data)
        return stored

    def show(self, flat):
        path = self._find(flat)
        if path is None:
            return None
        with open(path, "rb") as file:
            return TYPES.get(os.path.splitext(path)[1]), file.read()

    def move(self, old, new):
        path = self._find(old)
        if path is None:
            return None
        stored = f"{new}{os.path.splitext(path)[1]}"
        if old != new:
            there = self._find(new)
            if there:
                os.remove(there)
            os.rename(path, os.path.join(self.folder, stored))
        return stored
