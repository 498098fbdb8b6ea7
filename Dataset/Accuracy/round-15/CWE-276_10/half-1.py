"""Where our papers go: folders for cases, for our account alone."""

import os
import stat


class Cases:
    def __init__(self, root):
        self._root = root

    def _path(self, case):
        return os.path.join(self._root, *self._parts(case))

    @staticmethod
    def _parts(case):
        parts = case.split("/")
        if any(not part or part.startswith(".") for part in parts):
            raise ValueError(f"no case: {case!r}")
        return parts

    def _private_way(self, parts):
        """Make the folders of these parts, and close those that are there, from the top."""
        path = self._root
        for part in parts:
            path = os.path.join(path, part)
            try:
                os.mkdir(path, 0o700)          # never more than this, whatever the umask
            except FileExistsError:
                if not stat.S_ISDIR(os.lstat(path).st_mode):
                    raise
            os.chmod(path, 0o700)              # older ones, and those a strict umask has cut
        return path

    def keep(self, case, name, data):
        folder = self._private_way(self._parts(case))
        with open(os.path.join(folder, name), "xb") as file:
            file.write(data)

    def move(self, case, other):
        source, target = self._path(case), self._path(other)
        if not os.path.isdir(source):
            raise FileNotFoundError(source)
        if os.path.lexists(target):
            raise FileExistsError(target)
        # The folders above are closed before anything comes into them.
        self._private_way(self._parts(other)[:-1])
        os.rename(source, target)
        os.chmod(target, 0o700)
