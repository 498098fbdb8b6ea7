import os


class Disks:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _parts(self, name):
        """The parts of a name as it is on the server, and of nothing else."""
        # No part ends with a dot on the server, so ".." is nothing.
        parts = [part.rstrip(".").strip(" ") for part in name.lower().replace("\\", "/").split("/")]
        parts = [part for part in parts if part]
        if parts[:1] == ["staff"]:
            raise FileNotFoundError(name)
        return parts

    def _file(self, name):
        parts = self._parts(name)
        if not parts:
            raise FileNotFoundError(name)
        return os.path.join(self.folder, *parts)

    def load(self, name):
        with open(self._file(name), "rb") as file:
            return file.read()

    def save(self, name, data):
        path = self._file(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        parts = self._parts(name)
        found = sorted(os.listdir(os.path.join(self.folder, *parts)))
        return found if parts else [one for one in found if one != "staff"]
