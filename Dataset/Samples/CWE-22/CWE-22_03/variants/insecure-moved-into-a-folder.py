import os
import shutil
import tempfile


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _folder(self, presenter):
        return os.path.join(self.root, presenter)

    def _path(self, presenter, name):
        """The path of a clip, or None for a name that can be no clip."""
        if not name or "/" in name or "\0" in name:
            return None
        return os.path.join(self._folder(presenter), name)

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        if path is None:
            raise ValueError("not the name of a clip")
        os.makedirs(self._folder(presenter), exist_ok=True)
        # write it elsewhere first, so that a clip on air is never half a clip
        with tempfile.NamedTemporaryFile(prefix="clip-", delete=False) as upload:
            upload.write(data)
        shutil.move(upload.name, path)

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
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
