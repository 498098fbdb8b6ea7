import errno
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from os.path import relpath


class Outside(OSError):
    pass


@dataclass(frozen=True)
class _Spot:
    """A name in a folder whose own path holds no links and is known to lie within ours."""
    home: Path
    name: str

    @property
    def path(self):
        return self.home / self.name

    @property
    def taken(self):
        return self.path.is_symlink() or self.path.exists()

    def prepare(self):
        self.home.mkdir(parents=True, exist_ok=True)


class Panels:
    def __init__(self, folder):
        self._given = Path(folder).absolute()

    def _settle(self, path: Path) -> Path:
        real, root = path.resolve(), self._given.resolve()
        if real != root and root not in real.parents:
            raise Outside(errno.EACCES, "not in the folder", str(path))
        return real

    def _names_of(self, text):
        pure = PurePosixPath(text)
        if pure.is_absolute() or ".." in pure.parts or "\0" in text:
            raise Outside(errno.EACCES, "not in the folder", text)
        return pure

    def _goal(self, text) -> Path:
        return self._settle(self._given / self._names_of(text))

    def _spot(self, text) -> _Spot:
        pure = self._names_of(text)
        if not pure.name:
            raise Outside(errno.EACCES, "the folder itself", text)
        return _Spot(self._settle(self._given / pure.parent), pure.name)

    def read(self, path):
        goal = self._goal(path)
        if not goal.exists():
            raise FileNotFoundError(errno.ENOENT, "no panel", path)
        return goal.read_bytes()

    def write(self, path, data):
        goal = self._goal(path)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_bytes(data)

    def _tie(self, spot, goal):
        spot.prepare()
        spot.path.symlink_to(relpath(goal, spot.home))

    def shortcut(self, path, target):
        goal, spot = self._goal(target), self._spot(path)
        if not goal.exists():
            raise FileNotFoundError(errno.ENOENT, "no such target", target)
        if spot.taken:
            raise FileExistsError(errno.EEXIST, "there is one", path)
        self._tie(spot, goal)

    def move(self, path, new):
        old, spot = self._spot(path), self._spot(new)
        if not old.taken:
            raise FileNotFoundError(errno.ENOENT, "nothing there", path)
        if spot.taken:
            raise FileExistsError(errno.EEXIST, "there is one", new)
        if old.path.is_symlink():
            self._tie(spot, self._settle(old.path))
            old.path.unlink()
        elif old.path.is_file():
            spot.prepare()
            old.path.rename(spot.path)
        else:
            raise IsADirectoryError(errno.EISDIR, "only panels and shortcuts", path)

    def remove(self, path):
        spot = self._spot(path)
        if not spot.taken:
            raise FileNotFoundError(errno.ENOENT, "nothing there", path)
        if spot.path.is_dir() and not spot.path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, "only panels and shortcuts", path)
        spot.path.unlink()

    def names(self, path=""):
        goal = self._goal(path)
        if not goal.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no folder", path)
        return sorted(child.name for child in goal.iterdir())
