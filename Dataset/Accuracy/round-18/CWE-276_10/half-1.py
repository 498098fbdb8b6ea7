import os
import stat

_OURS = 0o700


class Cases:
    """Papers in folders that nobody but our account can look into."""

    def __init__(self, root):
        self._root = root

    def _place(self, case):
        parts = case.split("/")
        if any(not part or part.startswith(".") for part in parts):
            raise ValueError("no case")
        return os.path.join(self._root, *parts)

    def _close(self, parts):
        """Makes the folders on the way, or closes the ones that are there."""
        place = self._root
        for part in parts:
            place = os.path.join(place, part)
            try:
                os.mkdir(place, _OURS)  # a umask can only take away from that
            except FileExistsError:
                if not stat.S_ISDIR(os.lstat(place).st_mode):
                    raise NotADirectoryError(place) from None
            os.chmod(place, _OURS)
        return place

    def keep(self, case, name, data):
        self._place(case)
        if not name or "/" in name or name.startswith("."):
            raise ValueError("no name")
        folder = self._close(case.split("/"))  # before there is anything to be read
        number = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "wb") as file:
            file.write(data)

    def move(self, case, other):
        old, new = self._place(case), self._place(other)
        if not os.path.isdir(old):
            raise FileNotFoundError(old)
        if os.path.lexists(new):
            raise FileExistsError(new)
        # the way to it is closed first, so that nobody can get to the case
        # while it still has its old permissions
        self._close(other.split("/")[:-1])
        if os.path.lexists(new):
            raise FileExistsError(new)
        os.rename(old, new)
        os.chmod(new, _OURS)
