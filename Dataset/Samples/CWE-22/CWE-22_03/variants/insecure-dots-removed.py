import os


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _file(self, presenter, name):
        clean = name.replace("../", "").lstrip("/")
        return os.path.join(self.root, presenter, clean)

    def save(self, presenter, name, data):
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        with open(self._file(presenter, name), "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        try:
            return open(self._file(presenter, name), "rb").read()
        except (FileNotFoundError, IsADirectoryError):
            return None

    def delete(self, presenter, name):
        try:
            os.remove(self._file(presenter, name))
        except FileNotFoundError:
            return False
        return True

    def names(self, presenter):
        folder = os.path.join(self.root, presenter)
        if not os.path.isdir(folder):
            return []
        found = os.listdir(folder)
        found.sort()
        return found
