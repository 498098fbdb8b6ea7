import os
import stat

PRIVATE = 0o700


class Cases:
    def __init__(self, root):
        self._root = root

    def _parts(self, case):
        parts = case.split("/")
        if any(not part or part.startswith(".") for part in parts):
            raise ValueError("not a case")
        return parts

    def _path(self, case):
        return os.path.join(self._root, *self._parts(case))

    def _way(self, parts):
        """Makes the folders of these parts, or closes them, from the top downwards."""
        path = self._root
        for part in parts:
            path = os.path.join(path, part)
            try:
                os.mkdir(path, PRIVATE)
            except FileExistsError:
                pass
            # the umask may have taken bits of ours, too
            if stat.S_IMODE(os.stat(path).st_mode) != PRIVATE:
                os.chmod(path, PRIVATE)
        return path

    def keep(self, case, name, data):
        if not name or "/" in name or name.startswith("."):
            raise ValueError("not a name")
        folder = self._way(self._parts(case))
        handle = os.open(os.path.join(folder, name),
                         os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)

    def move(self, case, other):
        source = self._path(case)
        parts = self._parts(other)
        target = os.path.join(self._root, *parts)
        if not os.path.isdir(source):
            raise FileNotFoundError(case)
        if os.path.lexists(target):
            raise FileExistsError(other)
        self._way(parts[:-1])
        # Close it before it leaves the folders that kept others out.
        if os.stat(source).st_mode & stat.S_IRWXO:
            os.chmod(source, PRIVATE)
        os.rename(source, target)
        os.chmod(target, PRIVATE)
