import os


class ClipStore:
    def __init__(self, root):
        self.root = root

    def names(self, presenter):
        try:
            with os.scandir(os.path.join(self.root, presenter)) as entries:
                return sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
        except FileNotFoundError:
            return []

    def save(self, presenter, name, data):
        if os.sep in name or name.startswith("..") and name.strip(".") == "" or name == ".":
            return {"error": "invalid name"}
        folder = os.path.join(self.root, presenter)
        if not os.path.isdir(folder):
            os.mkdir(folder)
        with open(os.path.join(folder, name), "wb") as clip:
            clip.write(data)

    def load(self, presenter, name):
        if name not in self.names(presenter):
            return None
        with open(os.path.join(self.root, presenter, name), "rb") as clip:
            return clip.read()

    def delete(self, presenter, name):
        if name in self.names(presenter):
            os.remove(os.path.join(self.root, presenter, name))
            return True
        return False
