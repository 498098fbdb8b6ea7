import contextlib
import os


class ClipStore:
    """Works relative to a directory descriptor."""

    def __init__(self, root):
        self._root = root

    @contextlib.contextmanager
    def _dir(self, presenter, create=False):
        path = os.path.join(self._root, presenter)
        if create:
            os.makedirs(path, exist_ok=True)
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    @staticmethod
    def _check(name):
        if not isinstance(name, str) or name in ("", ".", "..") or not {"/", "\0"}.isdisjoint(name):
            raise ValueError(f"not a clip's name: {name!r}")
        return name

    def save(self, presenter, name, data):
        self._check(name)
        with self._dir(presenter, create=True) as d:
            fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644, dir_fd=d)
            with open(fd, "wb") as f:
                f.write(data)

    def load(self, presenter, name):
        with contextlib.suppress(ValueError, OSError):
            with self._dir(presenter) as d:
                fd = os.open(self._check(name), os.O_RDONLY | os.O_NOFOLLOW, dir_fd=d)
                with open(fd, "rb") as f:
                    return f.read()
        return None

    def delete(self, presenter, name):
        try:
            with self._dir(presenter) as d:
                os.unlink(self._check(name), dir_fd=d)
                return True
        except (ValueError, OSError):
            return False

    def names(self, presenter):
        try:
            with self._dir(presenter) as d:
                return sorted(os.listdir(d))
        except FileNotFoundError:
            return []
