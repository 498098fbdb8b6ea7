"""Where our papers go: folders for cases, for our account alone."""

import os


class Cases:
    def __init__(self, root):
        self._root = root
        self._closed = set()       # cases whose folder we have made or closed already

    def _path(self, case):
        return os.path.join(self._root, case)

    @staticmethod
    def _way(case):
        """2031/a/b -> 2031, 2031/a, 2031/a/b"""
        parts = case.split("/")
        for part in parts:
            if not part or part.startswith("."):
                raise ValueError(f"no case: {case!r}")
        return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]

    def _close(self, folders):
        for folder in folders:
            if folder in self._closed:
                continue
            path = self._path(folder)
            if not os.path.isdir(path):
                os.mkdir(path, 0o700)
            os.chmod(path, 0o700)
            self._closed.add(folder)

    def keep(self, case, name, data):
        self._close(self._way(case))
        path = os.path.join(self._path(case), name)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(data)

    def move(self, case, other):
        self._way(case)
        *above, _ = self._way(other)
        source, target = self._path(case), self._path(other)
        if not os.path.isdir(source):
            raise FileNotFoundError(source)
        if os.path.lexists(target):
            raise FileExistsError(target)
        self._close(above)
        os.chmod(source, 0o700)        # before it leaves the folders that guard it
        os.rename(source, target)
        self._closed.discard(case)
        self._closed.add(other)
