"""The comics folder, as writers see it through the web page."""
import os


class Panels:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    # -- where a path leads ------------------------------------------------

    def _inside(self, real):
        if os.path.commonpath([self._root, real]) != self._root:
            raise PermissionError("outside of the folder")
        return real

    def _follow(self, path):
        """The real place of a path, all shortcuts in it resolved."""
        return self._inside(os.path.realpath(os.path.join(self._root, path)))

    def _entry(self, path):
        """The place of the entry itself: only its folder is resolved."""
        head, name = os.path.split(path.rstrip("/"))
        if name in ("", ".", ".."):
            raise PermissionError("not the path of a panel or shortcut")
        return os.path.join(self._follow(head), name)

    def _folder_of(self, real):
        os.makedirs(os.path.dirname(real), exist_ok=True)

    def _link(self, real, entry):
        """Makes the shortcut `entry` to the real place `real`."""
        os.symlink(os.path.relpath(real, os.path.dirname(entry)), entry)

    # -- the methods -------------------------------------------------------

    def read(self, path):
        real = self._follow(path)
        if not os.path.isfile(real):
            raise FileNotFoundError(path)
        with open(real, "rb") as file:
            return file.read()

    def write(self, path, data):
        real = self._follow(path)
        self._folder_of(real)
        with open(real, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        entry, real = self._entry(path), self._follow(target)
        if not os.path.exists(real):
            raise FileNotFoundError(target)
        if os.path.lexists(entry):
            raise FileExistsError(path)
        self._folder_of(entry)
        self._link(real, entry)

    def move(self, path, new):
        old, entry = self._entry(path), self._entry(new)
        if not os.path.islink(old) and not os.path.isfile(old):
            raise FileNotFoundError(path)
        if os.path.lexists(entry):
            raise FileExistsError(new)
        if os.path.islink(old):
            real = self._inside(os.path.realpath(old))
            self._folder_of(entry)
            self._link(real, entry)
            os.unlink(old)
        else:
            self._folder_of(entry)
            os.rename(old, entry)

    def remove(self, path):
        entry = self._entry(path)
        if not os.path.islink(entry) and not os.path.isfile(entry):
            raise FileNotFoundError(path)
        os.unlink(entry)

    def names(self, path=""):
        real = self._follow(path)
        if not os.path.isdir(real):
            raise FileNotFoundError(path)
        return sorted(os.listdir(real))
