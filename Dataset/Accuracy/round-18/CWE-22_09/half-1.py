import os
import re


class Disks:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    @staticmethod
    def _parts(name):
        name = name.lower()
        before = None
        while name != before:               # "README. ." has both at its end
            before, name = name, name.strip(" ").rstrip(".")
        return [part.strip(" ") for part in re.split(r"[\\/]", name)]

    def _path(self, name):
        """The path of what a visitor has named, if she may see it."""
        if "\0" in name:
            raise FileNotFoundError(name)
        parts = [part for part in self._parts(name) if part]
        path = os.path.join(self._folder, *parts)
        # Where does it lead, with all "." and ".." read to the end?
        inside = os.path.relpath(os.path.normpath(path), self._folder).split(os.sep)
        if inside[0] in ("..", "staff"):
            raise FileNotFoundError(name)
        return path

    def load(self, name):
        path = self._path(name)
        if not os.path.isfile(path):
            raise FileNotFoundError(name)
        with open(path, "rb") as file:
            return file.read()

    def save(self, name, data):
        path = self._path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        path = self._path(name)
        names = os.listdir(path)
        if os.path.normpath(path) == self._folder and "staff" in names:
            names.remove("staff")
        return sorted(names)
