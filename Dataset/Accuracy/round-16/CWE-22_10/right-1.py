"""Throws recordings away; goes down folder by folder with descriptors, never by a whole path."""
import os
import stat
from contextlib import ExitStack

_DOWN = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Refused(Exception):
    pass


def _names(path):
    """Parts of a path; empty ones and single dots say nothing, two dots are refused."""
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." or "\0" in part:
            raise Refused
        try:
            yield part.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            raise Refused


class Takes:
    def __init__(self, folder):
        self.root = os.path.realpath(folder)

    def throw(self, path):
        try:
            *way, last = _names(path)
        except (Refused, ValueError):      # ValueError: no part at all
            return False
        if path.endswith(("/", "/.")):
            return False                   # that is how a folder is written
        with ExitStack() as stack:
            def descend(name, above=None):
                fd = os.open(name, _DOWN, dir_fd=above)
                stack.callback(os.close, fd)
                return fd
            try:
                chain = [descend(self.root)]
                for name in way:
                    chain.append(descend(name, chain[-1]))
                if stat.S_ISDIR(os.stat(last, dir_fd=chain[-1], follow_symlinks=False).st_mode):
                    return False
                os.remove(last, dir_fd=chain[-1])
            except (FileNotFoundError, NotADirectoryError, OSError):
                return False
            # chain[i] is the folder that holds way[i]
            for above, name in zip(reversed(chain[:-1]), reversed(way)):
                try:
                    os.rmdir(name, dir_fd=above)
                except OSError:
                    break
        return True

    def throw_all(self, paths):
        thrown = []
        for path in paths:
            thrown += [path] * self.throw(path)
        return thrown
