import contextlib
import functools
import os

_new = functools.partial(os.open, flags=os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_APPEND | os.O_CLOEXEC, mode=0o600)


class DoseLog(contextlib.AbstractContextManager):
    """Speaks to the system with descriptors alone and holds on to the folder, not to the path."""

    def __init__(self, path, most):
        head, self.name = os.path.split(os.path.abspath(path))
        self.most, self.fd = most, None
        self.folder = os.open(head, os.O_RDONLY | os.O_DIRECTORY)
        with contextlib.suppress(FileNotFoundError):
            os.chmod(self.name + ".1", 0o600, dir_fd=self.folder)
        with contextlib.suppress(FileNotFoundError):
            os.chmod(self.name, 0o600, dir_fd=self.folder)
            self._aside()
        self._fresh()

    def _aside(self):
        os.replace(self.name, self.name + ".1", src_dir_fd=self.folder, dst_dir_fd=self.folder)

    def _fresh(self):
        fd = _new(self.name, dir_fd=self.folder)
        os.fchmod(fd, 0o600)
        self.fd, self.left = fd, self.most

    def write(self, text):
        if self.fd is None:
            raise ValueError("closed")
        data = memoryview(f"{text}\n".encode())
        if not self.left:
            os.close(self.fd)
            self._aside()
            self._fresh()
        while data:
            data = data[os.write(self.fd, data):]
        self.left -= 1

    def lines(self):
        def read(name):
            try:
                fd = os.open(name, os.O_RDONLY, dir_fd=self.folder)
            except FileNotFoundError:
                return
            with open(fd, encoding="utf-8", newline="\n") as source:
                for line in source:
                    yield line.removesuffix("\n")
        return [*read(self.name + ".1"), *read(self.name)]

    def close(self):
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None

    def __exit__(self, *exc):
        self.close()
