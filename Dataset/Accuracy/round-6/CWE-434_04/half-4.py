import os

ENDINGS = tuple(e for kind in ("pdf", "png", "jpg", "csv") for e in ("." + kind, "." + kind.upper()))


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = root

    def _at(self, name):
        return os.path.join(self.root, name)

    @staticmethod
    def _valid(name):
        if "/" in name or "\\" in name or not name.endswith(ENDINGS):
            raise ValueError(f"not a pattern: {name}")
        return name

    def names(self):
        """The sorted list of all names."""
        return sorted(os.listdir(self.root))

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        with open(self._at(self._valid(name)), "xb") as file:
            file.write(data)
        return name

    def _target(self, old, new):
        names = self.names()
        if old not in names:
            raise FileNotFoundError(old)
        if "." not in new:
            new += old[old.rindex("."):]
        self._valid(new)
        if new in names:
            raise FileExistsError(new)
        return new

    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        new = self._target(old, new)
        os.rename(self._at(old), self._at(new))
        return new

    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        new = self._target(old, new)
        with open(self._at(old), "rb") as source, open(self._at(new), "xb") as target:
            target.write(source.read())
        return new

    def replace(self, text, other):
        """Replaces `text` by `other` wherever it stands in a name."""
        names = self.names()
        changed = {name: self._valid(name.replace(text, other)) for name in names
                   if name.replace(text, other) != name}
        after = [changed.get(name, name) for name in names]
        if len(set(after)) != len(after):
            raise FileExistsError("No two files may have the same name.")
        for number, old in enumerate(changed):
            os.rename(self._at(old), self._at(f".moving{number}"))
        for number, new in enumerate(changed.values()):
            os.rename(self._at(f".moving{number}"), self._at(new))
        return sorted(changed.values())
