import os
from pathlib import Path

ENDINGS = {".pdf", ".png", ".jpg", ".csv"}
ENDINGS |= {e.upper() for e in ENDINGS}
LONGEST = 255


def fitted(name):
    """File systems take no more than 255 bytes."""
    return name.encode()[:LONGEST].decode(errors="ignore")


def allowed(name):
    if "/" in name or "\\" in name or "\0" in name or name[-4:] not in ENDINGS:
        raise ValueError(f"{name!r} is no name of a pattern")
    return fitted(name)


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = Path(root)

    def names(self):
        """The sorted list of all names."""
        return sorted(p.name for p in self.root.iterdir())

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        name = allowed(name)
        with (self.root / name).open("xb") as f:
            f.write(data)
        return name

    def _pair(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        if "." not in new:
            new += old[-4:]
        new = allowed(new)
        if new in self.names():
            raise FileExistsError(new)
        return self.root / old, self.root / new

    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        source, target = self._pair(old, new)
        source.rename(target)
        return target.name

    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        source, target = self._pair(old, new)
        with target.open("xb") as f:
            f.write(source.read_bytes())
        return target.name

    def replace(self, text, other):
        """Replaces `text` by `other` wherever it stands in a name."""
        plan = {}
        for name in self.names():
            changed = allowed(name.replace(text, other)) if text in name else name
            if changed in plan.values():
                raise FileExistsError(changed)
            plan[name] = changed
        plan = {old: new for old, new in plan.items() if old != new}
        waiting = dict(plan)
        while waiting:
            old = next(o for o, n in waiting.items() if n not in waiting)
            os.rename(self.root / old, self.root / waiting.pop(old))
        return sorted(plan.values())
