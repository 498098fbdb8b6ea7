import mimetypes
import shutil
from pathlib import Path

_TYPES = mimetypes.MimeTypes()
_PATTERN_TYPES = {"application/pdf", "image/png", "image/jpeg", "text/csv"}
_FOREIGN = set("/\\\0\r\n")


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self._root = Path(root)

    def _allowed(self, name):
        if _FOREIGN & set(name):
            raise ValueError(f"not a file name: {name!r}")
        kind, _ = _TYPES.guess_type("./" + name)
        if kind not in _PATTERN_TYPES:
            raise ValueError(f"not a pattern: {name!r}")
        return self._root / name

    def _existing(self, name):
        if name not in self.names():
            raise FileNotFoundError(name)
        return self._root / name

    def _free(self, old, new):
        source = self._existing(old)
        if "." not in new:
            new += source.suffix
        target = self._allowed(new)
        if target.exists():
            raise FileExistsError(new)
        return source, target

    def names(self):
        return sorted(path.name for path in self._root.iterdir() if path.is_file())

    def add(self, name, data):
        with self._allowed(name).open("xb") as file:
            file.write(data)
        return name

    def rename(self, old, new):
        source, target = self._free(old, new)
        source.rename(target)
        return target.name

    def copy(self, old, new):
        source, target = self._free(old, new)
        shutil.copyfile(source, target)
        return target.name

    def replace(self, text, other):
        moves = {name: name.replace(text, other) for name in self.names() if text in name}
        moves = {old: new for old, new in moves.items() if old != new}
        for new in moves.values():
            self._allowed(new)
        untouched = set(self.names()) - set(moves)
        if len(set(moves.values())) < len(moves) or untouched & set(moves.values()):
            raise FileExistsError("two files would get the same name")
        result = sorted(moves.values())
        while moves:
            old = next(old for old, new in moves.items() if new not in moves)
            (self._root / old).rename(self._root / moves.pop(old))
        return result
