import os
import re

PATTERN = re.compile(r"[^/\\\x00]+\.(?:pdf|png|jpg|csv)", re.IGNORECASE)


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = root

    def _path(self, name):
        return os.path.join(self.root, name)

    def _check(self, name):
        if not PATTERN.fullmatch(name):
            raise ValueError(f"not a name for a pattern: {name!r}")
        return name

    def _old(self, old):
        if old not in self.names():
            raise FileNotFoundError(old)
        return old

    def _new(self, old, new):
        if "." not in new:
            new += os.path.splitext(old)[1]
        self._check(new)
        if new in self.names():
            raise FileExistsError(new)
        return new

    def names(self):
        """The sorted list of all names."""
        return sorted(e.name for e in os.scandir(self.root) if e.is_file())

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        with open(self._path(self._check(name)), "xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        new = self._new(self._old(old), new)
        os.rename(self._path(old), self._path(new))
        return new

    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        new = self._new(self._old(old), new)
        with open(self._path(old), "rb") as file:
            return self.add(new, file.read())

    def replace(self, text, other):
        """Replaces `text` by `other` wherever it stands in a name."""
        names = self.names()
        moves = {n: self._check(n.replace(text, other)) for n in names if n.replace(text, other) != n}
        final = [moves.get(n, n) for n in names]
        if len(set(final)) < len(final):
            raise FileExistsError("two files would have the same name")
        result = sorted(moves.values())
        present = set(names)
        while moves:
            for old, new in list(moves.items()):
                if new not in present:
                    os.rename(self._path(old), self._path(new))
                    present = present - {old} | {new}
                    del moves[old]
        return result
