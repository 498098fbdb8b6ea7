import os
import re


class Disks:
    """The files of one old machine. Names are read as the machine writes them."""

    def __init__(self, folder):
        self._root = os.path.abspath(folder)

    def _find(self, name):
        """Returns the path that a name leads to, and how deep below our folder it is."""
        if "\0" in name:
            raise FileNotFoundError(name)
        path, depth = self._root, 0
        for part in re.split(r"[\\/]", name.rstrip(" .")):
            if part in ("", "."):
                continue
            part = part.strip(" ").lower()
            if part == "..":
                depth -= 1
                if depth < 0:
                    raise FileNotFoundError(name)
            else:
                if depth == 0 and part == "staff":
                    raise FileNotFoundError(name)
                depth += 1
            path = os.path.join(path, part)
        return path, depth

    def load(self, name):
        path, _ = self._find(name)
        try:
            with open(os.path.normpath(path), "rb") as file:
                return file.read()
        except (OSError, ValueError):
            raise FileNotFoundError(name) from None

    def save(self, name, data):
        path, _ = self._find(name)
        path = os.path.normpath(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        path, depth = self._find(name)
        try:
            names = os.listdir(os.path.normpath(path))
        except (OSError, ValueError):
            raise FileNotFoundError(name) from None
        if depth == 0:
            names = [one for one in names if one != "staff"]
        return sorted(names)
