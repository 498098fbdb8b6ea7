import contextlib
import os
import stat


class ClipStore:
    def __init__(self, root):
        self._root = root

    @contextlib.contextmanager
    def _folder(self, presenter):
        fd = os.open(os.path.join(self._root, presenter), os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    @staticmethod
    def _checked(name):
        if not isinstance(name, str) or name in {"", os.curdir, os.pardir} or set(name) & {"/", "\0"}:
            raise ValueError(f"no clip can have the name {name!r}")
        return name

    def save(self, presenter, name, data):
        self._checked(name)
        os.makedirs(os.path.join(self._root, presenter), exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        with self._folder(presenter) as folder:
            with open(name, "wb", opener=lambda path, _: os.open(path, flags, 0o666, dir_fd=folder)) as f:
                f.write(data)

    def load(self, presenter, name):
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        try:
            self._checked(name)
            with self._folder(presenter) as folder:
                fd = os.open(name, flags, dir_fd=folder)
                with os.fdopen(fd, "rb") if stat.S_ISREG(os.fstat(fd).st_mode) else self._closing(fd) as f:
                    return f.read() if f else None
        except (OSError, ValueError):
            return None

    @staticmethod
    @contextlib.contextmanager
    def _closing(fd):
        os.close(fd)
        yield None

    def delete(self, presenter, name):
        try:
            self._checked(name)
            with self._folder(presenter) as folder:
                os.unlink(name, dir_fd=folder)
        except (OSError, ValueError):
            return False
        return True

    def names(self, presenter):
        try:
            with self._folder(presenter) as folder:
                return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []
