"""Where our papers go."""
import os
from pathlib import Path

OURS = 0o700


class Cases:
    def __init__(self, root):
        self._root = Path(root)

    def _prepare(self, parts):
        """All folders on this way are there, and for our account alone."""
        folder = self._root
        for part in parts:
            folder = folder / part
            try:
                os.mkdir(folder, OURS)
            except FileExistsError:
                if not folder.is_dir():
                    raise NotADirectoryError(str(folder)) from None
            os.chmod(folder, OURS)
        return folder

    def keep(self, case, name, data):
        folder = self._prepare(case.split("/"))
        with open(folder / name, "xb") as file:
            file.write(data)

    def move(self, case, other):
        source = self._root.joinpath(*case.split("/"))
        target = self._root.joinpath(*other.split("/"))
        if not source.is_dir():
            raise FileNotFoundError(case)
        if os.path.lexists(target):
            raise FileExistsError(other)
        # The way is closed first, so that nobody can follow the folder to its new place.
        self._prepare(other.split("/")[:-1])
        os.rename(source, target)
        os.chmod(target, OURS)
