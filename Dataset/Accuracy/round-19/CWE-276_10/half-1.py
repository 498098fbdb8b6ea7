import os


class Cases:
    def __init__(self, root):
        self._root = root

    def _parts(self, case):
        parts = case.split("/")
        if any(not part or part.startswith(".") or "\0" in part for part in parts):
            raise ValueError(f"no case: {case!r}")
        return parts

    def _close(self, parts):
        """Makes each folder on the way, from above, and shuts those that were there. Returns the path."""
        path = self._root
        for part in parts:
            path = os.path.join(path, part)
            try:
                os.mkdir(path, 0o700)       # closed from the beginning, whatever the umask is
            except FileExistsError:
                pass
            os.chmod(path, 0o700)           # an old one, or a umask that takes from us
        return path

    def keep(self, case, name, data):
        if not name or "/" in name or name.startswith("."):
            raise ValueError(f"no name: {name!r}")
        folder = self._close(self._parts(case))
        fd = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(data)

    def move(self, case, other):
        source = os.path.join(self._root, *self._parts(case))
        parts = self._parts(other)
        target = os.path.join(self._root, *parts)
        if not os.path.isdir(source):
            raise FileNotFoundError(source)
        if os.path.lexists(target):
            raise FileExistsError(target)
        # The way is shut first, so nobody gets at what arrives at its end.
        self._close(parts[:-1])
        os.rename(source, target)
        os.chmod(target, 0o700)
