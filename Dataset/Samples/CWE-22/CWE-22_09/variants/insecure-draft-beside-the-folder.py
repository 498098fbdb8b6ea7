import os


class Disks:
    def __init__(self, folder):
        self._root = os.path.abspath(folder)

    @staticmethod
    def _parts(name):
        """The parts of a name, as they are called on the server."""
        row = []
        for part in name.rstrip(".").replace("\\", "/").split("/"):
            part = part.strip(" ").lower()
            if part in ("", "."):
                continue
            if part == "..":
                if not row:
                    raise FileNotFoundError(name)
                row.pop()
            else:
                row.append(part)
        if row and row[0] == "staff":
            raise FileNotFoundError(name)
        if any("\0" in part for part in row):
            raise FileNotFoundError(name)
        return row

    def _path(self, name):
        return os.path.join(self._root, *self._parts(name))

    def load(self, name):
        try:
            with open(self._path(name), "rb") as file:
                return file.read()
        except OSError as error:
            raise FileNotFoundError(name) from error

    def save(self, name, data):
        path = self._path(name)
        folder = os.path.dirname(path)
        os.makedirs(folder, exist_ok=True)
        # First the whole text beside it, then one step: the cable may be pulled at any time.
        draft = os.path.join(folder, "." + os.path.basename(path) + "~")
        with open(draft, "wb") as file:
            file.write(data)
        os.replace(draft, path)

    def directory(self, name):
        parts = self._parts(name)
        names = os.listdir(os.path.join(self._root, *parts))
        if not parts:
            names = [each for each in names if each != "staff"]
        return sorted(names)
