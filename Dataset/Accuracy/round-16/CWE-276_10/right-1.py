"""Papers, put away by descriptors of folders: no path is walked twice."""
import errno
import os
from contextlib import contextmanager

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


def _oops(kind, name):
    return OSError(kind, os.strerror(kind), name)


def _is_folder(name, above):
    import stat
    return stat.S_ISDIR(os.stat(name, dir_fd=above, follow_symlinks=False).st_mode)


def _there(name, above):
    try:
        os.lstat(name, dir_fd=above)
    except FileNotFoundError:
        return False
    return True


def _step(above, name):
    """A descriptor of the folder `name` in `above`, closed to others before it is opened."""
    try:
        os.mkdir(name, 0o700, dir_fd=above)
    except FileExistsError:
        if not _is_folder(name, above):
            raise _oops(errno.ENOTDIR, name) from None
    os.chmod(name, 0o700, dir_fd=above)
    return os.open(name, _FOLDER, dir_fd=above)


class Cases:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    @contextmanager
    def _way(self, parts, step=_step):
        here = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for part in parts:
                below = step(here, part)
                os.close(here)
                here = below
            yield here
        finally:
            os.close(here)

    def keep(self, case, name, data):
        with self._way(case.split("/")) as folder:
            paper = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder)
            with os.fdopen(paper, "wb") as file:
                file.write(data)

    def move(self, case, other):
        *above, last = case.split("/")
        *beyond, new = other.split("/")

        def look(folder, name):
            return os.open(name, _FOLDER, dir_fd=folder)

        try:
            source = os.lstat(os.path.join(self.root, case))
        except (FileNotFoundError, NotADirectoryError):
            raise _oops(errno.ENOENT, case) from None
        if source.st_mode & 0o170000 != 0o040000:
            raise _oops(errno.ENOENT, case)
        if os.path.lexists(os.path.join(self.root, other)):
            raise _oops(errno.EEXIST, other)
        with self._way(above, look) as old, self._way(beyond) as place:
            if _there(new, place):
                raise _oops(errno.EEXIST, other)
            os.chmod(last, 0o700, dir_fd=old)
            os.rename(last, new, src_dir_fd=old, dst_dir_fd=place)
