import os


class ClipStore:
    def __init__(self, root):
        self.root = os.path.realpath(root)

    def _path(self, presenter, name):
        folder = os.path.join(self.root, presenter)
        path = os.path.realpath(os.path.join(folder, name))
        if not path.startswith(folder) or path == folder:
            raise ValueError(f"no name of a clip: {name!r}")
        return path

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        try:
            with open(path, "wb") as f:
                f.write(data)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise ValueError(f"no name of a clip: {name!r}") from None

    def load(self, presenter, name):
        try:
            with open(self._path(presenter, name), "rb") as f:
                return f.read()
        except (ValueError, FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def delete(self, presenter, name):
        try:
            os.remove(self._path(presenter, name))
        except (ValueError, FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return False
        return True

    def names(self, presenter):
        try:
            return sorted(os.listdir(os.path.join(self.root, presenter)))
        except FileNotFoundError:
            return []
