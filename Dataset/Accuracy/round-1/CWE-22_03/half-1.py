import os


class ClipStore:
    def __init__(self, root):
        self._root = os.path.abspath(root)

    def _path(self, presenter, name):
        home = os.path.join(self._root, presenter)
        path = os.path.abspath(os.path.join(home, name))
        if path == home or name.endswith("/") or not path.startswith(home):
            raise ValueError("the name leads out of the presenter's folder")
        return path

    def save(self, presenter, name, data):
        path = self._path(presenter, name)
        os.makedirs(os.path.join(self._root, presenter), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def load(self, presenter, name):
        try:
            with open(self._path(presenter, name), "rb") as file:
                return file.read()
        except (OSError, ValueError):
            return None

    def delete(self, presenter, name):
        try:
            os.remove(self._path(presenter, name))
        except (OSError, ValueError):
            return False
        return True

    def names(self, presenter):
        home = os.path.join(self._root, presenter)
        return sorted(os.listdir(home)) if os.path.isdir(home) else []
