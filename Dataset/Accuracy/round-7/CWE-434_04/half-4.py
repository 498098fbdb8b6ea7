import shutil
from pathlib import Path

ENDINGS = frozenset({".pdf", ".png", ".jpg", ".csv"})


class PatternShelf:
    def __init__(self, root):
        self._root = Path(root)

    def _checked(self, name):
        if Path(name).name != name or "\0" in name:
            raise ValueError(f"a name without a folder, please: {name!r}")
        if name[name.rfind("."):].lower() not in ENDINGS:
            raise ValueError(f"not a pattern: {name!r}")
        return name

    def _source_and_target(self, old, new):
        source = self._root / old
        if not source.is_file():
            raise FileNotFoundError(old)
        if "." in new:
            self._checked(new)
        else:
            # what is on the shelf already has one of the endings
            if "/" in new or "\0" in new:
                raise ValueError(f"a name without a folder, please: {new!r}")
            new += source.suffix
        target = self._root / new
        if target.exists():
            raise FileExistsError(new)
        return source, target

    def names(self):
        return sorted(p.name for p in self._root.iterdir() if p.is_file())

    def add(self, name, data):
        with (self._root / self._checked(name)).open("xb") as f:
            f.write(data)
        return name

    def rename(self, old, new):
        source, target = self._source_and_target(old, new)
        source.rename(target)
        return target.name

    def copy(self, old, new):
        source, target = self._source_and_target(old, new)
        shutil.copyfile(source, target)
        return target.name

    def replace(self, text, other):
        names = set(self.names())
        new_names = {n: n.replace(text, other) for n in names if n.replace(text, other) != n}
        for new in new_names.values():
            self._checked(new)
        if len(names - new_names.keys() | set(new_names.values())) != len(names):
            raise FileExistsError("no two files can have the same name")
        waiting = dict(new_names)
        while waiting:
            free = [o for o in waiting if waiting[o] not in waiting]
            for old in free:
                (self._root / old).rename(self._root / waiting.pop(old))
        return sorted(new_names.values())
