import os


class Disks:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        parts = [part.strip() for part in name.lower().replace("\\", "/").split("/")]
        if parts[0] == "staff":
            raise FileNotFoundError(name)
        return os.path.join(self.folder, "/".join(parts).rstrip("."))

    def load(self, name):
        with open(self._path(name), "rb") as file:
            return file.read()

    def save(self, name, data):
        path = self._path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        found = sorted(os.listdir(self._path(name)))
        return found if name else [one for one in found if one != "staff"]
