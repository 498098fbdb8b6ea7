import os

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def _path(self, name):
        return os.path.join(self.root, name)

    @staticmethod
    def _plain(name):
        if not name or "/" in name or "\\" in name or "\0" in name:
            raise ValueError("a name holds no folder")

    @classmethod
    def _check(cls, name):
        cls._plain(name)
        if not name.lower().endswith(ENDINGS):
            raise ValueError("not the name of a pattern")

    def names(self):
        return sorted(n for n in os.listdir(self.root) if os.path.isfile(self._path(n)))

    def _find(self, old):
        if old not in self.names():
            raise FileNotFoundError(old)

    def _target(self, old, new):
        if "." not in new:
            new += old[-4:]
        self._check(new)
        self._find(old)
        if os.path.lexists(self._path(new)):
            raise FileExistsError(new)
        return new

    def add(self, name, data):
        self._check(name)
        with open(self._path(name), "xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        new = self._target(old, new)
        os.rename(self._path(old), self._path(new))
        return new

    def copy(self, old, new):
        new = self._target(old, new)
        with open(self._path(old), "rb") as source, open(self._path(new), "xb") as target:
            target.write(source.read())
        return new

    def replace(self, text, other):
        names = self.names()
        changed = {}
        for name in names:
            new = name.replace(text, other)
            if new == name:
                continue
            self._plain(new)
            if text in name[-4:]:
                self._check(new)
            changed[name] = new
        after = [changed.get(name, name) for name in names]
        if len(set(after)) < len(after):
            raise FileExistsError("two files would have the same name")
        waiting = dict(changed)
        while waiting:
            for old, new in list(waiting.items()):
                if new not in waiting:
                    os.rename(self._path(old), self._path(new))
                    del waiting[old]
        return sorted(changed.values())
