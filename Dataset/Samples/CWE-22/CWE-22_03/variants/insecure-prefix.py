import os


class ClipStore:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def _path(self, presenter, name):
        folder = os.path.join(self.root, presenter)
        path = os.path.normpath(os.path.join(folder, name))
        if not path.startswith(folder):
            return None
        return path

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        if not path:
            raise ValueError("bad name")
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        with open(path, "wb") as out:
            out.write(data)

    def load(self, presenter, name):
        path = self._path(presenter, name)
        if path and os.path.isfile(path):
            with open(path, "rb") as clip:
                return clip.read()
        return None

    def delete(self, presenter, name):
        path = self._path(presenter, name)
        if path and os.path.isfile(path):
            os.remove(path)
            return True
        return False

    def names(self, presenter):
        folder = os.path.join(self.root, presenter)
        return sorted(os.listdir(folder)) if os.path.exists(folder) else []
