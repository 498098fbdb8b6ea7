import os


class Disks:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _path(self, name):
        read = "/".join(part.strip() for part in name.lower().replace("\\", "/").rstrip(" .").split("/"))
        path = os.path.normpath(f"{self.folder}/{read}")
        inside = os.path.relpath(path, self.folder).split("/")
        if inside[0] in ("..", "staff"):
            raise FileNotFoundError(name)
        return path

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
        return [one for one in found if one != "staff"] if self._path(name) == self.folder else found
