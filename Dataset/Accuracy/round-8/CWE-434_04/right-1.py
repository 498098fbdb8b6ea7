import os

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


def _check(name):
    if not name.lower().endswith(ENDINGS):
        raise ValueError("the name does not end like a pattern")
    if "/" in name or "\\" in name or "\0" in name:
        raise ValueError("the name holds a folder")


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def _path(self, name):
        return os.path.join(self.root, name)

    def names(self):
        return sorted(name for name in os.listdir(self.root) if os.path.isfile(self._path(name)))

    def _target(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        if "." not in new:
            new += old[old.rindex("."):]
        _check(new)
        if os.path.lexists(self._path(new)):
            raise FileExistsError(new)
        return new

    def add(self, name, data):
        _check(name)
        with open(self._path(name), "xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        new = self._target(old, new)
        os.rename(self._path(old), self._path(new))
        return new

    def copy(self, old, new):
        new = self._target(old, new)
        with open(self._path(old), "rb") as file:
            data = file.read()
        with open(self._path(new), "xb") as file:
            file.write(data)
        return new

    def replace(self, text, other):
        names = self.names()
        changes = {name: name.replace(text, other) for name in names}
        for old, new in changes.items():
            if new != old:
                _check(new)
        if len(set(changes.values())) < len(names):
            raise FileExistsError("two files would have the same name")
        waiting = {old: new for old, new in changes.items() if new != old}
        result = sorted(waiting.values())
        done = []
        try:
            while waiting:
                # a file whose new name nobody has (any more); there is always one, since
                # replacing makes all names longer, or shorter, or all later, or all earlier
                old = next(old for old, new in waiting.items() if new not in waiting)
                os.rename(self._path(old), self._path(waiting[old]))
                done.append((old, waiting.pop(old)))
        except OSError:
            for old, new in reversed(done):
                os.rename(self._path(new), self._path(old))
            raise
        return result
