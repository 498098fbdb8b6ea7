import os


class Panels:
    def __init__(self, folder):
        self._folder = os.path.realpath(folder)

    def _inside(self, real):
        if os.path.commonpath([self._folder, real]) != self._folder:
            raise PermissionError("this lies outside of the folder")
        # Behind a link that leads to itself, links are not followed.
        if os.path.realpath(real) != real:
            raise PermissionError("nobody can tell where this lies")
        return real

    def _target(self, path):
        """What the path leads to, all links followed."""
        return self._inside(os.path.realpath(os.path.join(self._folder, path)))

    def _place(self, path):
        """Where the panel or shortcut itself lies: links are followed on the way only."""
        head, name = os.path.split(path)
        if name in ("", ".", ".."):
            raise ValueError(f"{path!r} names no panel")
        return os.path.join(self._target(head), name)

    def _make_place(self, path):
        place = self._place(path)
        if os.path.lexists(place):
            raise FileExistsError(path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        return place

    def read(self, path):
        with open(self._target(path), "rb") as file:
            return file.read()

    def write(self, path, data):
        target = self._target(path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        real = self._target(target)
        if not os.path.exists(real):
            raise FileNotFoundError(target)
        os.symlink(real, self._make_place(path))

    def move(self, path, new):
        place = self._place(path)
        if not os.path.isfile(place) and not os.path.islink(place):
            raise FileNotFoundError(path)
        if os.path.islink(place):
            os.symlink(self._target(path), self._make_place(new))
            os.unlink(place)
        else:
            os.rename(place, self._make_place(new))

    def remove(self, path):
        os.unlink(self._place(path))

    def names(self, path=""):
        return sorted(os.listdir(self._target(path)))
