import os


class ClipStore:
    def __init__(self, root):
        self._root = os.path.realpath(root)

    def _folder(self, presenter):
        return os.path.join(self._root, presenter)

    def _path(self, presenter, name):
        """The path of the clip, or None if it would lie outside the folder."""
        folder = self._folder(presenter)
        if not name or "\0" in name:
            return None
        try:
            path = os.path.realpath(os.path.join(folder, name))
        except UnicodeError:
            return None
        if not path.startswith(folder) or path == folder:
            return None
        return path

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        if path is None or os.path.basename(path) != name:
            raise ValueError("not a name for a clip")
        folder = self._folder(presenter)
        os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        path = self._path(presenter, name)
        if path is None or not os.path.isfile(path):
            return None
        with open(path, "rb") as f:
            return f.read()

    def delete(self, presenter, name):
        path = self._path(presenter, name)
        if path is None or not os.path.isfile(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        try:
            with os.scandir(self._folder(presenter)) as entries:
                return sorted(e.name for e in entries if e.is_file())
        except FileNotFoundError:
            return []
