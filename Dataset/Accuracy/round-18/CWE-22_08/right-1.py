import os
import stat
from collections import deque


class Outside(Exception):
    pass


def _kind(path):
    try:
        return stat.S_IFMT(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


class _Walker:
    """Goes a path name by name, as the system would, and follows links by hand."""

    def __init__(self, root):
        self.root = root
        self.base = [name for name in root.split("/") if name]

    def go(self, names, last=True):
        stack, todo, links = list(self.base), deque(names), 0
        gone = False                      # beyond what is there
        while todo:
            name = todo.popleft()
            if name in ("", "."):
                continue
            if name == "..":
                if gone:
                    raise FileNotFoundError("above something missing")
                if stack:
                    stack.pop()
                continue
            stack.append(name)
            here = "/" + "/".join(stack)
            kind = None if gone else _kind(here)
            if kind is None:
                gone = True
            elif kind == stat.S_IFLNK and (todo or last):
                links += 1
                if links > 40:
                    raise OSError("too many links")
                text = os.readlink(here)
                stack = [] if text.startswith("/") else stack[:-1]
                todo.extendleft(reversed(text.split("/")))
            elif kind not in (stat.S_IFDIR, stat.S_IFLNK) and todo:
                gone = True
        if stack[:len(self.base)] != self.base:
            raise Outside("/".join(names))
        return "/" + "/".join(stack)


class Panels:
    def __init__(self, folder):
        self._walker = _Walker(os.path.realpath(folder))

    def _resolve(self, path, last=True):
        names = path.split("/") if path else []
        for name in names:
            if name in ("", ".", "..") or "\0" in name:
                raise Outside(path)
        if not last and not names:
            raise Outside(path)
        return self._walker.go(names, last)

    @staticmethod
    def _folders(place):
        os.makedirs(place.rpartition("/")[0] or "/", exist_ok=True)

    def _vacant(self, path):
        place = self._resolve(path, last=False)
        if _kind(place) is not None:
            raise FileExistsError(path)
        return place

    def _sign(self, place, goal):
        self._folders(place)
        os.symlink(os.path.relpath(goal, os.path.dirname(place)), place)

    def read(self, path):
        real = self._resolve(path)
        if _kind(real) != stat.S_IFREG:
            raise FileNotFoundError(path)
        fd = os.open(real, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(fd, "rb") as file:
            return file.read()

    def write(self, path, data):
        real = self._resolve(path)
        self._folders(real)
        fd = os.open(real, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        with os.fdopen(fd, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        goal = self._resolve(target)
        if _kind(goal) is None:
            raise FileNotFoundError(target)
        self._sign(self._vacant(path), goal)

    def move(self, path, new):
        old = self._resolve(path, last=False)
        kind = _kind(old)
        if kind is None:
            raise FileNotFoundError(path)
        if kind == stat.S_IFLNK:
            goal = self._resolve(path)
            self._sign(self._vacant(new), goal)
            os.unlink(old)
        elif kind == stat.S_IFREG:
            place = self._vacant(new)
            self._folders(place)
            os.rename(old, place)
        else:
            raise IsADirectoryError(path)

    def remove(self, path):
        place = self._resolve(path, last=False)
        kind = _kind(place)
        if kind is None:
            raise FileNotFoundError(path)
        if kind == stat.S_IFDIR:
            raise IsADirectoryError(path)
        os.unlink(place)

    def names(self, path=""):
        real = self._resolve(path)
        if _kind(real) != stat.S_IFDIR:
            raise FileNotFoundError(path)
        with os.scandir(real) as entries:
            return sorted(entry.name for entry in entries)
