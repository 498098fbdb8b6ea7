import os
import shutil
import tempfile


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _folder(self, presenter):
        return os.path.join(self.root, presenter)

    @staticmethod
    def _valid(name):
        return bool(name) and "/" not in name and "\0" not in name

    def save(self, presenter, name, data):
        if not self._valid(name):
            raise ValueError("a clip's name must not contain a slash")
        folder = self._folder(presenter)
        os.makedirs(folder, exist_ok=True)
        fd, draft = tempfile.mkstemp(prefix=".clip-", dir=folder)
        try:
            with os.fdopen(fd, "wb") as f:
                f.write(data)
            shutil.move(draft, os.path.join(folder, name))
        finally:
            if os.path.exists(draft):
                os.remove(draft)

    def load(self, presenter, name):
        if not self._valid(name):
            return None
        try:
            with open(os.path.join(self._folder(presenter), name), "rb") as f:
                return f.read()
        except (FileNotFoundError, IsADirectoryError):
            return None

    def delete(self, presenter, name):
        if not self._valid(name):
            return False
        path = os.path.join(self._folder(presenter), name)
        if not os.path.isfile(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        folder = self._folder(presenter)
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
