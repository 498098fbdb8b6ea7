import os


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _path(self, presenter, name):
        return os.path.join(self.root, presenter, name)

    def save(self, presenter, name, data):
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        with open(self._path(presenter, name), "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        path = self._path(presenter, name)
        if not os.path.exists(path):
            return None
        with open(path, "rb") as f:
            return f.read()

    def delete(self, presenter, name):
        path = self._path(presenter, name)
        if not os.path.exists(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        folder = os.path.join(self.root, presenter)
        if not os.path.isdir(folder):
            return []
        return sorted(os.listdir(folder))
