import contextlib
import os
import stat


class _NoClip(ValueError):
    pass


def _checked(name):
    """Returns the name if it can be the name of one file in a folder."""
    if not isinstance(name, str) or name in {"", os.curdir, os.pardir}:
        raise _NoClip("not a name")
    if any(sign in name for sign in ("/", "\0")):
        raise _NoClip("slash or NUL in the name")
    return name


class ClipStore:
    def __init__(self, root):
        self._root = os.path.abspath(root)

    @contextlib.contextmanager
    def _folder(self, presenter, make=False):
        path = os.path.join(self._root, presenter)
        if make:
            with contextlib.suppress(FileExistsError):
                os.mkdir(path)
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    def save(self, presenter, name, data):
        name = _checked(name)
        with self._folder(presenter, make=True) as folder:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
            clip = os.open(name, flags, 0o644, dir_fd=folder)
            with open(clip, "wb") as f:
                f.write(data)

    def load(self, presenter, name):
        try:
            with self._folder(presenter) as folder:
                flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
                with open(os.open(_checked(name), flags, dir_fd=folder), "rb") as f:
                    return f.read()
        except (_NoClip, OSError, UnicodeError):
            return None

    def delete(self, presenter, name):
        try:
            with self._folder(presenter) as folder:
                os.unlink(_checked(name), dir_fd=folder)
        except (_NoClip, OSError, UnicodeError):
            return False
        return True

    def names(self, presenter):
        try:
            with self._folder(presenter) as folder:
                return sorted(
                    n for n in os.listdir(folder)
                    if stat.S_ISREG(os.stat(n, dir_fd=folder, follow_symlinks=False).st_mode)
                )
        except FileNotFoundError:
            return []
