"""pathlib, recursion, and the system's strict resolver: what is used is always a fixed point of it."""
import os
from functools import wraps
from pathlib import Path


def told_plainly(method):
    """Something in the way of a path is, for writers, nothing there."""
    @wraps(method)
    def inner(self, *args):
        try:
            return method(self, *args)
        except NotADirectoryError as e:
            raise FileNotFoundError(*e.args) from None
    return inner


class Panels:
    def __init__(self, folder: str):
        self.root = Path(folder).resolve(strict=True)

    def _known(self, path: Path, hops=0) -> tuple[Path, tuple[str, ...]]:
        """(what is there, real; names behind it that are not there yet)."""
        try:
            return path.resolve(strict=True), ()
        except FileNotFoundError:
            pass
        if hops > 60:
            raise OSError("too deep or too many links")
        if path.name in ("", ".."):
            raise FileNotFoundError(str(path))
        base, rest = self._known(path.parent, hops + 1)
        if not rest and (base / path.name).is_symlink():        # leads to what is not there
            return self._known(base / os.readlink(base / path.name), hops + 1)
        return base, (*rest, path.name)

    def _place(self, text: str) -> Path:
        if text.startswith("/") or "\0" in text:
            raise ValueError("a path in the folder is relative")
        return self._checked(self.root / text)

    def _checked(self, path: Path) -> Path:
        base, rest = self._known(path)
        if not base.is_relative_to(self.root) or ".." in rest or base.resolve(strict=True) != base:
            raise PermissionError("outside of the folder")
        if rest and not base.is_dir():
            raise NotADirectoryError(str(path))
        return base.joinpath(*rest)

    def _entry(self, text: str) -> Path:
        head, _, name = text.rstrip("/").rpartition("/")
        if name in ("", ".", "..") or text.startswith("/"):
            raise ValueError("not an entry of the folder")
        return self._place(head) / name

    @staticmethod
    def _stands(entry: Path):
        if not entry.is_symlink() and not entry.is_file():
            raise FileNotFoundError(str(entry))

    @staticmethod
    def _free(entry: Path):
        if os.path.lexists(entry):
            raise FileExistsError(str(entry))
        entry.parent.mkdir(parents=True, exist_ok=True)

    @told_plainly
    def read(self, path):
        place = self._place(path)
        if place.is_dir():
            raise FileNotFoundError(path)
        return place.read_bytes()

    @told_plainly
    def write(self, path, data):
        place = self._place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    @told_plainly
    def shortcut(self, path, target):
        goal, entry = self._place(target), self._entry(path)
        if not goal.exists():
            raise FileNotFoundError(target)
        self._free(entry)
        entry.symlink_to(os.path.relpath(goal, entry.parent))

    @told_plainly
    def move(self, path, new):
        old, entry = self._entry(path), self._entry(new)
        self._stands(old)
        if old.is_symlink():
            goal = self._checked(old)
            self._free(entry)
            entry.symlink_to(os.path.relpath(goal, entry.parent))
            old.unlink()
        else:
            self._free(entry)
            old.rename(entry)

    @told_plainly
    def remove(self, path):
        entry = self._entry(path)
        self._stands(entry)
        entry.unlink()

    @told_plainly
    def names(self, path=""):
        return sorted(p.name for p in self._place(path).iterdir())
