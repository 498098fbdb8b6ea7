import os
import unicodedata


class ClipStore:
    def __init__(self, root):
        self.root = root

    def _folder(self, presenter):
        return os.path.join(self.root, presenter)

    @staticmethod
    def _is_clip_name(name):
        return name not in ("", ".", "..") and "/" not in name and "\0" not in name

    def _find(self, presenter, name):
        """The path of an existing clip, however its letters were typed."""
        if not self._is_clip_name(name):
            return None
        for spelling in (name, unicodedata.normalize("NFKC", name)):
            path = os.path.join(self._folder(presenter), spelling)
            if os.path.isfile(path):
                return path
        return None

    def save(self, presenter, name, data):
        if not self._is_clip_name(name):
            raise ValueError("not the name of a clip: %r" % name)
        folder = self._folder(presenter)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)

    def load(self, presenter, name):
        path = self._find(presenter, name)
        if path is None:
            return None
        with open(path, "rb") as file:
            return file.read()

    def delete(self, presenter, name):
        path = self._find(presenter, name)
        if path is None:
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        try:
            entries = os.listdir(self._folder(presenter))
        except FileNotFoundError:
            return []
        return sorted(entries)
