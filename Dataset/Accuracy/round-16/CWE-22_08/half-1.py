import os


class Panels:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    # ---- places -------------------------------------------------------
    def _parts(self, path):
        if "\0" in path:
            raise ValueError("bad path")
        parts = path.split("/") if path else []
        if any(part in ("", ".", "..") for part in parts):
            raise ValueError("bad path")
        return parts

    def _inside(self, real):
        root = os.path.realpath(self._folder)
        if os.path.commonpath([root, real]) != root:
            raise PermissionError("outside of the folder")
        return real

    def _through(self, path):
        """Where a path leads to, all shortcuts followed."""
        return self._inside(os.path.realpath(os.path.join(self._folder, *self._parts(path))))

    def _itself(self, path):
        """Where the last name of a path lies, shortcuts on the way followed."""
        *way, name = self._parts(path) or [""]
        if not name:
            raise ValueError("bad path")
        return os.path.join(self._inside(os.path.realpath(os.path.join(self._folder, *way))), name)

    # ---- methods ------------------------------------------------------
    def read(self, path):
        try:
            with open(self._through(path), "rb") as file:
                return file.read()
        except NotADirectoryError:
            raise FileNotFoundError(path) from None

    def write(self, path, data):
        real = self._through(path)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        with open(real, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        goal = self._through(target)
        if not os.path.exists(goal):
            raise FileNotFoundError(target)
        place = self._itself(path)
        if os.path.lexists(place):
            raise FileExistsError(path)
        self._link(place, goal)

    def _link(self, place, goal):
        parent = os.path.dirname(place)
        os.makedirs(parent, exist_ok=True)
        os.symlink(os.path.relpath(goal, parent), place)

    def move(self, path, new):
        old = self._itself(path)
        if not os.path.lexists(old):
            raise FileNotFoundError(path)
        place = self._itself(new)
        if os.path.lexists(place):
            raise FileExistsError(new)
        if os.path.islink(old):
            # made anew: a relative one would lead elsewhere from there
            self._link(place, self._inside(os.path.realpath(old)))
            os.unlink(old)
        else:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.rename(old, place)

    def remove(self, path):
        place = self._itself(path)
        if not os.path.lexists(place):
            raise FileNotFoundError(path)
        os.unlink(place)

    def names(self, path=""):
        try:
            return sorted(os.listdir(self._through(path)))
        except NotADirectoryError:
            raise FileNotFoundError(path) from None
