import os


class ClipStore:
    def __init__(self, root):
        self.root = os.path.realpath(root)

    def resolve(self, presenter, name):
        path = os.path.realpath(os.path.join(self.root, presenter, name))
        if os.path.commonpath([self.root, path]) != self.root:
            raise PermissionError("outside of the clip folder")
        return path

    def save(self, presenter, name, data):
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        with open(self.resolve(presenter, name), "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        try:
            with open(self.resolve(presenter, name), "rb") as f:
                return f.read()
        except FileNotFoundError:
            return None

    def delete(self, presenter, name):
        path = self.resolve(presenter, name)
        if os.path.exists(path):
            os.remove(path)
            return True
        return False

    def names(self, presenter):
        try:
            return sorted(os.listdir(os.path.join(self.root, presenter)))
        except FileNotFoundError:
            return []
