import os

PRIVATE = "staff"


class Disks:
    def __init__(self, folder):
        self._root = os.fsencode(os.path.abspath(folder))

    @staticmethod
    def _parts(name):
        """The parts of a name as they are on the server."""
        parts = [part.strip(" ") for part in name.replace("\\", "/").lower().split("/")]
        parts[-1] = parts[-1].rstrip(". ")
        parts = [part for part in parts if part not in ("", ".")]
        for part in parts:
            if part == ".." or "\0" in part:
                raise FileNotFoundError(name)
        if parts and parts[0] == PRIVATE:
            raise FileNotFoundError(name)
        return parts

    def _path(self, name):
        # Names on the server are UTF-8; what cannot be written in it, is left out.
        parts = [part.encode("utf-8", "ignore") for part in self._parts(name)]
        return os.path.join(self._root, *(part for part in parts if part))

    def load(self, name):
        try:
            with open(self._path(name), "rb") as file:
                return file.read()
        except (IsADirectoryError, NotADirectoryError):
            raise FileNotFoundError(name) from None

    def save(self, name, data):
        path = self._path(name)
        if path == self._root:
            raise FileNotFoundError(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        path = self._path(name)
        names = [os.fsdecode(one) for one in os.listdir(path)]
        if path == self._root:
            names = [one for one in names if one != PRIVATE]
        return sorted(names)
