import os

_STAFF = "staff"


def _read(name):
    """The parts to which a name leads, as they are called on the server."""
    row = []
    for part in name.rstrip(".").replace("\\", "/").split("/"):
        part = part.strip(" ").lower()
        if part == "..":
            if not row:
                raise FileNotFoundError("above the folder")
            row.pop()
        elif part not in ("", "."):
            row.append(part)
    return row


class Disks:
    def __init__(self, folder):
        self._root = os.path.abspath(folder)

    def _visible(self, name):
        """The name in its plain form, if visitors may see it."""
        row = _read(name)
        if row[:1] == [_STAFF] or "\0" in name:
            raise FileNotFoundError(name)
        return "/".join(row)

    def _path(self, name):
        return os.path.join(self._root, *_read(name))

    def load(self, name):
        name = self._visible(name)
        try:
            with open(self._path(name), "rb") as file:
                return file.read()
        except OSError as error:
            raise FileNotFoundError(name) from error

    def save(self, name, data):
        name = self._visible(name)
        if not name:
            raise FileNotFoundError("no name")
        path = self._path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        name = self._visible(name)
        names = os.listdir(self._path(name))
        if not name:
            names = [each for each in names if each != _STAFF]
        return sorted(names)
