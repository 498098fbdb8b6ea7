import contextlib
import os


class Takes:
    """Works with descriptors only: every folder is opened from the one above
    it, and never through a link."""

    _FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC

    def __init__(self, folder):
        self._base = os.path.realpath(folder)

    def throw(self, path):
        *way, last = path.split("/")
        for name in (*way, last):
            if name in {"", os.curdir, os.pardir} or "\x00" in name:
                return False
        with contextlib.ExitStack() as stack:
            def enter(name, **more):
                handle = os.open(name, self._FLAGS | os.O_NOFOLLOW, **more)
                stack.callback(os.close, handle)
                return handle

            chain = [enter(self._base)]
            try:
                for name in way:
                    chain.append(enter(name, dir_fd=chain[-1]))
                os.unlink(last, dir_fd=chain[-1])
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError,
                    UnicodeError):
                return False
            except OSError:
                # a link on the way (ELOOP), a name that is too long ...
                return False
            for name, above in zip(reversed(way), reversed(chain[:-1])):
                try:
                    os.rmdir(name, dir_fd=above)
                except OSError:
                    break
        return True

    def throw_all(self, paths):
        return list(filter(self.throw, paths))
