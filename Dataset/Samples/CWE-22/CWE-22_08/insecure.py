import os


class Panels:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _path(self, path):
        full = os.path.normpath(os.path.join(self.folder, path))
        if full != self.folder and not full.startswith(self.folder + os.sep):
            raise ValueError(f"{path!r} is outside of the folder")
        return full

    def _new_path(self, path):
        full = self._path(path)
        if os.path.lexists(full):
            raise FileExistsError(path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        return full

    def read(self, path):
        with open(self._path(path), "rb") as file:
            return file.read()

    def write(self, path, data):
        full = self._path(path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        full = self._path(target)
        if not os.path.exists(full):
            raise FileNotFoundError(target)
        os.symlink(full, self._new_path(path))

    def move(self, path, new):
        full = self._path(path)
        if os.path.islink(full):
            target = os.path.realpath(full)
            os.symlink(target, self._new_path(new))
            os.unlink(full)
        else:
            if not os.path.exists(full):
                raise FileNotFoundError(path)
            os.rename(full, self._new_path(new))

    def remove(self, path):
        os.remove(self._path(path))

    def names(self, path=""):
        return sorted(os.listdir(self._path(path)))
