import os


class ClipStore:
    def __init__(self, root):
        self.root = root

    def path(self, presenter, name):
        """The file of a clip, or None if no clip can have this name."""
        if not name or name.startswith("/") or name == "." or ".." in name.split("/"):
            return None
        return os.path.join(self.root, presenter, name)

    def save(self, presenter, name, data):
        path = self.path(presenter, name)
        if path is None:
            raise ValueError(f"{name!r} is no name for a clip")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def load(self, presenter, name):
        path = self.path(presenter, name)
        if path is None or not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def delete(self, presenter, name):
        path = self.path(presenter, name)
        if path is None or not os.path.isfile(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        folder = os.path.join(self.root, presenter)
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
