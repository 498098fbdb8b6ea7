import os
import stat


class Panels:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    # -- where paths lead to ---------------------------------------------

    def _inside(self, real):
        return real == self._root or real.startswith(self._root.rstrip("/") + "/")

    def _checked(self, real):
        if not self._inside(real):
            raise PermissionError("outside of the folder")
        return real

    def _full(self, path):
        if not isinstance(path, str) or path.startswith("/") or "\0" in path:
            raise PermissionError("not a path in the folder")
        return os.path.join(self._root, path)

    def _target(self, path):
        """Where `path` leads to when all shortcuts are followed."""
        return self._checked(os.path.realpath(self._full(path)))

    def _entry(self, path):
        """The place of `path` itself: only the shortcuts on the way are followed."""
        head, name = os.path.split(self._full(path).rstrip("/"))
        if name in ("", ".", ".."):
            raise PermissionError("not the name of a panel")
        place = os.path.join(self._checked(os.path.realpath(head)), name)
        if place == self._root or not self._inside(place):
            raise PermissionError("outside of the folder")
        return place

    @staticmethod
    def _folders(place):
        os.makedirs(os.path.dirname(place), exist_ok=True)

    @staticmethod
    def _link(place, real):
        os.symlink(os.path.relpath(real, os.path.dirname(place)), place)

    # -- the methods -----------------------------------------------------

    def read(self, path):
        with open(self._target(path), "rb") as file:
            return file.read()

    def write(self, path, data):
        real = self._target(path)
        self._folders(real)
        with open(real, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        place = self._entry(path)
        real = self._target(target)
        if not os.path.exists(real):
            raise FileNotFoundError(target)
        if os.path.lexists(place):
            raise FileExistsError(path)
        self._folders(place)
        self._link(place, real)

    def move(self, path, new):
        old = self._entry(path)
        mode = os.lstat(old).st_mode
        place = self._entry(new)
        if os.path.lexists(place):
            raise FileExistsError(new)
        if stat.S_ISLNK(mode):
            # the text of a link counts from where it lies: make it anew
            real = self._checked(os.path.realpath(old))
            self._folders(place)
            self._link(place, real)
            os.unlink(old)
        else:
            self._folders(place)
            os.rename(old, place)

    def remove(self, path):
        os.unlink(self._entry(path))

    def names(self, path=""):
        return sorted(os.listdir(self._target(path)))
