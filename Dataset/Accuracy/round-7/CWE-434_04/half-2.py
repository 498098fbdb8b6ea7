import os
import re
from pathlib import Path

PATTERN = re.compile(r"[^/\0]*\.(pdf|png|jpg|csv)$", re.IGNORECASE | re.ASCII)


class PatternShelf:
    def __init__(self, root):
        self.root = Path(root)

    def names(self):
        return sorted(p.name for p in self.root.iterdir() if p.is_file())

    def _check(self, name):
        if not PATTERN.match(name):
            raise ValueError("only .pdf, .png, .jpg and .csv: %r" % name)

    def _new_name(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        name = new if "." in new else new + Path(old).suffix
        self._check(name)
        return name

    def add(self, name, data):
        self._check(name)
        with open(self.root / name, "xb") as f:
            f.write(data)
        return name

    def copy(self, old, new):
        name = self._new_name(old, new)
        return self.add(name, (self.root / old).read_bytes())

    def rename(self, old, new):
        name = self._new_name(old, new)
        os.link(self.root / old, self.root / name)
        os.unlink(self.root / old)
        return name

    def replace(self, text, other):
        names = self.names()
        renamed = [(n, n.replace(text, other)) for n in names]
        if len({new for _, new in renamed}) != len(names):
            raise FileExistsError("this would give two files one name")
        todo = [(old, new) for old, new in renamed if old != new]
        for _, new in todo:
            self._check(new)
        result = sorted(new for _, new in todo)
        while todo:
            old, new = todo.pop(0)
            if (self.root / new).exists():
                todo.append((old, new))
            else:
                (self.root / old).rename(self.root / new)
        return result
