"""Where our papers go."""
import os
import stat


class Cases:
    def __init__(self, root):
        self._root = root

    def _steps(self, case):
        path = self._root
        for part in case.split("/"):
            path = os.path.join(path, part)
            yield path

    def _make(self, case):
        """Makes the folders of the case that are missing; none is open, whatever the umask is."""
        for path in self._steps(case):
            try:
                os.mkdir(path, 0o700)
            except FileExistsError:
                if not stat.S_ISDIR(os.lstat(path).st_mode):
                    raise NotADirectoryError(path) from None
            else:
                os.chmod(path, 0o700)      # the umask may have taken something from us, too

    def _close(self, case):
        for path in self._steps(case):
            os.chmod(path, 0o700)

    def keep(self, case, name, data):
        self._make(case)
        path = os.path.join(self._root, *case.split("/"), name)
        # If the name is taken, this fails before anything has changed.
        with open(path, "xb") as file:
            # From here on nobody else gets in; only then the paper is put down.
            self._close(case)
            file.write(data)

    def move(self, case, other):
        source = os.path.join(self._root, *case.split("/"))
        target = os.path.join(self._root, *other.split("/"))
        if not os.path.isdir(source):
            raise FileNotFoundError(case)
        if os.path.lexists(target):
            raise FileExistsError(other)
        above = other.rpartition("/")[0]
        if above:
            self._make(above)
            self._close(above)
        os.chmod(source, 0o700)
        os.rename(source, target)
