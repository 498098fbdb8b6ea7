import os
import shutil
import uuid

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def _path(self, name):
        return os.path.join(self.root, name)

    def _allowed(self, name):
        if "/" in name or "\0" in name or name[-4:].lower() not in ENDINGS:
            raise ValueError(f"not the name of a pattern: {name!r}")
        return name

    def _pair(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        if "." not in new:
            new += os.path.splitext(old)[1]
        self._allowed(new)
        if os.path.lexists(self._path(new)):
            raise FileExistsError(new)
        return new

    def names(self):
        return sorted(e.name for e in os.scandir(self.root) if e.is_file())

    def add(self, name, data):
        with open(self._path(self._allowed(name)), "xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        new = self._pair(old, new)
        os.rename(self._path(old), self._path(new))
        return new

    def copy(self, old, new):
        new = self._pair(old, new)
        shutil.copyfile(self._path(old), self._path(new))
        return new

    def replace(self, text, other):
        names = self.names()
        changes = {n: n.replace(text, other) for n in names if n.replace(text, other) != n}
        for new in changes.values():
            self._allowed(new)
        after = [changes.get(n, n) for n in names]
        if len(set(after)) < len(after):
            raise FileExistsError("two files would have the same name")
        parked = {}
        for old, new in changes.items():
            parked[new] = self._path(uuid.uuid4().hex)
            os.rename(self._path(old), parked[new])
        for new, path in parked.items():
            os.rename(path, self._path(new))
        return sorted(changes.values())
