import os


class ClipStore:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def _path(self, presenter, name):
        if not name or "/" in name or "\0" in name:
            raise ValueError("not the name of a clip")
        return os.path.abspath(os.path.join(self.root, presenter, name))

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        part = f"{path}.{os.getpid()}.tmp"
        with open(part, "wb") as f:
            f.write(data)
        os.replace(part, path)

    def load(self, presenter, name):
        try:
            with open(self._path(presenter, name), "rb") as f:
                return f.read()
        except (OSError, ValueError):
            return None

    def delete(self, presenter, name):
        try:
            os.remove(self._path(presenter, name))
        except (OSError, ValueError):
            return False
        return True

    def names(self, presenter):
        try:
            return sorted(os.listdir(os.path.join(self.root, presenter)))
        except FileNotFoundError:
            return []
