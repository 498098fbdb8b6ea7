import os
from pathlib import Path


class Panels:
    def __init__(self, folder):
        self._root = Path(folder).resolve()

    def _split(self, path):
        parts = path.split("/") if path else []
        for part in parts:
            if part in ("", ".", "..") or "\0" in part:
                raise ValueError("not a path: %r" % path)
        return parts

    def _follow(self, parts):
        real = Path(os.path.realpath(self._root.joinpath(*parts)))
        if real != self._root and self._root not in real.parents:
            raise PermissionError("that lies outside")
        return real

    def _place(self, path):
        parts = self._split(path)
        if not parts:
            raise PermissionError("the folder itself")
        return self._follow(parts[:-1]) / parts[-1]

    def _new_place(self, path):
        place = self._place(path)
        if os.path.lexists(place):
            raise FileExistsError(path)
        return place

    def read(self, path):
        real = self._follow(self._split(path))
        if not real.is_file():
            raise FileNotFoundError(path)
        return real.read_bytes()

    def write(self, path, data):
        real = self._follow(self._split(path))
        real.parent.mkdir(parents=True, exist_ok=True)
        real.write_bytes(data)

    def _link(self, place, real):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(os.path.relpath(real, place.parent))

    def shortcut(self, path, target):
        real = self._follow(self._split(target))
        if not real.exists():
            raise FileNotFoundError(target)
        self._link(self._new_place(path), real)

    def move(self, path, new):
        place = self._place(path)
        if not os.path.lexists(place):
            raise FileNotFoundError(path)
        there = self._new_place(new)
        if place.is_symlink():
            # a relative link says something else in another folder: made anew, from where it leads to
            self._link(there, self._follow(self._split(path)))
            place.unlink()
        else:
            there.parent.mkdir(parents=True, exist_ok=True)
            place.rename(there)

    def remove(self, path):
        place = self._place(path)
        if not os.path.lexists(place):
            raise FileNotFoundError(path)
        place.unlink()

    def names(self, path=""):
        real = self._follow(self._split(path))
        if not real.is_dir():
            raise FileNotFoundError(path)
        return sorted(entry.name for entry in real.iterdir())
