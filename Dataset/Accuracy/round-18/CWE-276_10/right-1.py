"""Folders are opened one in the other; each is shut before the next is looked at."""
import contextlib
import errno
import os

_SHUT = 0o700
_WALK = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class _Way:
    """An open folder somewhere below root."""

    def __init__(self, place):
        self.number = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def close(self):
        os.close(self.number)

    def enter(self, name):
        deeper = os.open(name, _WALK, dir_fd=self.number)
        os.close(self.number)
        self.number = deeper

    def shut(self, name):
        os.chmod(name, _SHUT, dir_fd=self.number)

    def enter_shut(self, name):
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, _SHUT, dir_fd=self.number)
        if not self.is_folder(name):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)
        self.shut(name)
        self.enter(name)

    def has(self, name):
        try:
            os.lstat(name, dir_fd=self.number)
        except FileNotFoundError:
            return False
        return True

    def is_folder(self, name):
        try:
            os.close(os.open(name, os.O_PATH | _WALK, dir_fd=self.number))
        except NotADirectoryError:
            return False
        return True


class Cases:
    def __init__(self, root):
        self.root = root

    @staticmethod
    def _names(case):
        names = case.split("/")
        for name in names:
            if name[:1] in ("", "."):
                raise ValueError(f"no case: {case}")
        return names

    def keep(self, case, name, data):
        if "/" in name or name[:1] in ("", "."):
            raise ValueError(f"no name: {name}")
        names = self._names(case)
        with contextlib.closing(_Way(self.root)) as way:
            for folder in names:
                way.enter_shut(folder)

            def opener(path, flags):
                return os.open(path, flags, 0o600, dir_fd=way.number)

            with open(name, "xb", opener=opener) as paper:
                paper.write(data)

    def move(self, case, other):
        *above, last = self._names(case)
        *way_there, new = self._names(other)
        with contextlib.closing(_Way(self.root)) as source, contextlib.closing(_Way(self.root)) as target:
            try:
                for name in above:
                    source.enter(name)
                found = source.is_folder(last)
            except NotADirectoryError:
                found = False
            if not found:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), case)
            for name in way_there:
                target.enter_shut(name)
            if target.has(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), other)
            source.shut(last)
            os.rename(last, new, src_dir_fd=source.number, dst_dir_fd=target.number)
