import os
from itertools import chain


class _Private:
    """A file that this object has made and that no other account could ever open."""

    def __init__(self, folder, leaf):
        self._fd = os.open(leaf, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW,
                           0o600, dir_fd=folder)
        os.fchmod(self._fd, 0o600)
        self.count = 0

    def append(self, data):
        while data:
            data = data[os.write(self._fd, data):]
        self.count += 1

    def close(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


class DoseLog:
    def __init__(self, path, most):
        if not most >= 1:
            raise ValueError("most")
        head, self._leaf = os.path.split(path)
        self._old = self._leaf + ".1"
        self._most = most
        self._folder = os.open(head or ".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._shut(self._old)
        if self._shut(self._leaf):
            self._put_aside()
        self._now = _Private(self._folder, self._leaf)

    def _shut(self, leaf):
        """Takes all rights from others; tells whether there is such a file."""
        try:
            os.chmod(leaf, 0o600, dir_fd=self._folder)
        except FileNotFoundError:
            return False
        return True

    def _put_aside(self):
        os.rename(self._leaf, self._old, src_dir_fd=self._folder, dst_dir_fd=self._folder)

    def write(self, text):
        data = f"{text}\n".encode()
        if self._now.count == self._most:
            self._now.close()
            self._put_aside()
            self._now = _Private(self._folder, self._leaf)
        self._now.append(data)

    def _content(self, leaf):
        try:
            fd = os.open(leaf, os.O_RDONLY | os.O_CLOEXEC, dir_fd=self._folder)
        except FileNotFoundError:
            return []
        with os.fdopen(fd, "rb") as file:
            *lines, rest = file.read().decode().split("\n")
        return lines + [rest] if rest else lines

    def lines(self):
        return list(chain.from_iterable(map(self._content, (self._old, self._leaf))))

    def close(self):
        self._now.close()
