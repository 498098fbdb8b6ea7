"""Pictures of the doorbells: drafts are files without any name, which get theirs by a link."""

import contextlib
import errno
import fcntl
import io
import os
import shutil
import tempfile
from enum import Enum


class Kind(Enum):
    png = (b"\x89PNG\r\n\x1a\n",)
    gif = (b"GIF87a", b"GIF89a")

    @property
    def mime(self):
        return "image/" + self.name

    @classmethod
    def of(cls, data):
        for kind in cls:
            if any(data[: len(start)] == start for start in kind.value):
                return kind
        raise ValueError("not a picture in PNG or GIF")


class _Shelf:
    """The folder, held open."""

    def __init__(self, path):
        self.path = os.path.abspath(path)

    @contextlib.contextmanager
    def alone(self):
        handle = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)


def _house_number(flat):
    if isinstance(flat, bool) or not isinstance(flat, int) or not 1 <= flat < 10**18:
        raise ValueError("a flat is a whole number from 1 on")
    return int(flat)


class Doorbells:
    LIMIT = 1 << 16

    def __init__(self, folder):
        self._shelf = _Shelf(folder)

    def put(self, flat, name, data):
        number = _house_number(flat)
        data = bytes(data)
        kind = Kind.of(data)
        if len(data) > self.LIMIT:
            raise ValueError("too many bytes")
        with self._shelf.alone() as handle, self._draft(data) as draft:
            target = f"{number}.{kind.name}"
            self._clear(handle, number)
            draft(handle, target)
        return target

    def show(self, flat):
        number = _house_number(flat)
        with self._shelf.alone() as handle:
            found = self._look(handle, number)
        return None if found is None else (found[0].mime, found[1])

    def move(self, old, new):
        old, new = _house_number(old), _house_number(new)
        with self._shelf.alone() as handle:
            found = self._look(handle, old)
            if found is None:
                return None
            before, after = (f"{flat}.{found[0].name}" for flat in (old, new))
            if before != after:
                self._clear(handle, new)
                os.rename(before, after, src_dir_fd=handle, dst_dir_fd=handle)
            return after

    @contextlib.contextmanager
    def _draft(self, data):
        """Yields a function that puts the data into a folder under a name, all at once."""
        try:
            fd = os.open(self._shelf.path, os.O_TMPFILE | os.O_RDWR, 0o644)
        except OSError as problem:
            if problem.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT):
                raise
            # a file system that has no such files: a room beside the folder, then
            room = tempfile.mkdtemp(dir=os.path.dirname(self._shelf.path))
            try:
                path = os.path.join(room, "draft")
                with open(path, "xb") as file:
                    file.write(data)
                yield lambda handle, name: os.rename(path, name, dst_dir_fd=handle)
            finally:
                shutil.rmtree(room)
            return
        with io.FileIO(fd, "r+") as file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest):]
            yield lambda handle, name: os.link(
                f"/proc/self/fd/{fd}", name, dst_dir_fd=handle, follow_symlinks=True
            )

    @staticmethod
    def _clear(handle, number):
        for kind in Kind:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(f"{number}.{kind.name}", dir_fd=handle)

    def _look(self, handle, number):
        for kind in Kind:
            try:
                fd = os.open(f"{number}.{kind.name}", os.O_RDONLY, dir_fd=handle)
            except FileNotFoundError:
                continue
            with open(fd, "rb") as file:
                data = file.read()
            with contextlib.suppress(ValueError):
                if Kind.of(data) is kind:
                    return kind, data
        return None
