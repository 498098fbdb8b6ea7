import os


class Cases:
    """Goes down with the folders open; papers have the mode 600."""

    def __init__(self, root):
        self.root = os.path.abspath(root)

    def _enter(self, parts):
        at = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        for part in parts:
            try:
                os.mkdir(part, 0o700, dir_fd=at)
            except FileExistsError:
                pass
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
            os.close(at)
            os.fchmod(below, 0o700)
            at = below
        return at

    def keep(self, case, name, data):
        at = self._enter(case.split("/"))
        try:
            file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=at)
            with os.fdopen(file, "wb") as paper:
                paper.write(data)
        finally:
            os.close(at)

    def move(self, case, other):
        old = os.path.join(self.root, case)
        if os.path.lexists(os.path.join(self.root, other)):
            raise FileExistsError(other)
        if not os.path.isdir(old):
            raise FileNotFoundError(case)
        os.chmod(old, 0o700)
        *above, last = other.split("/")
        at = self._enter(above)
        try:
            os.rename(old, last, dst_dir_fd=at)
        finally:
            os.close(at)
