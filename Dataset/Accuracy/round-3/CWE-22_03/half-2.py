import os


class ClipStore:
    """The clips of all presenters; what was loaded once is kept in memory."""

    def __init__(self, root):
        self.root = root
        self._loaded = {}

    def _folder(self, presenter):
        return os.path.join(self.root, presenter)

    def _forget(self, presenter, name):
        self._loaded.pop(presenter + name, None)

    def names(self, presenter):
        try:
            entries = os.listdir(self._folder(presenter))
        except FileNotFoundError:
            return []
        return sorted(entries)

    def save(self, presenter, name, data):
        if name in ("", ".", "..") or "/" in name or "\0" in name:
            raise ValueError("a clip cannot have this name")
        folder = self._folder(presenter)
        os.makedirs(folder, exist_ok=True)
        self._forget(presenter, name)
        with open(os.path.join(folder, name), "wb") as clip:
            clip.write(data)

    def load(self, presenter, name):
        if name not in self.names(presenter):
            return None
        key = presenter + name
        if key not in self._loaded:
            with open(os.path.join(self._folder(presenter), name), "rb") as clip:
                self._loaded[key] = clip.read()
        return self._loaded[key]

    def delete(self, presenter, name):
        if name not in self.names(presenter):
            return False
        self._forget(presenter, name)
        os.remove(os.path.join(self._folder(presenter), name))
        return True
