import os
import stat
from contextlib import contextmanager


class ClipStore:
    def __init__(self, root):
        self._root = os.path.realpath(root)

    @contextmanager
    def _home(self, presenter, make=False):
        path = os.path.join(self._root, presenter)
        if make:
            os.makedirs(path, exist_ok=True)
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            yield fd
        finally:
            os.close(fd)

    @staticmethod
    def _clip(home, name):
        """Whether there is a clip of this name: an exact entry of the folder that is a file."""
        return name in os.listdir(home) and stat.S_ISREG(os.lstat(name, dir_fd=home).st_mode)

    def save(self, presenter, name, data):
        if not name or name in {os.curdir, os.pardir} or not {"/", "\0"}.isdisjoint(name):
            raise ValueError("no name of a clip")
        with self._home(presenter, make=True) as home:
            fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666, dir_fd=home)
            with os.fdopen(fd, "wb") as clip:
                clip.write(data)

    def load(self, presenter, name):
        try:
            with self._home(presenter) as home:
                if self._clip(home, name):
                    with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=home), "rb") as clip:
                        return clip.read()
        except FileNotFoundError:
            pass
        return None

    def delete(self, presenter, name):
        try:
            with self._home(presenter) as home:
                found = self._clip(home, name)
                if found:
                    os.unlink(name, dir_fd=home)
                return found
        except FileNotFoundError:
            return False

    def names(self, presenter):
        try:
            with self._home(presenter) as home:
                return [name for name in sorted(os.listdir(home)) if self._clip(home, name)]
        except FileNotFoundError:
            return []
