"""The comics folder, as writers see it through the web page.

Paths are resolved here name by name, not by the system, so that each shortcut
is seen, and what is then opened has no shortcuts in it any more.
"""
import os
import stat
from collections import deque

MAX_LINKS = 40


class Outside(PermissionError):
    pass


class Panels:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    def _walk(self, start, path):
        """Real place of `path`, seen from the real folder `start`. The end may be missing."""
        if "\0" in path:
            raise ValueError("NUL in a path")
        here, todo, links, missing = start, deque(path.split("/")), 0, False
        if path.startswith("/"):
            here = "/"
        while todo:
            name = todo.popleft()
            if name in ("", "."):
                continue
            if name == "..":
                if missing or not os.path.isdir(here):
                    raise FileNotFoundError(path)
                here = os.path.dirname(here)
                continue
            here = os.path.join(here, name)
            if missing:
                continue
            try:
                mode = os.lstat(here).st_mode
            except FileNotFoundError:
                missing = True
                continue
            except NotADirectoryError:
                raise FileNotFoundError(path) from None
            if stat.S_ISLNK(mode):
                links += 1
                if links > MAX_LINKS:
                    raise OSError("too many shortcuts")
                target = os.readlink(here)
                here = "/" if target.startswith("/") else os.path.dirname(here)
                todo.extendleft(reversed(target.split("/")))
        if here != self._root and not here.startswith(self._root.rstrip("/") + "/"):
            raise Outside(path)
        return here

    def _follow(self, path):
        if path.startswith("/"):
            raise Outside(path)
        return self._walk(self._root, path)

    def _entry(self, path):
        """Place of the entry itself; only the folder that it lies in is resolved."""
        head, _, name = path.rstrip("/").rpartition("/")
        if name in ("", ".", "..") or path.startswith("/"):
            raise Outside(path)
        return os.path.join(self._follow(head), name)

    def read(self, path):
        real = self._follow(path)
        if not os.path.isfile(real):
            raise FileNotFoundError(path)
        with open(real, "rb") as file:
            return file.read()

    def write(self, path, data):
        real = self._follow(path)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        with open(real, "wb") as file:
            file.write(data)

    def shortcut(self, path, target):
        entry, real = self._entry(path), self._follow(target)
        if not os.path.exists(real):
            raise FileNotFoundError(target)
        if os.path.lexists(entry):
            raise FileExistsError(path)
        parent = os.path.dirname(entry)
        os.makedirs(parent, exist_ok=True)
        os.symlink(os.path.relpath(real, parent), entry)

    def move(self, path, new):
        old, entry = self._entry(path), self._entry(new)
        if not os.path.lexists(old):
            raise FileNotFoundError(path)
        if os.path.lexists(entry):
            raise FileExistsError(new)
        parent = os.path.dirname(entry)
        if os.path.islink(old):
            # A relative link would lead elsewhere from its new place.
            real = self._walk(os.path.dirname(old), os.readlink(old))
            os.makedirs(parent, exist_ok=True)
            os.symlink(os.path.relpath(real, parent), entry)
            os.unlink(old)
        else:
            os.makedirs(parent, exist_ok=True)
            os.rename(old, entry)

    def remove(self, path):
        entry = self._entry(path)
        if not os.path.islink(entry) and not os.path.isfile(entry):
            raise FileNotFoundError(path)
        os.unlink(entry)

    def names(self, path=""):
        real = self._follow(path)
        if not os.path.isdir(real):
            raise FileNotFoundError(path)
        return sorted(os.listdir(real))
