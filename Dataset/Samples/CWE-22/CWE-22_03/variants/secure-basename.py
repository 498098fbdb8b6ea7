import os


class ClipStore:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def folder_of(self, presenter):
        folder = os.path.join(self.root, presenter)
        os.makedirs(folder, exist_ok=True)
        return folder

    def file_of(self, presenter, name):
        name = os.path.basename(name.replace("\\", "/"))
        if name in ("", ".", ".."):
            raise ValueError("a clip needs a name")
        return os.path.join(self.folder_of(presenter), name)

    def save(self, presenter, name, data):
        path = self.file_of(presenter, name)
        with open(path + "~", "wb") as f:
            f.write(data)
        os.replace(path + "~", path)
        print("saved", path)

    def load(self, presenter, name):
        try:
            with open(self.file_of(presenter, name), "rb") as f:
                return f.read()
        except FileNotFoundError:
            return None

    def delete(self, presenter, name):
        try:
            os.unlink(self.file_of(presenter, name))
            return True
        except OSError:
            return False

    def names(self, presenter):
        return sorted(os.listdir(self.folder_of(presenter)))
