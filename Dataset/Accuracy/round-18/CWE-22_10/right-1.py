"""Recordings are thrown away by way of open folders, never by long paths."""
import errno
import os
from contextlib import ExitStack, contextmanager

_ENTER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NOTHING = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EISDIR, errno.ENAMETOOLONG, errno.EPERM}


class _NoTake(LookupError):
    pass


@contextmanager
def _missing():
    try:
        yield
    except UnicodeEncodeError as error:
        raise _NoTake from error
    except OSError as error:
        if error.errno in _NOTHING:
            raise _NoTake from error
        raise


class Takes:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    def _descend(self, stack, names):
        """Opens one folder in the other; yields (descriptor, name in it)."""
        here = os.open(self._root, _ENTER)
        stack.callback(os.close, here)
        *folders, last = names
        for name in folders:
            yield here, name
            with _missing():
                here = os.open(name, _ENTER | os.O_NOFOLLOW, dir_fd=here)
            stack.callback(os.close, here)
        yield here, last

    def throw(self, path):
        names = path.split("/")
        if not {"", ".", ".."}.isdisjoint(names) or "\x00" in path:
            return False
        with ExitStack() as stack:
            try:
                *above, (folder, name) = self._descend(stack, names)
                with _missing():
                    os.unlink(name, dir_fd=folder)
            except _NoTake:
                return False
            while above:
                folder, name = above.pop()
                try:
                    os.rmdir(name, dir_fd=folder)
                except OSError:
                    above.clear()
            return True

    def throw_all(self, paths):
        return list(filter(self.throw, paths))
