import os
import stat

_OURS = 0o700


class Cases:
    """Papers in folders that nobody but our account can look into."""

    def __init__(self, root):
        self._root = root
        self._closed = set()  # folders that are ours alone already

    def _place(self, parts):
        return os.path.join(self._root, *parts)

    @staticmethod
    def _parts(case):
        parts = tuple(case.split("/"))
        if any(not part or part.startswith(".") for part in parts):
            raise ValueError("no case")
        return parts

    def _close(self, parts):
        """Makes the folders on the way, or closes the ones that are there."""
        for depth in range(1, len(parts) + 1):
            folder = parts[:depth]
            place = self._place(folder)
            try:
                os.mkdir(place, _OURS)  # a umask can only take away from that
            except FileExistsError:
                if folder in self._closed:
                    continue
                if not stat.S_ISDIR(os.lstat(place).st_mode):
                    raise NotADirectoryError(place) from None
            os.chmod(place, _OURS)
            self._closed.add(folder)
        return self._place(parts)

    def keep(self, case, name, data):
        parts = self._parts(case)
        if not name or "/" in name or name.startswith("."):
            raise ValueError("no name")
        folder = self._close(parts)  # before there is anything to be read
        number = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "wb") as file:
            file.write(data)

    def move(self, case, other):
        source, target = self._parts(case), self._parts(other)
        old, new = self._place(source), self._place(target)
        if not os.path.isdir(old):
            raise FileNotFoundError(old)
        if os.path.lexists(new):
            raise FileExistsError(new)
        self._close(target[:-1])
        if os.path.lexists(new):
            raise FileExistsError(new)
        os.chmod(old, _OURS)  # it is not open at its new place for a moment, either
        os.rename(old, new)
        self._closed.discard(source)
        self._closed.add(target)
