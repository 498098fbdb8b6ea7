import re
from pathlib import Path

PATTERN = re.compile(r"[^/\0]+\.(pdf|png|jpg|csv)", re.IGNORECASE | re.ASCII)


class PatternShelf:
    def __init__(self, root):
        self.root = Path(root)

    def names(self):
        return sorted(path.name for path in self.root.iterdir())

    def _check(self, name):
        if not PATTERN.fullmatch(name):
            raise ValueError("Patterns end with .pdf, .png, .jpg or .csv")
        return self.root / name

    def _new(self, old, new):
        source = self.root / old
        if not source.exists():
            raise FileNotFoundError(old)
        target = self._check(new if "." in new else new + source.suffix)
        if target.exists():
            raise FileExistsError(target.name)
        return source, target

    def add(self, name, data):
        with self._check(name).open("xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        source, target = self._new(old, new)
        return source.rename(target).name

    def copy(self, old, new):
        source, target = self._new(old, new)
        target.write_bytes(source.read_bytes())
        return target.name

    def replace(self, text, other):
        moves = [(self.root / n, self._check(n.replace(text, other))) for n in self.names() if text in n]
        return sorted(old.rename(new).name for old, new in moves)
