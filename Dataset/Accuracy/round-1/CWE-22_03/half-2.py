import os
import re

NO_CLIP = re.compile(r".*/|\.{0,2}$")


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _folder(self, presenter):
        return os.path.join(self.root, presenter)

    def _path(self, presenter, name):
        if NO_CLIP.match(name) or "\0" in name:
            return None
        return os.path.normpath(os.path.join(self._folder(presenter), name))

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        if path is None:
            raise ValueError(f"{name!r} is no name for a clip")
        os.makedirs(self._folder(presenter), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def load(self, presenter, name):
        path = self._path(presenter, name)
        if path is None or not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def delete(self, presenter, name):
        path = self._path(presenter, name)
        if path is None or not os.path.isfile(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        folder = self._folder(presenter)
        if not os.path.isdir(folder):
            return []
        return sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name)))
