import os
import re


class Disks:
    """The files of one old machine. On the server, names are bytes in UTF-8."""

    def __init__(self, folder):
        self._root = os.fsencode(os.path.abspath(folder))

    @staticmethod
    def _parts(name):
        """Reads a name to the end: returns its parts, none of which is empty, '.' or '..'."""
        if "\0" in name:
            raise FileNotFoundError(name)
        parts = []
        for part in re.split(r"[\\/]", name.rstrip(" .")):
            part = part.strip(" ").lower()
            if part in ("", "."):
                continue
            if part == "..":
                raise FileNotFoundError(name)
            parts.append(part)
        if parts and parts[0] == "staff":
            raise FileNotFoundError(name)
        return parts

    def _path(self, parts):
        # halves of characters cannot be written in UTF-8, and no file has them in its name
        return os.path.join(self._root, *(part.encode("utf-8", "ignore") for part in parts))

    def load(self, name):
        path = self._path(self._parts(name))
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            raise FileNotFoundError(name) from None

    def save(self, name, data):
        parts = self._parts(name)
        if not parts:
            raise FileNotFoundError(name)
        path = self._path(parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        parts = self._parts(name)
        try:
            names = [os.fsdecode(one) for one in os.listdir(self._path(parts))]
        except OSError:
            raise FileNotFoundError(name) from None
        if not parts:
            names = [one for one in names if one != "staff"]
        return sorted(names)
