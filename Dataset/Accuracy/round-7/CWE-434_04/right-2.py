import logging
import pathlib
import threading
from collections import Counter

log = logging.getLogger(__name__)
KINDS = dict(pdf="document", png="picture", jpg="picture", csv="table")


def kind(name):
    """What a file of this name is, or None."""
    before, dot, after = name.rpartition(".")
    return KINDS.get(after.lower()) if dot else None


def must_be_pattern(*names):
    for name in names:
        if kind(name) is None or "/" in name or "\x00" in name:
            log.warning("refused: %r", name)
            raise ValueError(f"{name!r} is no name of a pattern")


class PatternShelf:
    _lock = threading.RLock()

    def __init__(self, root):
        self.root = pathlib.Path(root)

    @property
    def _files(self):
        return {path.name: path for path in self.root.iterdir() if path.is_file()}

    def names(self):
        return sorted(self._files)

    def add(self, name, data):
        must_be_pattern(name)
        with self._lock, (self.root / name).open(mode="xb") as file:
            file.write(data)
        return name

    def _resolve(self, old, new):
        try:
            source = self._files[old]
        except KeyError:
            raise FileNotFoundError(old) from None
        if new.count(".") == 0:
            new += source.suffix or ".?"
        must_be_pattern(new)
        return source, new

    def rename(self, old, new):
        with self._lock:
            source, new = self._resolve(old, new)
            self._apply({old: new})
            return new

    def copy(self, old, new):
        with self._lock:
            source, new = self._resolve(old, new)
            return self.add(new, source.read_bytes())

    def replace(self, text, other):
        with self._lock:
            pairs = ((name, other.join(name.split(text))) for name in self.names())
            changes = {name: new for name, new in pairs if new != name}
            must_be_pattern(*changes.values())
            self._apply(changes)
            return sorted(changes.values())

    def _apply(self, changes):
        """Carries out several renamings at once, or none of them."""
        present = {path.name for path in self.root.iterdir()}
        after = Counter(present - changes.keys()) + Counter(changes.values())
        twice = [name for name, count in after.items() if count > 1]
        if twice or any(old == new for old, new in changes.items()):
            raise FileExistsError(", ".join(twice) or "the name is the same")
        waiting = dict(changes)
        undo = []
        try:
            while waiting:
                old = next(o for o, n in waiting.items() if n not in waiting)
                new = waiting.pop(old)
                (self.root / old).rename(self.root / new)
                undo.append((new, old))
        except OSError:
            for new, old in reversed(undo):
                (self.root / new).rename(self.root / old)
            raise
