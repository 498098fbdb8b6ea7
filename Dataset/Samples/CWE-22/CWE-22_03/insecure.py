import os


class ClipStore:
    def __init__(self, root):
        self.root = root

    def path(self, presenter, name):
        return os.path.join(self.root, presenter, name)

    def save(self, presenter, name, data):
        os.makedirs(os.path.join(self.root, presenter), exist_ok=True)
        with open(self.path(presenter, name), "wb") as file:
            file.write(data)

    def load(self, presenter, name):
        path = self.path(presenter, name)
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def delete(self, presenter, name):
        path = self.path(presenter, name)
        if not os.path.isfile(path):
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        folder = os.path.join(self.root, presenter)
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
