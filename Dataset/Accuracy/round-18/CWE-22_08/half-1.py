import os


class Panels:
    def __init__(self, folder):
        self.root = os.path.realpath(folder)

    # -- paths

    def _inside(self, real):
        return real == self.root or real.startswith(self.root.rstrip("/") + "/")

    def _names(self, path):
        names = path.split("/")
        if any(name in ("", ".", "..") or "\0" in name for name in names):
            raise PermissionError(path)
        return names

    def _real(self, path):
        """Where a path leads to in the end."""
        if path == "":
            return self.root
        real = os.path.realpath(os.path.join(self.root, *self._names(path)))
        if not self._inside(real):
            raise PermissionError(path)
        return real

    def _entry(self, path):
        """The entry itself: its folder resolved, but not the last name."""
        *folders, name = self._names(path)
        return os.path.join(self._real("/".join(folders)), name)

    def _make_free(self, path):
        entry = self._entry(path)
        if os.path.lexists(entry):
            raise FileExistsError(path)
        return entry

    def _link(self, destination, entry):
        os.makedirs(os.path.dirname(entry), exist_ok=True)
        os.symlink(os.path.relpath(destination, os.path.dirname(entry)), entry)

    # -- methods

    def read(self, path):
        real = self._real(path)
        if not os.path.isfile(real):
            raise FileNotFoundError(path)
        with open(real, "rb") as file:
            return file.read()

    def write(self, path, data):
        real = self._real(path)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        with open(real, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        destination = self._real(target)
        if not os.path.exists(destination):
            raise FileNotFoundError(target)
        self._link(destination, self._make_free(path))

    def move(self, path, new):
        entry = self._entry(path)
        if not os.path.lexists(entry):
            raise FileNotFoundError(path)
        if os.path.islink(entry):
            self._real(path)                    # refuses links that lead outside
            there = self._make_free(new)
            # what it says, as seen from where it will lie
            says = os.path.join(os.path.dirname(entry), os.readlink(entry))
            self._link(os.path.normpath(says), there)
            os.unlink(entry)
        elif os.path.isfile(entry):
            there = self._make_free(new)
            os.makedirs(os.path.dirname(there), exist_ok=True)
            os.rename(entry, there)
        else:
            raise IsADirectoryError(path)

    def remove(self, path):
        entry = self._entry(path)
        if not os.path.lexists(entry):
            raise FileNotFoundError(path)
        os.unlink(entry)

    def names(self, path=""):
        real = self._real(path)
        if not os.path.isdir(real):
            raise FileNotFoundError(path)
        return sorted(os.listdir(real))
