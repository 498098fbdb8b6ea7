import os


class Panels:
    def __init__(self, folder):
        self.root = os.path.realpath(folder)

    # -- paths ---------------------------------------------------------

    def _inside(self, full):
        return full == self.root or full.startswith(self.root + os.sep)

    def _resolve(self, path):
        """Where path leads to in the end, all links followed; it has to be inside."""
        if "\0" in path or path.startswith("/"):
            raise ValueError("bad path")
        full = os.path.realpath(os.path.join(self.root, path))
        if not self._inside(full):
            raise PermissionError("outside of the folder")
        return full

    def _place(self, path):
        """The entry itself: links in front of the last name are followed, the last is not."""
        parent, name = os.path.split(path.rstrip("/"))
        if name in ("", ".", ".."):
            raise ValueError("bad name")
        return os.path.join(self._resolve(parent), name)

    # -- methods -------------------------------------------------------

    def read(self, path):
        with open(self._resolve(path), "rb") as file:
            return file.read()

    def write(self, path, data):
        full = self._resolve(path)
        if full == self.root:
            raise IsADirectoryError(path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(data)

    def names(self, path=""):
        return sorted(os.listdir(self._resolve(path)))

    def shortcut(self, path, target):
        real = self._resolve(target)
        if not os.path.exists(real):
            raise FileNotFoundError(target)
        place = self._place(path)
        if os.path.lexists(place):
            raise FileExistsError(path)
        self._link(place, real)

    def move(self, path, new):
        old = self._place(path)
        if not os.path.lexists(old):
            raise FileNotFoundError(path)
        if not os.path.islink(old) and os.path.isdir(old):
            raise IsADirectoryError(path)
        place = self._place(new)
        if os.path.lexists(place):
            raise FileExistsError(new)
        if not os.path.islink(old):
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.rename(old, place)
            return
        real = os.path.realpath(old)
        if not self._inside(real):
            raise PermissionError("leads outside of the folder")
        self._link(place, real)
        os.unlink(old)

    def remove(self, path):
        place = self._place(path)
        if not os.path.lexists(place):
            raise FileNotFoundError(path)
        os.unlink(place)

    def _link(self, place, real):
        parent = os.path.dirname(place)
        os.makedirs(parent, exist_ok=True)
        os.symlink(os.path.relpath(real, parent), place)
