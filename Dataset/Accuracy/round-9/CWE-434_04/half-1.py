import os
import tempfile

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


def _check(name):
    """Returns the name if a pattern may have it."""
    if not name.lower().endswith(ENDINGS):
        raise ValueError(f"{name!r} is no document, picture or table")
    if "/" in name or "\\" in name or not name.isprintable():
        raise ValueError(f"{name!r} cannot be the name of a file")
    return name


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self._root = os.path.abspath(root)

    def _path(self, name):
        return os.path.join(self._root, name)

    def names(self):
        with os.scandir(self._root) as entries:
            return sorted(
                entry.name for entry in entries
                if entry.is_file() and entry.name.lower().endswith(ENDINGS)
            )

    def _store(self, name, data):
        # Nobody shall ever get half a pattern: the name is given to a file that is complete.
        # `link` fails, other than `rename`, if somebody has been faster.
        with tempfile.NamedTemporaryFile(dir=self._root, prefix=".new-") as draft:
            draft.write(data)
            draft.flush()
            os.fchmod(draft.fileno(), 0o644)
            os.link(draft.name, self._path(name))
        return name

    def _old(self, old):
        if old not in self.names():
            raise FileNotFoundError(old)
        return self._path(old)

    def _new(self, old, new):
        if "." not in new:
            new += os.path.splitext("x" + old)[1]
        return _check(new)

    def add(self, name, data):
        return self._store(_check(name), data)

    def rename(self, old, new):
        path, new = self._old(old), self._new(old, new)
        os.link(path, self._path(new))
        os.unlink(path)
        return new

    def copy(self, old, new):
        path, new = self._old(old), self._new(old, new)
        with open(path, "rb") as source:
            return self._store(new, source.read())

    def replace(self, text, other):
        names = self.names()
        moves = {}
        for name in names:
            new = name.replace(text, other)
            if new != name:
                moves[name] = _check(new)
        left = set(names) - set(moves)
        if len(set(moves.values())) < len(moves) or left & set(moves.values()):
            raise FileExistsError("two files would have the same name")
        changed = sorted(moves.values())
        while moves:
            # Somebody's way is always free: replacing never leads round in a circle.
            free = [old for old, new in moves.items() if new not in moves]
            for old in free:
                new = moves.pop(old)
                os.link(self._path(old), self._path(new))
                os.unlink(self._path(old))
        return changed
