import os


class Disks:
    def __init__(self, folder):
        self._folder = os.path.realpath(folder)
        self._known = {}            # names as they were typed -> paths; visitors repeat them

    def _path(self, name):
        if name not in self._known:
            self._known[name] = self._read(name)
            self._check(self._known[name])
        return self._known[name]

    def _read(self, name):
        if "\0" in name:
            raise FileNotFoundError(name)
        name = name.lower().replace("\\", "/")
        while name.endswith((".", " ")):
            name = name[:-1]
        parts = (part.strip(" ") for part in name.split("/"))
        return os.path.normpath(os.path.join(self._folder, *(part for part in parts if part)))

    def _check(self, path):
        """Refuses what is outside of the folder, and what belongs to the staff."""
        if path == self._folder:
            return
        staff = os.path.join(self._folder, "staff")
        if not path.startswith(self._folder + os.sep):
            raise FileNotFoundError(path)
        if path == staff or path.startswith(staff + os.sep):
            raise FileNotFoundError(path)

    def load(self, name):
        path = self._path(name)
        try:
            with open(path, "rb") as file:
                return file.read()
        except (IsADirectoryError, NotADirectoryError):
            raise FileNotFoundError(name) from None

    def save(self, name, data):
        path = self._path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        path = self._path(name)
        return sorted(entry for entry in os.listdir(path)
                      if path != self._folder or entry != "staff")
