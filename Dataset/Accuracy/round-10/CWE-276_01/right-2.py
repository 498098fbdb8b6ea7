import errno
import json
import os
import secrets


class _Folder:
    """The folder of a settings file, held open, so that all steps happen in the same one."""

    def __init__(self, path):
        head, self.leaf = os.path.split(path)
        self._fd = os.open(head or os.curdir, os.O_RDONLY | os.O_DIRECTORY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._fd)

    def fresh(self):
        """-> (name, descriptor) of a new, empty file that only its owner can open."""
        while True:
            name = "." + secrets.token_urlsafe(15)
            try:
                fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=self._fd)
            except OSError as trouble:
                if trouble.errno != errno.EEXIST:
                    raise
            else:
                os.fchmod(fd, 0o600)
                return name, fd

    def rename(self, name):
        os.rename(name, self.leaf, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def drop(self, name):
        os.unlink(name, dir_fd=self._fd)


def save_settings(path, settings):
    rest = memoryview(json.dumps(settings, separators=(",", ":")).encode())
    with _Folder(path) as folder:
        name, fd = folder.fresh()
        try:
            try:
                while rest:
                    rest = rest[os.write(fd, rest):]
                os.fsync(fd)
            finally:
                os.close(fd)
            folder.rename(name)
        except BaseException:
            folder.drop(name)
            raise


def load_settings(path):
    if not os.path.lexists(path):
        return {}
    with open(path, "rb") as stream:
        return json.load(stream)
