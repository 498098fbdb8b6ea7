"""The folder's own lock: flock on a file in it, which each call opens anew.

A lock of flock belongs to one opening of the file, not to the process (as one of lockf does), so it keeps
threads apart as well as processes. Whoever opens the file without finding it makes it; all open the same one,
as it is never taken away.
"""
import fcntl
import os
import re
from functools import wraps

_LINE = re.compile(rb"([0-9]+) ([^\n]*)\n")
_CLOSED = re.compile(rb"\nclosed after [0-9]+\n\Z")


def _one_step(method):
    @wraps(method)
    def step(self, day, *args):
        folder = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            lock = os.open(".guard", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600, dir_fd=folder)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX)
                return method(self, folder, day + ".txt", *args)
            finally:
                os.close(lock)
        finally:
            os.close(folder)
    return step


def _content(folder, name):
    try:
        handle = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with open(handle, "rb") as file:
        return file.read()


def _store(folder, name, content):
    handle = os.open(".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644, dir_fd=folder)
    with open(handle, "wb") as file:
        file.write(content)
    os.replace(".new", name, src_dir_fd=folder, dst_dir_fd=folder)


class LockLog:
    def __init__(self, folder):
        self.folder = folder

    @_one_step
    def note(self, folder, name, text):
        text = text.encode()
        content = _content(folder, name)
        if content is None:
            sheets = [one for one in os.listdir(folder) if one.endswith(".txt")]
            content = b"Sheet %d\n" % (len(sheets) + 1)
        elif _CLOSED.search(content):
            return None
        number = content.count(b"\n")
        _store(folder, name, content + b"%d %b\n" % (number, text))
        return number

    @_one_step
    def close(self, folder, name):
        content = _content(folder, name)
        if content is None or _CLOSED.search(content):
            return None
        number = content.count(b"\n") - 1
        _store(folder, name, content + b"closed after %d\n" % number)
        return number

    @_one_step
    def entries(self, folder, name):
        content = _content(folder, name)
        if content is None:
            return None
        body = content[content.index(b"\n") + 1:]
        return [match[2].decode() for match in _LINE.finditer(body)]
